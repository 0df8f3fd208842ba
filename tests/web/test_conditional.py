"""What a reader has already is not sent again."""

import os
import time

import pytest

from sourcebook.web.conditional import Verdict, http_date, range_holds, verdict
from tests.web.talk import Site

TAG = '"abc"'
NOON = 1_700_000_000
AT_NOON, BEFORE, AFTER = http_date(NOON), http_date(NOON - 60), http_date(NOON + 60)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, Verdict.SEND),
        ({"if-none-match": TAG}, Verdict.NOT_MODIFIED),
        ({"if-none-match": "*"}, Verdict.NOT_MODIFIED),
        ({"if-none-match": f'"x", W/{TAG} ,"y"'}, Verdict.NOT_MODIFIED),
        ({"if-none-match": '"x"'}, Verdict.SEND),
        ({"if-none-match": "abc"}, Verdict.SEND),
        ({"if-none-match": '"x"', "if-modified-since": AFTER}, Verdict.SEND),
        ({"if-modified-since": AT_NOON}, Verdict.NOT_MODIFIED),
        ({"if-modified-since": AFTER}, Verdict.NOT_MODIFIED),
        ({"if-modified-since": BEFORE}, Verdict.SEND),
        ({"if-modified-since": "Tuesday, 14-Nov-23 22:13:20 GMT"}, Verdict.NOT_MODIFIED),
        ({"if-modified-since": "some time ago"}, Verdict.SEND),
        ({"if-modified-since": "Tue, 99 Nov 99999 22:13:20 GMT"}, Verdict.SEND),
        ({"if-match": TAG}, Verdict.SEND),
        ({"if-match": "*"}, Verdict.SEND),
        ({"if-match": f"W/{TAG}"}, Verdict.FAILED),
        ({"if-match": '"x"', "if-none-match": TAG}, Verdict.FAILED),
        ({"if-unmodified-since": BEFORE}, Verdict.FAILED),
        ({"if-unmodified-since": AT_NOON}, Verdict.SEND),
        ({"if-unmodified-since": "some time ago"}, Verdict.SEND),
    ],
)
def test_conditions_are_weighed_as_the_standard_says(headers: dict[str, str], expected: Verdict) -> None:
    assert verdict(headers, TAG, NOON) is expected


def test_a_date_vouches_for_a_file_once_its_second_is_over() -> None:
    assert range_holds({"if-range": AT_NOON}, TAG, NOON)
    assert not range_holds({"if-range": BEFORE}, TAG, NOON)
    now = int(time.time())
    assert not range_holds({"if-range": http_date(now)}, TAG, now)


@pytest.mark.parametrize("path", ["/1956/", "/sources/poster/film.mp4"])
@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_a_second_visit_costs_no_body(site: Site, path: str, coding: str) -> None:
    first = site.ask(path, accept_encoding=coding)
    for again in (
        site.ask(path, accept_encoding=coding, if_none_match=first["ETag"]),
        site.ask(path, accept_encoding=coding, if_none_match=f'"other", W/{first["ETag"]}'),
        site.ask(path, accept_encoding=coding, if_modified_since=first["Last-Modified"]),
    ):
        assert (again.status, again.body) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary", "Last-Modified"):
            assert again[name] == first[name]
        assert again["Content-Type"] is None


def test_a_tag_of_one_coding_says_nothing_of_another(site: Site) -> None:
    zipped = site.ask("/1956/", accept_encoding="gzip")
    assert site.ask("/1956/", if_none_match=zipped["ETag"]).status == 200


def test_a_file_that_changed_is_refused_to_who_insists_on_the_old(site: Site) -> None:
    assert site.ask("/1956/", if_match='"old"').status == 412


def test_what_is_withdrawn_is_never_not_modified(site: Site) -> None:
    assert site.ask("/old/", if_none_match="*").status == 410
    assert site.ask("/nowhere/", if_none_match="*").status == 404


def test_the_tag_is_of_the_content_and_the_date_of_the_file(desk: Site) -> None:
    page = desk.public / "index.html"
    first = desk.ask("/")
    os.utime(page, (NOON, NOON))
    again = desk.ask("/")
    assert again["ETag"] == first["ETag"]
    assert again["Last-Modified"] == AT_NOON
