"""What a reader gets for the address of something published."""

import gzip

import brotli
import pytest

from tests.web.conftest import FILM, PAGE
from tests.web.talk import Site


def test_a_page_comes_with_its_type_length_and_validators(site: Site) -> None:
    answer = site.ask("/1956/")
    assert answer.status == 200
    assert answer.body == PAGE
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert answer["Content-Length"] == str(len(PAGE))
    assert answer["Cache-Control"] == "no-cache"
    assert answer["ETag"].startswith('"')
    assert answer["Last-Modified"].endswith(" GMT")
    assert answer["Accept-Ranges"] == "bytes"


def test_a_page_may_load_nothing_from_elsewhere(site: Site) -> None:
    answer = site.ask("/")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    for name in ("Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"):
        assert answer[name]


@pytest.mark.parametrize("path", ["/1956/", "/sources/poster/film.mp4", "/old/", "/nowhere/", "/id/sb-1/"])
def test_head_says_what_get_would_send(site: Site, path: str) -> None:
    asked, got = site.ask(path, "HEAD"), site.ask(path)
    assert asked.body == b""
    assert asked.status == got.status
    assert {name: value for name, value in asked.headers.items() if name != "date"} == {
        name: value for name, value in got.headers.items() if name != "date"
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/people/nagy/record.json", "application/json; charset=utf-8"),
        ("/sources/poster/page-001.jpg", "image/jpeg"),
        ("/sources/poster/en.vtt", "text/vtt; charset=utf-8"),
        ("/sources/poster/film.mp4", "video/mp4"),
        ("/assets/style.0a1b2c.css", "text/css; charset=utf-8"),
        ("/bare/note.txt", "text/plain; charset=utf-8"),
    ],
)
def test_files_have_their_media_type(site: Site, path: str, kind: str) -> None:
    assert site.ask(path)["Content-Type"] == kind


def test_a_long_file_is_sent_whole(site: Site) -> None:
    answer = site.ask("/sources/poster/film.mp4")
    assert answer.body == FILM
    assert answer["Content-Length"] == str(len(FILM))


def test_an_empty_file_is_a_file(site: Site) -> None:
    answer = site.ask("/assets/empty.0a1b2c.js", range="bytes=0-")
    assert (answer.status, answer.body, answer["Content-Length"]) == (200, b"", "0")


def test_files_with_a_hash_in_their_name_are_kept_for_ever(site: Site) -> None:
    assert site.ask("/assets/style.0a1b2c.css")["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_best_coding_is_sent_and_each_has_its_own_tag(site: Site) -> None:
    zipped = site.ask("/1956/", accept_encoding="gzip")
    best = site.ask("/1956/", accept_encoding="gzip, deflate, br")
    plain = site.ask("/1956/")
    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == PAGE
    assert best["Content-Encoding"] == "br"
    assert brotli.decompress(best.body) == PAGE
    assert plain["Content-Encoding"] is None
    assert len({zipped["ETag"], best["ETag"], plain["ETag"]}) == 3
    for answer in (zipped, best, plain, site.ask("/1956/", if_none_match="*")):
        assert answer["Vary"].lower() == "accept-encoding"


def test_a_file_without_sidecars_is_sent_as_it_is(site: Site) -> None:
    answer = site.ask("/sources/poster/page-001.jpg", accept_encoding="br, gzip")
    assert answer["Content-Encoding"] is None
    assert answer["Vary"] is None


def test_a_folder_is_asked_for_with_a_slash(site: Site) -> None:
    answer = site.ask("/1956?q=Nagy%20Imre")
    assert (answer.status, answer["Location"]) == (301, "/1956/?q=Nagy%20Imre")


def test_a_folder_without_a_page_is_nothing(site: Site) -> None:
    assert site.ask("/bare").status == 404
    assert site.ask("/bare/").status == 404


@pytest.mark.parametrize("path", ["/id/sb-1/", "/id/sb-1", "/id/sb-1/index.html"])
def test_what_moved_leads_to_its_new_address(site: Site, path: str) -> None:
    answer = site.ask(path)
    assert answer.status == 301
    assert answer["Location"] == "/sources/%D0%B4%D0%BE%D0%BA%D0%BB%D0%B0%D0%B4/?v=1"


def test_what_was_withdrawn_is_gone(site: Site) -> None:
    answer = site.ask("/old/", accept_encoding="br")
    assert answer.status == 410
    assert b"Withdrawn" in brotli.decompress(answer.body)
    assert answer["ETag"] is None


def test_what_does_not_exist_is_said_on_the_archives_own_page(site: Site) -> None:
    answer = site.ask("/nowhere/")
    assert answer.status == 404
    assert b"Not here" in answer.body
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_published_files_can_only_be_read(site: Site, method: str) -> None:
    answer = site.ask("/1956/", method)
    assert (answer.status, answer["Allow"]) == (405, "GET, HEAD")


def test_the_server_says_that_it_is_well(site: Site) -> None:
    answer = site.ask("/healthz")
    assert (answer.status, answer.body.strip()) == (200, b"ok")


def test_links_within_the_folder_are_followed(site: Site) -> None:
    assert site.ask("/within.html").body == site.ask("/").body
