"""Parts of files, as players ask for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.web.byte_ranges import UnsatisfiableRangeError, byte_range
from tests.web.conftest import FILM, PAGE
from tests.web.talk import Site

FILM_AT = "/sources/poster/film.mp4"
SIZE = len(FILM)


@pytest.mark.parametrize(
    ("wanted", "part", "content_range"),
    [
        ("bytes=0-0", FILM[:1], f"bytes 0-0/{SIZE}"),
        ("bytes=100-199", FILM[100:200], f"bytes 100-199/{SIZE}"),
        ("bytes=200000-", FILM[200000:], f"bytes 200000-{SIZE - 1}/{SIZE}"),
        ("bytes=-500", FILM[-500:], f"bytes {SIZE - 500}-{SIZE - 1}/{SIZE}"),
        ("bytes=-99999999", FILM, f"bytes 0-{SIZE - 1}/{SIZE}"),
        ("bytes=0-99999999", FILM, f"bytes 0-{SIZE - 1}/{SIZE}"),
        ("Bytes = 5 - 6", FILM[5:7], f"bytes 5-6/{SIZE}"),
    ],
)
def test_a_part_of_a_film(site: Site, wanted: str, part: bytes, content_range: str) -> None:
    answer = site.ask(FILM_AT, range=wanted)
    assert answer.status == 206
    assert answer.body == part
    assert answer["Content-Range"] == content_range
    assert answer["Content-Length"] == str(len(part))


def test_a_part_of_a_page_is_a_part_of_the_coding_sent(site: Site) -> None:
    whole = site.ask("/1956/", accept_encoding="gzip")
    part = site.ask("/1956/", accept_encoding="gzip", range="bytes=10-19")
    assert (part.status, part.body) == (206, whole.body[10:20])
    assert part["Content-Encoding"] == "gzip"
    assert part["ETag"] == whole["ETag"]


@pytest.mark.parametrize(
    "wanted",
    ["bytes=0-1,5-6", "bytes=7-3", "bytes=", "bytes=-", "bytes", "pages=1-2", "bytes=a-b", "bytes=1-2-3"],
)
def test_what_is_no_single_range_is_answered_with_the_whole(site: Site, wanted: str) -> None:
    answer = site.ask(FILM_AT, range=wanted)
    assert (answer.status, answer.body) == (200, FILM)


@pytest.mark.parametrize("wanted", [f"bytes={SIZE}-", f"bytes={SIZE + 5}-{SIZE + 9}", "bytes=-0"])
def test_a_range_behind_the_end_cannot_be_sent(site: Site, wanted: str) -> None:
    answer = site.ask(FILM_AT, range=wanted)
    assert (answer.status, answer["Content-Range"]) == (416, f"bytes */{SIZE}")


def test_head_knows_no_ranges(site: Site) -> None:
    assert site.ask(FILM_AT, "HEAD", range="bytes=0-0").status == 200


def test_a_part_is_sent_only_of_the_file_the_reader_knows(site: Site) -> None:
    whole = site.ask(FILM_AT)
    for known in (whole["ETag"], site.ask("/1956/")["ETag"], f"W/{whole['ETag']}", "yesterday"):
        answer = site.ask(FILM_AT, range="bytes=0-9", if_range=known)
        assert answer.status == (206 if known == whole["ETag"] else 200)
    assert site.ask("/1956/", range="bytes=0-9", if_range=whole["ETag"]).body == PAGE


@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 60))
def test_a_range_is_a_slice(size: int, first: int, last: int) -> None:
    file = bytes(range(size))
    for header, part in (
        (f"bytes={first}-{last}", file[first : last + 1] if first <= last else file),
        (f"bytes={first}-", file[first:]),
        (f"bytes=-{last}", file[max(0, size - last) :]),
    ):
        try:
            found = byte_range(header, size)
        except UnsatisfiableRangeError:
            assert not part
            assert size
        else:
            assert (file if found is None else file[found.first : found.end]) == part


@given(st.text(max_size=20) | st.from_regex(r"bytes=[0-9, -]{0,30}", fullmatch=True), st.integers(0, 1000))
def test_no_header_leads_out_of_the_file(header: str, size: int) -> None:
    try:
        found = byte_range(header, size)
    except UnsatisfiableRangeError:
        return
    assert found is None or 0 <= found.first < found.end <= size
