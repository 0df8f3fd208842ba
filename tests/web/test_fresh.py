"""What is baked anew is served at once, by every worker, whatever was kept in memory."""

import time
from pathlib import Path

import pytest

from sourcebook.web.encodings import accepted
from sourcebook.web.published_files import PublishedFiles
from sourcebook.web.representation import IN_MEMORY
from tests.web.conftest import furnish, write
from tests.web.talk import Site


def settle() -> None:
    """Wait until the server trusts the folder enough to keep what it reads from it."""
    time.sleep(0.15)


def test_a_page_baked_anew_is_served_at_once(desk: Site) -> None:
    settle()
    for number in range(100):
        page = f"<!doctype html><title>{number:05}</title>".encode()
        write(desk.public / "1956" / "index.html", page, compressed=True)
        assert desk.ask("/1956/").body == page
        if number % 20 == 0:
            settle()
            assert desk.ask("/1956/").body == page


def test_a_page_written_in_place_is_served_at_once(desk: Site) -> None:
    settle()
    assert b"Home" in desk.ask("/").body
    (desk.public / "index.html").write_bytes(b"<!doctype html><title>Work</title>")
    assert b"Work" in desk.ask("/").body


def test_a_sidecar_counts_from_the_moment_it_is_there(desk: Site) -> None:
    settle()
    assert desk.ask("/", accept_encoding="gzip")["Content-Encoding"] is None
    write(desk.public / "index.html", b"<!doctype html><title>Home</title>", compressed=True)
    assert desk.ask("/", accept_encoding="gzip")["Content-Encoding"] == "gzip"
    settle()
    assert desk.ask("/", accept_encoding="gzip")["Content-Encoding"] == "gzip"
    (desk.public / "index.html.gz").unlink()
    assert desk.ask("/", accept_encoding="gzip")["Content-Encoding"] is None


def test_a_page_is_gone_from_the_moment_it_is_withdrawn(desk: Site) -> None:
    settle()
    assert desk.ask("/1956/").status == 200
    (desk.public / "1956" / "index.html.gone").touch()
    assert desk.ask("/1956/").status == 410


def test_a_page_moved_leads_on_and_one_removed_is_not_found(desk: Site) -> None:
    settle()
    assert desk.ask("/1956/").status == 200
    (desk.public / "1956" / "index.html.to").write_text("/1957/")
    assert desk.ask("/1956/")["Location"] == "/1957/"
    for file in (desk.public / "1956").iterdir():
        file.unlink()
    assert desk.ask("/1956/").status == 404


def test_a_whole_folder_may_be_swapped(desk: Site) -> None:
    settle()
    old = desk.ask("/1956/").body
    write(desk.public / "new" / "index.html", b"swapped in")
    (desk.public / "1956").rename(desk.public / "before")
    (desk.public / "new").rename(desk.public / "1956")
    assert desk.ask("/1956/").body == b"swapped in"
    assert desk.ask("/before/").body == old


@pytest.mark.parametrize(("size", "fit"), [(IN_MEMORY, 10), (IN_MEMORY + 1, 20)])
def test_memory_is_bounded_and_long_files_stay_on_disk(tmp_path: Path, size: int, fit: int) -> None:
    public = furnish(tmp_path)
    names = [f"/{number}.txt" for number in range(20)]
    for name in names:
        write(public / name[1:], bytes(size))
    settle()
    files = PublishedFiles(public, memory=10 * 70 * 1024)
    codings = accepted(None)
    for name in names:
        answer = files.look_up(name, codings)
        assert answer is not None
        assert (answer.body is None) is (size > IN_MEMORY)
        files.keep(name, codings, answer)
        assert files.kept(names[0], codings), "what is asked for again and again stays"
    assert sum(files.kept(name, codings) is not None for name in names) == fit
