"""Zips that are meant to do harm, or are broken: one sentence each, and nothing written outside."""

import io
import stat
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sourcebook.ingest import unpacking
from sourcebook.ingest.unpacking import ZipError, unpack


def packed(*members: tuple[Any, bytes], **options: Any) -> bytes:
    """A zip of (name or ZipInfo, content)."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", **options) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def link(name: str, target: str) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target.encode()


def encrypted() -> bytes:
    data = bytearray(packed(("a.xml", b"x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + offset
        data[place : place + 2] = struct.pack("<H", 1)
    return bytes(data)


def lying() -> bytes:
    """A zip that says in its directory that its file is one byte long."""
    data = bytearray(packed(("a.txt", b"x" * 100_000), compression=zipfile.ZIP_DEFLATED))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 1)
    return bytes(data)


def other_encoding() -> bytes:
    """A name in Russian DOS's encoding, as old programs pack it."""
    data = packed(("xxxx.txt", b"x"))
    return data.replace(b"xxxx.txt", "опис".encode("cp866") + b".txt")


BAD = {
    "empty": (packed(), "The zip is empty"),
    "of empty folders": (packed(("letters/", b"")), "The zip is empty"),
    "no zip": (b"PK no", "damaged or none at all"),
    "cut off": (packed(("a.xml", b"x" * 1000))[:-40], "damaged or none at all"),
    "broken inside": (
        packed(("a.xml", b"x" * 1000)).replace(b"x" * 100, b"y" * 100),
        "damaged or none at all",
    ),
    "climbs": (packed(("../a.xml", b"x")), "outside it"),
    "climbs later": (packed(("a/../../a.xml", b"x")), "outside it"),
    "absolute": (packed(("/etc/a.xml", b"x")), "outside it"),
    "drive": (packed(("C:/a.xml", b"x")), "outside it"),
    "backslash": (packed(("a\\b.xml", b"x")), "outside it"),
    "control": (packed(("a\n.xml", b"x")), "outside it"),
    "link": (packed(link("a.xml", "/etc/passwd")), "symbolic link"),
    "twice": (packed(("a.xml", b"x"), ("b.xml", b"y")).replace(b"b.xml", b"a.xml"), "same name"),
    "file and folder": (packed(("a", b"x"), ("a/b.xml", b"y")), "same name"),
    "encrypted": (encrypted(), "encrypted"),
    "lying": (lying(), "damaged or none at all"),
    "other encoding": (other_encoding(), "not UTF-8"),
    "long": (packed(("a" * 300, b"x")), "too long"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_zip_is_one_sentence(tmp_path: Path, name: str) -> None:
    data, words = BAD[name]
    archive, folder = tmp_path / "in.zip", tmp_path / "deep" / "folder"
    archive.write_bytes(data)
    folder.mkdir(parents=True)
    with pytest.raises(ZipError, match=words) as refused:
        unpack(archive, folder)
    assert "\n" not in str(refused.value)
    assert {path.name for path in tmp_path.iterdir()} == {"in.zip", "deep"}
    assert [path.name for path in folder.parent.iterdir()] == ["folder"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "HARMLESS", 2**20)
    archive = tmp_path / "bomb.zip"
    archive.write_bytes(packed(("a.xml", bytes(32 * 2**20)), compression=zipfile.ZIP_DEFLATED))
    (tmp_path / "out").mkdir()
    with pytest.raises(ZipError, match="larger than makes sense"):
        unpack(archive, tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_too_many_files_are_refused_before_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 10)
    archive = tmp_path / "many.zip"
    archive.write_bytes(packed(*((f"{number}.xml", b"") for number in range(11))))
    with pytest.raises(ZipError, match="more than 10 files"):
        unpack(archive, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["many.zip"]


def test_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    archive = tmp_path / "mac.zip"
    archive.write_bytes(packed(("__MACOSX/._a.xml", b"x"), ("a/.DS_Store", b"x"), ("a/письмо.xml", b"y")))
    (tmp_path / "out").mkdir()
    told: list[tuple[int, int]] = []
    unpack(archive, tmp_path / "out", lambda done, total: told.append((done, total)))
    files = [
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    ]
    assert files == ["a/письмо.xml"]
    assert told == [(1, 3), (2, 3), (3, 3)]
