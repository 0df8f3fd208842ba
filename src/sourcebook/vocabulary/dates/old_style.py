"""Old Style: dates by the Julian calendar, marked so or given in both styles, as in “12 (25) February 1917”."""

import re
from collections.abc import Sequence

from sourcebook.vocabulary.dates.building import Found, keep, point
from sourcebook.vocabulary.dates.days import calendar_day, day_number, month_length
from sourcebook.vocabulary.dates.tokens import Token

MARKED = re.compile(
    r"\bold[ -]style\b|\bo\. ?s\.|\bjulian\b|\bст\. ?ст(?:\.|\b)|\bстар(?:ый|ого|ому) стил[юяь]\b|\bпо ст\. стилю\b",
    re.I,
)

_ONE = r"(?:[nO]M?[Yy]?G?|M[nO],?[Yy]?G?)"
#: The same day twice, in kinds of tokens: the second in brackets or after a stroke.
TWICE = re.compile(rf"{_ONE}(?:[(\[]{_ONE}[)\]]|/{_ONE})(?:M,?)?,?(?:[Yy]G?)?")
#: Two such days that share their month and year.
TWICE_TWICE = re.compile(r"([nO]\([nO]\))-[nO]\([nO]\)(M[Yy]G?)")

_Parts = tuple[int, int | None, int | None]


def share(tokens: Sequence[Token]) -> Found:
    """“12 (25) – 15 (28) February 1917”, with the month and the year given to both ends."""
    return [*tokens[:4], *tokens[9:], *tokens[4:]]


def twice(tokens: Sequence[Token]) -> Found:
    """The Julian day of a date given in both styles, when the two are the same day; the order may be either."""
    cut = next(place for place, token in enumerate(tokens) if token.kind in "([/")
    close = next((place for place, token in enumerate(tokens) if token.kind in ")]"), None)
    before = list(tokens[:cut])
    after = list(tokens[cut + 1 : close]) if close else list(tokens[cut + 1 :])
    rest = list(tokens[close + 1 :]) if close else []
    one, two = _parts(before), _parts(after)
    (_, month, year) = _parts([Token("n"), *rest])
    month = month or one[1] or two[1]
    years = {y for y in (one[2], two[2], year) if y is not None}
    found = {
        julian
        for julian, gregorian in (((one, two)), ((two, one)))
        for julian in _julian_days(julian, gregorian, month, years)
    }
    if len(found) != 1:
        return None
    return [point(*_written(found.pop()))._replace(text="julian")]


def _written(day: tuple[int, int, int]) -> tuple[str, int, int]:
    return f"{day[0]:04}", day[1], day[2]


def _parts(tokens: Sequence[Token]) -> _Parts:
    days, months, years = keep("nO", list(tokens)), keep("M", list(tokens)), keep("Yy", list(tokens))
    return days[0].number, months[0].number if months else None, years[0].number if years else None


def _julian_days(
    julian: _Parts, gregorian: _Parts, shared_month: int | None, years: set[int]
) -> list[tuple[int, int, int]]:
    """The Julian days that fit: the two styles must name one day, and each year given must be the year of one."""
    month = julian[1] or shared_month
    if month is None:
        return []
    fitting = []
    for year in {julian[2]} if julian[2] is not None else {y + step for y in years for step in (-1, 0)}:
        if year is None or not 1 <= julian[0] <= month_length(year, month, "julian"):
            continue
        other = calendar_day(day_number(year, month, julian[0], "julian"))
        wanted = (gregorian[2] or other[0], gregorian[1] or shared_month or other[1], gregorian[0])
        if other == wanted and years <= {year, other[0]}:
            fitting.append((year, month, julian[0]))
    return fitting
