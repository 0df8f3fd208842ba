"""Thumbnails: made when a file arrives, shown to those who edit, and to nobody else."""

import hashlib
import shutil
from typing import Any

import pytest
import pyvips
from django.contrib.auth.models import User
from django.test import Client

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.masters.receiving import receive
from sourcebook.masters.thumbnails import thumbnail_place
from sourcebook.sources.desk.masters import PIECE, master_address
from sourcebook.sources.desk.thumbnails import keep_thumbnail, thumbnail_address
from sourcebook.web.editors import create_editor
from tests.record_files import png, wav


def brought(archive: ArchiveFolder, data: bytes) -> str:
    archive.folder.joinpath("came").write_bytes(data)
    sha256, _ = receive(archive.inbox, archive.folder / "came")
    keep_thumbnail(sha256)
    return sha256


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    client.force_login(User.objects.get(username=role))
    return client


def body(answer: object) -> bytes:
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_a_picture_is_small_upright_and_private(archive: ArchiveFolder) -> None:
    sha256 = brought(archive, png(1000, 500))
    answer = signed_in("editor").get(thumbnail_address(sha256))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, max-age=31536000, immutable"
    small = pyvips.Image.new_from_buffer(body(answer), "")
    assert (small.width, small.height) == (400, 200)


def test_nobody_else_sees_it(archive: ArchiveFolder) -> None:
    address = thumbnail_address(brought(archive, png(10, 10)))
    stranger = Client().get(address)
    assert stranger.status_code == 302
    assert "/login/" in stranger["Location"]
    moderator = signed_in("moderator").get(address)
    assert moderator.status_code in (302, 403)
    assert "image" not in moderator["Content-Type"]
    plain = Client()
    plain.force_login(User.objects.create_user("reader"))
    assert plain.get(address).status_code in (302, 403)


def test_it_is_made_again_where_the_access_copies_were_deleted(archive: ArchiveFolder) -> None:
    sha256 = brought(archive, png(10, 10))
    shutil.rmtree(archive.access)
    answer = signed_in("editor").get(thumbnail_address(sha256))
    assert body(answer)[8:12] == b"WEBP"
    assert thumbnail_place(archive.thumbnails, sha256).exists()


@pytest.mark.parametrize("data", [wav(0.1), b""])
def test_what_is_no_picture_has_none(archive: ArchiveFolder, data: bytes) -> None:
    sha256 = brought(archive, data) if data else hashlib.sha256(b"never came").hexdigest()
    assert signed_in("editor").get(thumbnail_address(sha256)).status_code == 404


def test_a_player_is_given_the_stretch_it_asks_for(archive: ArchiveFolder) -> None:
    sound = wav(PIECE / 8000 + 1)
    client, address = signed_in("editor"), master_address(brought(archive, sound))
    whole: Any = client.get(address)
    assert body(whole) == sound
    for close in whole._resource_closers:
        close()
    assert (whole["Content-Type"], whole["Accept-Ranges"]) == ("audio/wav", "bytes")
    for asked, first, last in (("bytes=0-", 0, PIECE - 1), ("bytes=10-19", 10, 19)):
        answer = client.get(address, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (206, sound[first : last + 1])
        assert answer["Content-Range"] == f"bytes {first}-{last}/{len(sound)}"
    assert client.get(address, headers={"Range": f"bytes={len(sound)}-"}).status_code == 416
    assert Client().get(address).status_code == 302
    assert client.get(master_address("0" * 64)).status_code == 404


def test_no_address_leads_elsewhere(archive: ArchiveFolder) -> None:
    client = signed_in("editor")
    for name in ("../../archive.toml", "a" * 63, "A" * 64, "%2e%2e/desk.sqlite3"):
        assert client.get(f"/admin/thumbnails/{name}", follow=True).status_code == 404
