"""EDTF itself: the examples of its specification, what is no EDTF, and a peer that reads the same."""

import time

import edtf as peer
import pytest

from sourcebook.vocabulary.dates import DateError, read_date, sort_key, understood, years

# The features of the Library of Congress's specification, each with the days that it spans.
SPECIFICATION = [
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("Y170000002", "Y170000002-01-01", "Y170000002-12-31"),
    ("Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31"),
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-12/..", "1985-04-12", ""),
    ("1985-04/", "1985-04-01", ""),
    ("../1985", "", "1985-12-31"),
    ("/1985", "", "1985-12-31"),
    ("-1985", "-1985-01-01", "-1985-12-31"),
    ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y171010000S3", "Y171000000-01-01", "Y171999999-12-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", "", "1760-12-03"),
    ("[1760-12..]", "1760-12-01", ""),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", "", "1984-12-31"),
    ("2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-XX", "1500-12-01", "1599-12-31"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("186X~/187X~", "1860-01-01", "1879-12-31"),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest"), SPECIFICATION)
def test_an_example_of_the_specification(edtf: str, earliest: str, latest: str) -> None:
    date = read_date("as it stands", edtf=edtf)
    assert (date.edtf, date.earliest, date.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        *(
            "1985-13",
            "1985-02-30",
            "1900-02-29",
            "1985/1984",
            "1985-00",
            "-0000",
            "/",
            "[..]",
            "[1985",
            "85",
            "1985-4",
        ),
        *(
            "1985-04-12T25:00:00",
            "1985-04-12T10:00",
            "2001-21-05",
            "Y1985",
            "1985S5",
            "Y17E99",
            "18th century",
            "XXXX-02-30",
        ),
        *("１９８５", "1985 ", "1" * 10_000, "[" * 400),
    ],
)
def test_what_is_no_edtf_is_refused_in_a_sentence(edtf: str) -> None:
    if edtf == "1985 ":
        assert read_date("x", edtf=edtf).edtf == "1985"
        return
    with pytest.raises(DateError, match=r"^[^\n]{20,220}[.\]1]$"):
        read_date("x", edtf=edtf)


def test_an_unknown_calendar_is_refused() -> None:
    with pytest.raises(DateError, match="write gregorian or julian"):
        read_date("1956", calendar="maya")


def test_leap_days_are_those_of_the_calendar() -> None:
    assert read_date("x", edtf="1900-02-29", calendar="julian").earliest == "1900-03-13"
    assert read_date("x", edtf="2000-02-29").earliest == "2000-02-29"


def test_an_unknown_year_has_no_range() -> None:
    date = read_date("January 12")
    assert (date.edtf, date.earliest, date.latest, years(date)) == ("XXXX-01-12", "", "", None)
    assert sort_key(date) > sort_key(read_date("2099"))


# What the peer gets wrong: it prints and raises on 1984-1X, stretches unknown ends by ten years, has no open ends.
PEER_FAILS = {"1950S2", "Y171010000S3", "1984-1X", "186X~/187X~"}


@pytest.mark.parametrize(
    "edtf", [e for e, first, last in SPECIFICATION if first and last and e not in PEER_FAILS]
)
def test_the_peer_gives_the_same_days(edtf: str) -> None:
    theirs = peer.parse_edtf(edtf)
    bounds = [tuple(end)[:3] for end in (theirs.lower_strict(), theirs.upper_strict())]
    ours = read_date("x", edtf=edtf)
    assert [_parts(ours.earliest), _parts(ours.latest)] == bounds


def _parts(day: str) -> tuple[int, int, int]:
    year, month, of_month = day.rsplit("-", 2)
    return int(year.lstrip("Y")), int(month), int(of_month)


@pytest.mark.parametrize(
    "text", ["9" * 10_000, "1956 " * 2_000, "[" * 10_000, "c." * 5_000, "25 февраля " * 900, "\0" * 9]
)
def test_hostile_text_is_not_understood_and_costs_nothing(text: str) -> None:
    began = time.process_time()
    assert not understood(read_date(text))
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("-1985S2", -1999, -1900),
        ("0950S2", 900, 999),
        ("Y123456789E0S9", 123456789, 123456789),
        ("1X5X", 1050, 1959),
    ],
)
def test_years_known_in_part(edtf: str, first: int, last: int) -> None:
    assert years(read_date("x", edtf=edtf)) == (first, last)


def test_years_that_no_archive_has_cost_nothing() -> None:
    with pytest.raises(DateError, match="out of this world"):
        read_date("x", edtf="Y999999999E99")
