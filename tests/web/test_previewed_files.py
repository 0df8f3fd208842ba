"""Files of a preview, asked for from a page of the desk by who signed in; everyone else gets what is published."""

import pytest

from tests.web.conftest import FILM
from tests.web.talk import Site

FILE = "/sources/poster/film.mp4"
FROM_DESK = {
    "cookie": "sessionid=abc",
    "referer": "http://127.0.0.1/admin/snippets/sources/source/preview/1/?mode=en/",
}


def test_a_page_of_the_desk_is_given_what_the_desk_has(site: Site) -> None:
    answer = site.ask(FILE, "GET", None, **FROM_DESK)
    assert (answer.status, answer.body) == (200, FILM)
    assert answer.headers.get("etag") is None
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_player_at_the_desk_jumps_into_a_film(site: Site) -> None:
    answer = site.ask(FILE, "GET", None, **FROM_DESK, range="bytes=1000-1999")
    assert (answer.status, answer.body) == (206, FILM[1000:2000])
    assert answer.headers["content-range"] == f"bytes 1000-1999/{len(FILM)}"
    for unusual in ("bytes=0-1,5-6", "lines=1-2", f"bytes={len(FILM)}-"):
        assert site.ask(FILE, "GET", None, **FROM_DESK, range=unusual).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"cookie": "sessionid=abc"},
        {"referer": FROM_DESK["referer"]},
        {**FROM_DESK, "referer": "http://127.0.0.1/sources/poster/"},
        {**FROM_DESK, "referer": "http://[half/admin/"},
    ],
)
def test_everyone_else_is_given_what_is_published(site: Site, headers: dict[str, str]) -> None:
    answer = site.ask(FILE, "GET", None, **headers)
    assert answer.status == 200
    assert answer.headers["etag"]


def test_what_the_desk_does_not_have_is_what_is_published(site: Site) -> None:
    answer = site.ask("/sources/poster/page-001.jpg", "GET", None, **FROM_DESK)
    assert answer.status == 200
    assert answer.headers["etag"]
