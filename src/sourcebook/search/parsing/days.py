"""`year:1956`, `year:1953..1956`, `date:1956-02..`, `год:"25 февраля 1956"`: ranges of days, in words or in EDTF."""

import re

from sourcebook.search.query import Between
from sourcebook.vocabulary.dates import read_date
from sourcebook.vocabulary.dates.days import number_of_iso_day

_RANGE = re.compile(r"\s*(?:\.\.+|…)\s*")
_YEARS = re.compile(r"(\d{3,4})\s*[-–—]\s*(\d{3,4})", re.ASCII)
_LONGEST = 100


def days(text: str) -> Between | None:
    """The days that a value means, `!` at its end asking for what surely lies within; None where it is no date."""
    surely = text.endswith("!")
    text = text.removesuffix("!").strip()[:_LONGEST]
    years = _YEARS.fullmatch(text)
    ends = [years[1], years[2]] if years else _RANGE.split(text)
    if len(ends) > 2 or not any(ends):
        return None
    bounds = [_bounds(end) if end else (None, None) for end in ends]
    first, last = bounds[0], bounds[-1]
    if first is None or last is None:
        return None
    if first[0] is not None and last[1] is not None and first[0] > last[1]:
        first, last = last, first
    return Between(first[0], last[1], surely)


def _bounds(text: str) -> tuple[int | None, int | None] | None:
    date = read_date(text)
    if not date.earliest and not date.latest:
        return None
    return (
        number_of_iso_day(date.earliest) if date.earliest else None,
        number_of_iso_day(date.latest) if date.latest else None,
    )
