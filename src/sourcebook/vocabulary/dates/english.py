"""Dates in English words."""

import re

from sourcebook.vocabulary.dates.notation import Point
from sourcebook.vocabulary.dates.shapes import Case, year_shape

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_NTH = ("first", "second", "third", "fourth")
_PARTS = ("year", "month", "day")

OLD_STYLE = "Old Style"
NO_BOUNDS = "at any time"
ALL, ONE = "and", "or"


def year(text: str, case: Case = "nominative") -> str:
    """A year, decade or century; "" when its known digits make none of them."""
    kind, number, before = year_shape(text)
    match kind:
        case "year" if before:
            return f"{number if number < 10000 else f'{number:,}'} BC"
        case "year":
            return f"AD {number}" if number < 1000 else f"{number}" if number < 10000 else f"{number:,}"
        case "decade":
            # “1900s” would be taken for the century.
            return f"{number}s" if number % 100 else f"{number:04}–{number + 9:04}"
        case "century" | "millennium":
            return f"{ordinal(number)} {kind}{' BC' if before else ''}"
        case "unknown":
            return "year unknown"
    return ""


def ordinal(number: int) -> str:
    """“1st”, “12th”, “23rd”."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 % 10 != 1 else 0, "th")
    return f"{number}{ending}"


def core(point: Point, case: Case = "nominative") -> str:
    """A date without its doubts; "" when it has no words of its own."""
    of = year(point.year)
    if not of or not point.month:
        return of
    known_year = year_shape(point.year).kind == "year"
    if point.month == "XX":
        unit = {"": "a month", "XX": "a day"}.get(point.day)
        return f"{unit} in {'the ' * (not known_year)}{of}" if unit and of != "year unknown" else ""
    if "X" in point.month or ("X" in point.day and point.day != "XX"):
        return ""
    month = (
        _part_of_year(int(point.month), of, known_year)
        if int(point.month) > 12
        else MONTHS[int(point.month) - 1]
    )
    if not month or int(point.month) > 24:
        return month
    day = f"{int(point.day)} " if point.day.isdecimal() else "a day in " if point.day else ""
    if known_year:
        return f"{day}{month} {of}"
    return f"{day}{month} ({of})" if of == "year unknown" or "–" in of else f"{day}{month}, {of}"


def _part_of_year(code: int, of: str, known_year: bool) -> str:
    if code <= 24:
        return _SEASONS[code - 21]
    if code <= 32:
        hemisphere = "Northern" if code <= 28 else "Southern"
        return f"{_SEASONS[(code - 21) % 4]} {of if known_year else f'({of})'} ({hemisphere} Hemisphere)"
    first, unit = (33, "quarter") if code <= 36 else (37, "third") if code <= 39 else (40, "half")
    # “The first half of the 1960s” is another time than the first half of one of its years.
    return f"{_NTH[code - first]} {unit} of {of if known_year else f'a year ({of})'}"


def time(text: str) -> str:
    """A time of day with its zone as written."""
    clock, zone = text[1:9].removesuffix(":00"), text[9:]
    return f", {clock}{' UTC' if zone == 'Z' else f' ({zone})' if zone else ''}"


def doubted(mark: str, text: str, genitive: str) -> str:
    """A date with a doubt about the whole of it."""
    return {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}[mark] + (
        _with_article(text) if mark else text
    )


def _with_article(text: str) -> str:
    """“1950s” and “19th century” stand alone as they are, and within a phrase with their article."""
    return f"the {text}" if re.match(r"[0-9]+(?:s|st|nd|rd|th)\b", text) else text


def doubted_end(mark: str, text: str) -> str:
    """The first end of a range, with a doubt that the other end does not share."""
    return f"{text} ({ {'?': 'uncertain', '~': 'approximate', '%': 'approximate, uncertain'}[mark] })"


def doubted_parts(doubts: tuple[str, str, str]) -> str:
    """Doubts about some of the parts of a date."""
    words = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
    said = [f"{part} {words[mark]}" for part, mark in zip(_PARTS, doubts, strict=True) if mark]
    return f" ({', '.join(said)})"


def estimated(text: str, first: str, last: str) -> str:
    """A year of which only some digits are significant."""
    return f"{text} (an estimate; between {first} and {last})"


def both_styles(julian: tuple[int, int, int], gregorian: tuple[int, int, int], years: tuple[str, str]) -> str:
    """“12 (25) February 1917”."""
    months = MONTHS[julian[1] - 1], MONTHS[gregorian[1] - 1]
    if julian[0] != gregorian[0]:
        return f"{julian[2]} {months[0]} {years[0]} ({gregorian[2]} {months[1]} {years[1]})"
    if julian[1] != gregorian[1]:
        return f"{julian[2]} {months[0]} ({gregorian[2]} {months[1]}) {years[0]}"
    return f"{julian[2]} ({gregorian[2]}) {months[0]} {years[0]}"


def span(start: Point, end: Point) -> tuple[str, str] | None:
    """A range in one breath, as nominative and genitive; None where the ends share too little."""
    text = _years(start, end) if not start.month and not end.month else _within_year(start, end)
    return (text, text) if text else None


def _years(start: Point, end: Point) -> str:
    first, last = year_shape(start.year), year_shape(end.year)
    if first.kind != last.kind or first.before_christ != last.before_christ:
        return ""
    era = " BC" if first.before_christ else ""
    if first.kind == "century":
        return f"{ordinal(first.number)}–{ordinal(last.number)} centuries{era}"
    if first.kind == "year" or (first.kind == "decade" and first.number % 100 and last.number % 100):
        return f"{year(start.year).removesuffix(era)}–{year(end.year)}"
    return ""


def _within_year(start: Point, end: Point) -> str:
    if start.year != end.year or year_shape(start.year).kind != "year" or not (start.month and end.month):
        return ""
    first = core(start).removesuffix(f" {year(start.year)}")
    if start.day and end.day:
        if start.month == end.month:
            return f"{int(start.day)}–{core(end)}"
        return f"{first} – {core(end)}"
    seasons_or_months = int(start.month) <= 24 and int(end.month) <= 24
    return f"{first}–{core(end)}" if seasons_or_months and not start.day and not end.day else ""


def between(start: Point, end: Point) -> str:
    """Some time between two dates; what the two share is said once."""
    first = core(start)
    if start.year == end.year and start.month and end.month:
        first = first.removesuffix(f" {year(start.year)}")
        if start.day and end.day and start.month == end.month:
            first = str(int(start.day))
    return between_texts(_with_article(first), _with_article(core(end)))


def between_texts(first: str, last: str) -> str:
    """Some time between two dates in words (Russian: in the instrumental)."""
    return f"between {first} and {last}"


def years(texts: list[str], every: bool) -> str:
    """Several plain years."""
    return listed(texts, every)


def listed(texts: list[str], every: bool) -> str:
    """“A, B and C”, “A, B or C”."""
    return f"{', '.join(texts[:-1])} {ALL if every else ONE} {texts[-1]}" if len(texts) > 1 else texts[0]


def or_earlier(text: str, genitive: str, doubtful: bool) -> str:
    """A date as the latest possible one."""
    return f"{text} or earlier"


def or_later(text: str, genitive: str, doubtful: bool) -> str:
    """A date as the earliest possible one."""
    return f"{text} or later"


def until(mark: str, genitive: str) -> str:
    """Up to a date, from no beginning."""
    return f"until {doubted(mark, genitive, genitive) if mark else _with_article(genitive)}"


def since(mark: str, genitive: str) -> str:
    """From a date on, without end."""
    return f"from {doubted(mark, genitive, genitive) if mark else _with_article(genitive)}"
