"""No address leads out of `public/`, to what lies beside a page, or to what begins with a dot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.web.addresses import SIDECARS, file_name
from tests.web.talk import Site

SECRETS = (b"a draft", b"dotfile", b"SQLite")

ESCAPES = [
    "/../desk.sqlite3",
    "/1956/../../desk.sqlite3",
    "/%2e%2e/desk.sqlite3",
    "/..%2fdesk.sqlite3",
    "/..%5cdesk.sqlite3",
    "/1956/..%2f..%2fdesk.sqlite3",
    "/..\\desk.sqlite3",
    "/%2e%2e%5c%2e%2e%5cdesk.sqlite3",
    "/%252e%252e/desk.sqlite3",
    "/.%00./desk.sqlite3",
    "/index.html%00.txt",
    "/%c0%ae%c0%ae/desk.sqlite3",
    "/././index.html",
    "//index.html",
    "/1956//index.html",
    "/%2Findex.html",
    "/leak/film.mp4",
    "/leak",
    "/leak/",
    "/leak.txt",
    "/led.html",
    "/.secret",
    "/%2esecret",
    "/.git/config",
    "/1956/index.html.gz",
    "/1956/index.html.br",
    "/1956/index.html.GZ",
    "/1956/index.html%2egz",
    "/id/sb-1/index.html.to",
    "/old/index.html.gone",
    "/" + "a" * 5000,
    "/" + "a/" * 2000,
    "http://elsewhere.test/../desk.sqlite3",
]


@pytest.mark.parametrize("target", ESCAPES)
def test_there_is_nothing_at(site: Site, target: str) -> None:
    answer = site.get_raw(target)
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
    assert not any(secret in answer for secret in SECRETS)


def test_a_redirect_to_a_slash_stays_on_this_server(site: Site) -> None:
    assert b"\nlocation:" not in site.get_raw("//1956").lower()
    assert b"\nlocation:" not in site.get_raw("/%5celsewhere.test/..").lower()


STEPS = st.sampled_from(
    ["..", ".", "", "a", "1956", "index.html", "\\", "\0", "\n", "a.gz", ".git", "é", "\ufffd"]
)


@given(st.lists(STEPS | st.text(max_size=4), max_size=6).map("/".join) | st.text(max_size=12))
def test_a_file_name_stays_below_the_folder(path: str) -> None:
    name = file_name(path)
    if name is None:
        return
    steps = name.split("/")
    assert all(step and not step.startswith(".") for step in steps)
    assert not any(character in name for character in "\0\\\r\n")
    assert not steps[-1].lower().endswith(SIDECARS)


@given(st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True), min_size=1, max_size=4))
def test_ordinary_addresses_have_their_page(steps: list[str]) -> None:
    assert file_name(f"/{'/'.join(steps)}/") == f"{'/'.join(steps)}/index.html"
    assert file_name(f"/{'/'.join(steps)}") == "/".join(steps)
