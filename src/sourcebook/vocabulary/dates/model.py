"""A date as a source gives it, with what we understand of it."""

from typing import Literal

import msgspec

from sourcebook.vocabulary.dates.bounds import bounds
from sourcebook.vocabulary.dates.days import Calendar, iso_day, number_of_iso_day
from sourcebook.vocabulary.dates.notation import parse


class HistoricalDate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date in a source's own words, in EDTF, and as a range of days; made by `read_date`."""

    as_written: str
    """The words that readers see."""
    edtf: str = ""
    """EDTF in the calendar of the document; empty when the words are not understood."""
    calendar: Literal["gregorian", "julian"] = "gregorian"
    """Julian for Old Style dates, as in Russia before 14 February 1918."""
    earliest: str = ""
    """The first day it can mean (YYYY-MM-DD, astronomical years) in the proleptic Gregorian calendar, whatever the
    document's; empty when open or unknown."""
    latest: str = ""
    """The last day likewise."""
    reason: str = ""
    """Why the date is held to be so."""


def from_edtf(edtf: str, as_written: str, calendar: Calendar, reason: str) -> HistoricalDate:
    """The date that a piece of EDTF gives; raises DateError when it has not the form or names a day that never was."""
    first, last = bounds(parse(edtf), calendar)
    return HistoricalDate(
        as_written=as_written,
        edtf=edtf,
        calendar=calendar,
        earliest="" if first is None else iso_day(first),
        latest="" if last is None else iso_day(last),
        reason=reason,
    )


def understood(date: HistoricalDate) -> bool:
    """Whether the words were understood; a date that is not keeps its text and has no range."""
    return bool(date.edtf)


def years(date: HistoricalDate) -> tuple[int, int] | None:
    """First and last year (astronomical, Gregorian); a bound that is open takes the other's year; None without any."""
    ends = [_year(day) for day in (date.earliest, date.latest) if day]
    return (ends[0], ends[-1]) if ends else None


def _year(day: str) -> int:
    number_of_iso_day(day)
    return int(day[:-6].lstrip("Y"))
