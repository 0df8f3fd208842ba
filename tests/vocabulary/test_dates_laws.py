"""Laws of dates, for any date and any text."""

from datetime import date as day_of
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from sourcebook.vocabulary.dates import HistoricalDate, print_date, read_date, sort_key, understood, years
from sourcebook.vocabulary.dates.days import calendar_day, day_number, iso_day, number_of_iso_day
from sourcebook.vocabulary.dates.notation import Notation, Point, Several, Span, parse, written
from sourcebook.vocabulary.dates.words import LEXICON
from sourcebook.vocabulary.errors import DateError

MARKS = st.sampled_from(["", "", "?", "~", "%"])
DIGITS = st.integers(1, 2100).map("{:04}".format)
YEARS = st.one_of(
    DIGITS,
    DIGITS.map(lambda y: y[:3] + "X"),
    DIGITS.map(lambda y: y[:2] + "XX"),
    st.integers(1, 2100).map("-{:04}".format),
    st.integers(10_000, 10**9).map("Y{}".format),
)
MONTHS = st.one_of(
    st.just(""), st.integers(1, 12).map("{:02}".format), st.integers(21, 41).map(str), st.just("XX")
)


@st.composite
def points(draw: st.DrawFn) -> Point:
    """Dates of every shape of level 1, and of level 2 with a doubt for each part."""
    year, month, day = draw(YEARS), draw(MONTHS), ""
    if year[0] == "Y":
        month = ""
    if month and (month == "XX" or int(month) <= 12):
        day = draw(st.sampled_from(["", "", "XX"] if month == "XX" else ["", "XX", "01", "15", "28"]))
    if draw(st.booleans()):
        mark = draw(MARKS)
        return Point(year, month, day, (mark, mark if month else "", mark if day else ""))
    return Point(year, month, day, (draw(MARKS), draw(MARKS) if month else "", draw(MARKS) if day else ""))


ENDS = st.one_of(points(), points(), st.sampled_from(["", ".."]))
SPANS = st.builds(Span, ENDS, ENDS).filter(lambda s: s.start != "" or s.end != "")
RUNS = (
    st.builds(Span, points(), points())
    | st.builds(Span, points(), st.just(".."))
    | st.builds(Span, st.just(".."), points())
)
SETS = st.builds(Several, st.booleans(), st.lists(points() | RUNS, min_size=1, max_size=4).map(tuple))
NOTATIONS: st.SearchStrategy[Notation] = st.one_of(points(), SPANS, SETS)


@st.composite
def dates(draw: st.DrawFn) -> HistoricalDate:
    """Dates that are understood, in either calendar; ends in the wrong order are none."""
    calendar = draw(st.sampled_from(["gregorian", "julian"]))
    try:
        return read_date(draw(st.text(max_size=3)), edtf=written(draw(NOTATIONS)), calendar=calendar)
    except DateError:
        return read_date("n.d.")


@given(NOTATIONS)
def test_edtf_is_written_and_read_back(notation: Notation) -> None:
    assert parse(written(notation)) == notation


@given(st.lists(dates() | st.none(), max_size=12))
def test_the_order_is_total_and_agrees_with_the_ranges(several: list[HistoricalDate | None]) -> None:
    ordered = sorted(several, key=sort_key)
    for before, after in pairwise(ordered):
        assert sort_key(before) <= sort_key(after)
        # Only the same date has the same key.
        assert sort_key(before) < sort_key(after) or before == after
    for one in filter(None, several):
        for other in filter(None, several):
            if one.latest and other.earliest and _number(one.latest) < _number(other.earliest):
                assert sort_key(one) < sort_key(other)
    undated = [date is None or not (date.earliest or date.latest) for date in ordered]
    assert undated == sorted(undated)


def _number(day: str) -> int:
    return number_of_iso_day(day)


@given(dates())
def test_a_range_runs_forward_and_the_years_are_its_own(date: HistoricalDate) -> None:
    if date.earliest and date.latest:
        assert _number(date.earliest) <= _number(date.latest)
    found = years(date)
    assert (found is None) == (not date.earliest and not date.latest)
    assert found is None or found[0] <= found[1]


@given(dates(), st.sampled_from(["en", "ru"]))
def test_a_date_that_is_printed_shows_its_doubt(date: HistoricalDate, language: str) -> None:
    text = print_date(date, language)
    assert text
    if understood(date) and any(mark in date.edtf for mark in "?~%"):
        doubts = (
            "perhaps",
            "about",
            "uncertain",
            "approximate",
            "предпол",
            "около",
            "пример",
            "приблиз",
            "под вопросом",
        )
        assert any(doubt in text for doubt in doubts)


@given(points(), st.sampled_from(["en", "ru"]))
def test_what_is_printed_is_never_read_as_another_time(point: Point, language: str) -> None:
    date = read_date("x", edtf=written(point))
    again = read_date(print_date(date, language))
    if understood(again):
        assert (again.earliest, again.latest) == (date.earliest, date.latest)


WORDS = st.sampled_from(
    [" ".join(words) for words in LEXICON] + list("0123456789-–/,;:()[]?~XY. ") + ["1956", "25", "XIX"]
)


@given(
    st.text(max_size=60)
    | st.lists(WORDS, max_size=14).map(" ".join)
    | st.lists(WORDS, max_size=14).map("".join)
)
@example("[1956-XX-XX/..]")
def test_no_text_raises_and_none_is_lost(text: str) -> None:
    date = read_date(text)
    assert date.as_written == text
    sort_key(date)
    if not understood(date):
        assert (date.earliest, date.latest) == ("", "")
        assert print_date(date, "en") == text
    else:
        # Whatever is understood is EDTF, and gives the same days when it is given as such.
        again = read_date(text, edtf=date.edtf, calendar=date.calendar)
        assert (again.earliest, again.latest) == (date.earliest, date.latest)


@given(st.integers(-(10**7), 10**7), st.sampled_from(["gregorian", "julian"]))
def test_days_are_counted_and_named_both_ways(number: int, calendar: str) -> None:
    assert day_number(*calendar_day(number, calendar), calendar) == number  # type: ignore[arg-type]
    assert number_of_iso_day(iso_day(number)) == number


@given(st.dates())
def test_days_agree_with_the_standard_library(day: day_of) -> None:
    start = day_number(1, 1, 1)
    assert day_number(day.year, day.month, day.day) - start == day.toordinal() - 1
