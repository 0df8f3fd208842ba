"""The first and the last day that an EDTF date can mean.

A doubtful or approximate date keeps the bounds of the date it names: how far “about 1912” reaches is not for us to
invent. Unspecified digits and years given as parts of a decade or century reach over all that they leave open.
"""

from collections.abc import Iterator
from itertools import islice

from sourcebook.vocabulary.dates.days import Calendar, day_number, month_length
from sourcebook.vocabulary.dates.notation import Notation, Point, Several, Span
from sourcebook.vocabulary.errors import DateError

# Winter is a part of the year it is named by, and may lie at either end of it; so may the southern summer.
_WHOLE = (1, 12)
_SPRING, _SUMMER, _AUTUMN = (3, 5), (6, 8), (9, 11)
PARTS_OF_YEAR: dict[int, tuple[int, int]] = dict(
    enumerate(
        (
            *(_SPRING, _SUMMER, _AUTUMN, _WHOLE),
            *(_SPRING, _SUMMER, _AUTUMN, _WHOLE),
            *(_AUTUMN, _WHOLE, _SPRING, _SUMMER),
            *((1, 3), (4, 6), (7, 9), (10, 12)),
            *((1, 4), (5, 8), (9, 12)),
            *((1, 6), (7, 12)),
        ),
        start=21,
    )
)

Bounds = tuple[int | None, int | None]


def bounds(notation: Notation, calendar: Calendar) -> Bounds:
    """Numbers of the first and last day, None where there is no bound; raises DateError for days that never were."""
    if isinstance(notation, Point):
        return _point(notation, calendar)
    if isinstance(notation, Span):
        first, _ = _end(notation.start, calendar)
        _, last = _end(notation.end, calendar)
        if first is not None and last is not None and last < first:
            raise DateError("The interval ends before it begins; write the earlier date first.")
        return first, last
    return _several(notation, calendar)


def _several(several: Several, calendar: Calendar) -> Bounds:
    members = [bounds(member, calendar) for member in several.members]
    firsts, lasts = zip(*members, strict=True)
    first = None if None in firsts else min(f for f in firsts if f is not None)
    last = None if None in lasts else max(last for last in lasts if last is not None)
    return first, last


def _end(end: Point | str, calendar: Calendar) -> Bounds:
    return _point(end, calendar) if isinstance(end, Point) else (None, None)


def _point(point: Point, calendar: Calendar) -> Bounds:
    first, last = next(_days(point, calendar, 1), None), next(_days(point, calendar, -1), None)
    if first is None or last is None:
        raise DateError(
            f"There is no such day or month as {'-'.join(filter(None, (point.year, point.month, point.day)))}."
        )
    # An unknown year says nothing of when; the day of the year it leaves is for people to read.
    return (None, None) if point.year == "XXXX" else (first, last)


def _days(point: Point, calendar: Calendar, step: int) -> Iterator[int]:
    """The days a date can mean, from the first on (step 1) or from the last back (step -1)."""
    # The longest stretch without a 29 February is eight years, so a few candidates settle whether a day exists.
    for year in islice(_years(point, step), 100):
        for month in _months(point.month, step):
            length = month_length(year, month, calendar)
            for day in range(1, length + 1)[::step]:
                if _fits(point.day, day):
                    yield day_number(year, month, day, calendar)


def _years(point: Point, step: int) -> Iterator[int]:
    text = point.year
    if text[0] == "Y":
        base, _, exponent = text[1:].partition("E")
        low = high = int(base) * 10 ** int(exponent or 0)
        if abs(low) >= 10**13:
            raise DateError(
                f"The year {text} is older or later than the world; years have at most 13 digits."
            )
    else:
        low, high = sorted((int(text.replace("X", "0")), int(text.replace("X", "9"))))
    if point.significant:
        unit = (
            10 ** (len(text.lstrip("Y-")) - point.significant)
            if "E" not in text
            else 10 ** len(str(abs(low)))
        )
        least = abs(low) // unit * unit
        low, high = (least, least + unit - 1) if low >= 0 else (1 - least - unit, -least)
        yield from range(low, high + 1)[::step]
        return
    digits = text.lstrip("-")
    for year in range(low, high + 1)[::step]:
        if text[0] == "Y" or _fits(digits, abs(year), 4):
            yield year


def _months(text: str, step: int) -> range | list[int]:
    if text.isdecimal() and int(text) in PARTS_OF_YEAR:
        first, last = PARTS_OF_YEAR[int(text)]
        return range(first, last + 1)[::step]
    return [month for month in range(1, 13)[::step] if _fits(text, month)]


def _fits(pattern: str, number: int, width: int = 2) -> bool:
    """Whether a number is written by a pattern of digits and X; the empty pattern fits all."""
    if not pattern:
        return True
    return all(p in ("X", d) for p, d in zip(pattern, f"{number:0{width}}", strict=True))
