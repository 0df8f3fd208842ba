"""The first and the last day that an EDTF date can mean.

A doubtful or approximate date keeps the bounds of the date it names: how far “about 1912” reaches is not for us to
invent. Unspecified digits and years given as parts of a decade or century reach over all that they leave open.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sourcebook.sentences import Sentence
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
            raise DateError(Sentence("The interval ends before it begins; write the earlier date first."))
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
            Sentence(
                "There is no such day or month as {date}.",
                date="-".join(filter(None, (point.year, point.month, point.day))),
            )
        )
    # An unknown year says nothing of when; the day of the year it leaves is for people to read.
    return (None, None) if point.year == "XXXX" else (first, last)


def _days(point: Point, calendar: Calendar, step: int) -> Iterator[int]:
    """The days a date can mean, from the first on (step 1) or from the last back (step -1)."""
    # The longest stretch without a 29 February is eight years: a few candidates settle whether a day exists.
    for year in islice(_years(point, step), 100):
        for month in _months(point.month, step):
            for day in _fitting(point.day, 1, month_length(year, month, calendar), step):
                yield day_number(year, month, day, calendar)


def _years(point: Point, step: int) -> Iterable[int]:
    text = point.year
    if text[0] == "Y":
        base, _, exponent = text[1:].partition("E")
        low = high = int(base) * 10 ** int(exponent or 0)
        if abs(low) >= 10**13:
            raise DateError(
                Sentence("The year {text} is out of this world; years have at most 13 digits.", text=text)
            )
    else:
        low, high = sorted((int(text.replace("X", "0")), int(text.replace("X", "9"))))
    if point.significant:
        unit = 10 ** max(0, max(4, len(str(abs(low)))) - point.significant)
        least = abs(low) // unit * unit
        low, high = (least, least + unit - 1) if low >= 0 else (1 - least - unit, -least)
    elif "X" in text.lstrip("-").rstrip("X"):
        digits = text.lstrip("-")
        return (year for year in range(low, high + 1)[::step] if _fits(digits, f"{abs(year):04}"))
    return range(low, high + 1)[::step]


def _months(text: str, step: int) -> Sequence[int]:
    if text.isdecimal() and int(text) in PARTS_OF_YEAR:
        first, last = PARTS_OF_YEAR[int(text)]
        return range(first, last + 1)[::step]
    return _fitting(text, 1, 12, step)


def _fitting(pattern: str, first: int, last: int, step: int) -> Sequence[int]:
    """The numbers from first to last, or back, that are written by a pattern of two digits or X; "" fits all."""
    if not pattern:
        return range(first, last + 1)[::step]
    if pattern.isdecimal():
        return (int(pattern),) if first <= int(pattern) <= last else ()
    return [number for number in range(first, last + 1)[::step] if _fits(pattern, f"{number:02}")]


def _fits(pattern: str, digits: str) -> bool:
    return all(p in ("X", d) for p, d in zip(pattern, digits, strict=True))
