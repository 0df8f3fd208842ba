"""What printing asks of a date before it chooses words: how much of the year is known, and whether a day is whole."""

from typing import Literal, NamedTuple

from sourcebook.vocabulary.dates.bounds import bounds
from sourcebook.vocabulary.dates.days import Calendar, calendar_day, iso_year
from sourcebook.vocabulary.dates.notation import Point

Case = Literal["nominative", "genitive", "instrumental"]


class YearShape(NamedTuple):
    """A year, decade (by its first year), century or millennium (counted from 1), and whether it is before Christ."""

    kind: Literal["year", "decade", "century", "millennium", "unknown", "other"]
    number: int = 0
    before_christ: bool = False


def year_shape(text: str) -> YearShape:
    """How much of a year is known. The year 0 and those before it are counted as people count them: 1 BC, 2 BC."""
    if text[0] == "Y":
        base, _, exponent = text[1:].partition("E")
        return _counted(int(base) * 10 ** int(exponent or 0))
    before, digits = text[0] == "-", text.lstrip("-")
    known = digits.rstrip("X")
    if "X" in known:
        return YearShape("other")
    match len(digits) - len(known):
        case 0:
            return _counted(int(text))
        # The decades of astronomical years are not those that people count before Christ.
        case 1 if not before:
            return YearShape("decade", int(known) * 10)
        case 2:
            return YearShape("century", int(known) + 1, before)
        case 3:
            return YearShape("millennium", int(known) + 1, before)
        case 4:
            return YearShape("unknown")
    return YearShape("other")


def _counted(year: int) -> YearShape:
    return YearShape("year", year) if year > 0 else YearShape("year", 1 - year, True)


def is_plain_year(point: object) -> bool:
    """Whether it is a single year without any doubt."""
    return (
        isinstance(point, Point)
        and point.year.isdecimal()
        and not (point.month or any(point.doubts) or point.significant)
    )


def whole_day(point: Point) -> tuple[int, int, int] | None:
    """Year, month and day when all are known."""
    if point.day.isdecimal() and point.month.isdecimal() and "X" not in point.year:
        return int(point.year), int(point.month), int(point.day)
    return None


def outer_days(point: Point, calendar: Calendar) -> tuple[Point, Point] | None:
    """The first and the last day that a date can mean, in its own calendar."""
    ends = [_as_point(calendar_day(end, calendar)) for end in bounds(point, calendar) if end is not None]
    return (ends[0], ends[1]) if len(ends) == 2 else None


def gregorian_day(point: Point) -> tuple[int, int, int] | None:
    """The Gregorian day of a whole Julian one."""
    if not whole_day(point):
        return None
    first, _ = bounds(point, "julian")
    return None if first is None else calendar_day(first)


def _as_point(day: tuple[int, int, int]) -> Point:
    return Point(iso_year(day[0]), f"{day[1]:02}", f"{day[2]:02}")
