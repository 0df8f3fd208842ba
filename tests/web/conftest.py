"""One small archive, served for real on the loopback address."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from tests.web.talk import Site, stand_in

PAGE = b"<!doctype html><title>1956</title>" + b"<p>The congress met in closed session.</p>" * 400
FILM = random.Random(1956).randbytes(300_000)


def write(file: Path, content: bytes, *, compressed: bool = False) -> None:
    """Write a published file as publishing does: aside, then swapped in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    files = {"": content}
    if compressed:
        files |= {".gz": gzip.compress(content, mtime=0), ".br": brotli.compress(content, quality=3)}
    for suffix, data in files.items():
        aside = file.with_name(f".{file.name}.new")
        aside.write_bytes(data)
        aside.replace(f"{file}{suffix}")


def furnish(archive: Path) -> Path:
    """A few published files of every kind, and beside `public/` what nobody may see."""
    public = archive / "public"
    write(archive / "archive.toml", b"")
    write(public / "index.html", b"<!doctype html><title>Home</title>")
    write(public / "404.html", b"<!doctype html><title>Not here</title>", compressed=True)
    write(public / "1956" / "index.html", PAGE, compressed=True)
    write(public / "people" / "nagy" / "record.json", b'{"name": "Imre Nagy"}')
    write(public / "sources" / "poster" / "film.mp4", FILM)
    write(public / "sources" / "poster" / "page-001.jpg", b"\xff\xd8\xff")
    write(public / "sources" / "poster" / "en.vtt", b"WEBVTT\n")
    write(public / "assets" / "style.0a1b2c.css", b"p { margin: 0 }", compressed=True)
    write(public / "assets" / "empty.0a1b2c.js", b"")
    write(public / "id" / "sb-1" / "index.html", b"<!doctype html><meta http-equiv=refresh>")
    write(public / "id" / "sb-1" / "index.html.to", "/sources/доклад/?v=1\n".encode())
    write(public / "old" / "index.html", b"<!doctype html><title>Withdrawn</title>", compressed=True)
    write(public / "old" / "index.html.gone", b"")
    write(public / "bare" / "note.txt", "Познань".encode())
    write(public / ".secret", b"dotfile")
    write(public / ".git" / "config", b"dotfile")
    write(archive / "desk.sqlite3", b"a draft")
    write(archive / "inbox" / "film.mp4", FILM)
    (public / "leak").symlink_to(archive / "inbox")
    (public / "leak.txt").symlink_to(archive / "desk.sqlite3")
    (public / "led.html.to").symlink_to(archive / "desk.sqlite3")
    (public / "within.html").symlink_to(public / "index.html")
    return public


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small archive behind our own server; tests of this fixture only read."""
    archive = tmp_path_factory.mktemp("archive")
    furnish(archive)
    with stand_in(archive) as site:
        yield site


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Site]:
    """The same, for one test that writes."""
    furnish(tmp_path)
    with stand_in(tmp_path) as site:
        yield site
