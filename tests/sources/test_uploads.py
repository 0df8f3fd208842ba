"""Uploads in pieces, as the tus protocol has them: broken off and taken up again, checked, and never a stranger's."""

import base64
import hashlib
import json
import os
import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.masters.thumbnails import thumbnail_place
from sourcebook.masters.uploads import ABANDONED, LARGEST, MOST_UNFINISHED, begin
from sourcebook.web.editors import create_editor
from tests.record_files import png, wav

TUS = {"Tus-Resumable": "1.0.0"}
PICTURE = png(60, 40)
HALF = len(PICTURE) // 2


@pytest.fixture
def editor(archive: ArchiveFolder) -> Client:
    return signed_in("editor")


def signed_in(role: str, **options: Any) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client(**options)
    client.force_login(User.objects.get(username=role))
    return client


def begun(client: Client, data: bytes, name: str = "a.png") -> str:
    named = base64.b64encode(name.encode()).decode()
    headers = TUS | {"Upload-Length": str(len(data)), "Upload-Metadata": f"filename {named},is_confidential"}
    answer = client.post("/admin/uploads/", headers=headers)
    assert answer.status_code == 201, answer.content
    return str(answer["Location"])


def send(client: Client, place: str, offset: int, piece: bytes, **headers: str) -> Any:
    return client.generic(
        "PATCH",
        place,
        piece,
        "application/offset+octet-stream",
        headers=TUS | {"Upload-Offset": str(offset)} | {k.replace("_", "-"): v for k, v in headers.items()},
    )


def brought(client: Client, data: bytes, name: str = "a.png") -> Any:
    place = begun(client, data, name)
    if data:
        assert send(client, place, 0, data).status_code == 204
    return client.post(f"{place}/file")


def left(archive: ArchiveFolder) -> list[str]:
    return [path.name for path in archive.inbox.rglob("*") if path.is_file()]


def test_what_is_spoken_here(editor: Client) -> None:
    answer = editor.options("/admin/uploads/")
    assert answer.status_code == 204
    assert answer["Tus-Version"] == "1.0.0"
    assert answer["Tus-Extension"] == "creation,checksum,expiration,termination"
    assert answer["Tus-Max-Size"] == str(LARGEST)
    assert editor.post("/admin/uploads/", headers={"Upload-Length": "1"}).status_code == 412


def test_a_file_comes_in_pieces_and_is_taken_up_where_it_broke_off(
    editor: Client, archive: ArchiveFolder
) -> None:
    place = begun(editor, PICTURE, "Плакат № 1.PNG")
    digest = base64.b64encode(hashlib.sha256(PICTURE[:HALF]).digest()).decode()
    assert send(editor, place, 0, PICTURE[:HALF], Upload_Checksum=f"sha256 {digest}")["Upload-Offset"] == str(
        HALF
    )
    asked = editor.head(place, headers=TUS)
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == (str(HALF), str(len(PICTURE)))
    assert "no-store" in asked["Cache-Control"]
    assert editor.post(f"{place}/file").status_code == 409
    assert send(editor, place, HALF, PICTURE[HALF:]).status_code == 204
    answer = editor.post(f"{place}/file", {"taken": ["Plakat-No-1.png", "b.png"]})
    sha256 = hashlib.sha256(PICTURE).hexdigest()
    assert answer.json() == {
        "sha256": sha256,
        "name": "Plakat-No-1-2.png",
        "facts": "image/png · 60 × 40 pixels · 2.3\xa0KB",
        "media_type": "image/png",
        "width": 60,
        "height": 40,
        "thumbnail": f"/admin/thumbnails/{sha256}",
        "shown": True,
        "also_in": [],
    }
    assert archive.master(sha256).read_bytes() == PICTURE
    assert thumbnail_place(archive.thumbnails, sha256).exists()
    # The answer may have been lost: asked again, it is the same.
    assert editor.post(f"{place}/file").json()["sha256"] == sha256


def test_bytes_of_a_piece_that_broke_off_do_not_count(editor: Client, archive: ArchiveFolder) -> None:
    place = begun(editor, PICTURE)
    send(editor, place, 0, PICTURE[:HALF])
    (raw,) = archive.inbox.rglob("bytes")
    with raw.open("ab") as file:
        file.write(b"written, and then the current failed")
    assert editor.head(place, headers=TUS)["Upload-Offset"] == str(HALF)
    assert send(editor, place, HALF, PICTURE[HALF:]).status_code == 204
    assert editor.post(f"{place}/file").json()["sha256"] == hashlib.sha256(PICTURE).hexdigest()


def test_pieces_that_do_not_fit_are_refused_and_change_nothing(editor: Client) -> None:
    place = begun(editor, PICTURE)
    send(editor, place, 0, PICTURE[:HALF])
    wrong = base64.b64encode(b"\0" * 32).decode()
    refused = [
        (send(editor, place, 0, PICTURE[:HALF]), 409),
        (send(editor, place, HALF, PICTURE[HALF:], Upload_Checksum=f"sha256 {wrong}"), 460),
        (send(editor, place, HALF, PICTURE[HALF:], Upload_Checksum="md5 abc"), 400),
        (send(editor, place, HALF, PICTURE[HALF:], Upload_Checksum="sha1 ?"), 400),
        (send(editor, place, HALF, PICTURE), 413),
        (send(editor, place, -1, PICTURE), 400),
        (editor.generic("PATCH", place, b"x", "text/plain", headers=TUS | {"Upload-Offset": str(HALF)}), 415),
        (editor.get(place, headers=TUS), 405),
    ]
    assert [answer.status_code for answer, _ in refused] == [status for _, status in refused]
    assert editor.head(place, headers=TUS)["Upload-Offset"] == str(HALF)


def test_it_can_be_given_up(editor: Client, archive: ArchiveFolder) -> None:
    place = begun(editor, PICTURE)
    send(editor, place, 0, PICTURE[:HALF])
    assert editor.delete(place, headers=TUS).status_code == 204
    assert editor.head(place, headers=TUS).status_code == 404
    assert left(archive) == []


def test_it_is_its_beginners_alone(editor: Client) -> None:
    place = begun(editor, PICTURE)
    other = signed_in("archivist")
    assert other.head(place, headers=TUS).status_code == 404
    assert send(other, place, 0, PICTURE).status_code == 404
    assert other.post(f"{place}/file").status_code == 404
    assert Client().head(place, headers=TUS).status_code == 302
    assert "Tus-Resumable" not in Client().post("/admin/uploads/", headers=TUS | {"Upload-Length": "1"})
    moderator = signed_in("moderator").post("/admin/uploads/", headers=TUS | {"Upload-Length": "1"})
    assert moderator.status_code in (302, 403)
    assert (
        "Location" not in moderator
        or "/login/" in moderator["Location"]
        or moderator["Location"] == "/admin/"
    )


def test_another_sites_page_cannot_upload(archive: ArchiveFolder) -> None:
    client = signed_in("editor", enforce_csrf_checks=True)
    assert client.post("/admin/uploads/", headers=TUS | {"Upload-Length": "1"}).status_code == 403


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "0 bytes"),
        (b"<svg onload='alert(1)'/>", "no kind that is kept"),
        (PICTURE[:-40], "broken or cut off"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence_and_leaves_nothing(
    editor: Client, archive: ArchiveFolder, data: bytes, says: str
) -> None:
    refused = brought(editor, data)
    assert refused.status_code == 422
    assert says in refused.json()["error"]
    assert left(archive) == []


def test_a_file_that_was_brought_before_is_recognised(editor: Client, archive: ArchiveFolder) -> None:
    first, second = brought(editor, wav(0.1), "a.wav").json(), brought(editor, wav(0.1), "b.wav").json()
    assert first["sha256"] == second["sha256"]
    assert second["name"] == "b.wav"
    assert sorted(left(archive)) == sorted(["upload.json", "upload.json", first["sha256"]])


def test_limits(editor: Client, archive: ArchiveFolder) -> None:
    for length, status in ((LARGEST + 1, 413), (LARGEST, 507), (10**18, 413), (-1, 400)):
        answer = editor.post("/admin/uploads/", headers=TUS | {"Upload-Length": str(length)})
        if length == LARGEST and answer.status_code == 201:
            continue  # A disk of more than 64 GiB has room for it.
        assert answer.status_code == status, answer.content
        assert b"\n" not in answer.content
    owner = str(User.objects.get().pk)
    for _ in range(MOST_UNFINISHED - 1):
        begin(archive.inbox, owner=owner, name="a.png", length=1)
    answers = [editor.post("/admin/uploads/", headers=TUS | {"Upload-Length": "1"}) for _ in range(2)]
    assert answers[-1].status_code == 429


def test_what_is_abandoned_is_cleared_away_when_another_begins(
    editor: Client, archive: ArchiveFolder
) -> None:
    place = begun(editor, PICTURE)
    (told,) = archive.inbox.rglob("upload.json")
    upload = json.loads(told.read_bytes())
    told.write_text(json.dumps(upload | {"touched": time.time() - ABANDONED - 1}))
    broken = told.parent.with_name("0" * 32)
    broken.mkdir()
    os.utime(broken, (1, 1))
    begun(editor, PICTURE)
    assert editor.head(place, headers=TUS).status_code == 404
    assert len(list((archive.inbox / ".uploads").iterdir())) == 1
