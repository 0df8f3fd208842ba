"""Dates in words: EDTF said aloud, with every doubt that it holds."""

from typing import Protocol

from sourcebook.vocabulary.dates import english, russian
from sourcebook.vocabulary.dates.days import Calendar, iso_year
from sourcebook.vocabulary.dates.model import HistoricalDate
from sourcebook.vocabulary.dates.notation import Notation, Point, Several, Span, parse
from sourcebook.vocabulary.dates.shapes import (
    Case,
    gregorian_day,
    is_plain_year,
    outer_days,
    whole_day,
)
from sourcebook.vocabulary.errors import DateError


class Wording(Protocol):
    """What a language says of dates; `english` and `russian` are such modules."""

    OLD_STYLE: str
    NO_BOUNDS: str

    def year(self, text: str, case: Case = ...) -> str: ...
    def core(self, point: Point, case: Case = ...) -> str: ...
    def time(self, text: str) -> str: ...
    def doubted(self, mark: str, text: str, genitive: str) -> str: ...
    def doubted_end(self, mark: str, text: str) -> str: ...
    def doubted_parts(self, doubts: tuple[str, str, str]) -> str: ...
    def estimated(self, text: str, first: str, last: str) -> str: ...
    def both_styles(
        self, julian: tuple[int, int, int], gregorian: tuple[int, int, int], years: tuple[str, str]
    ) -> str: ...
    def span(self, start: Point, end: Point) -> tuple[str, str] | None: ...
    def between(self, start: Point, end: Point) -> str: ...
    def between_texts(self, first: str, last: str) -> str: ...
    def years(self, texts: list[str], every: bool) -> str: ...
    def listed(self, texts: list[str], every: bool) -> str: ...
    def or_earlier(self, text: str, genitive: str, doubtful: bool) -> str: ...
    def or_later(self, text: str, genitive: str, doubtful: bool) -> str: ...
    def until(self, mark: str, genitive: str) -> str: ...
    def since(self, mark: str, genitive: str) -> str: ...


def print_date(date: HistoricalDate, language: str) -> str:
    """The date in words of Russian ("ru…") or else of English; as written when it is not understood.

    Old Style days are given in both styles: “12 (25) February 1917”.
    """
    words: Wording = russian if language.startswith("ru") else english
    try:
        notation = parse(date.edtf) if date.edtf else None
        return date.as_written if notation is None else _whole(notation, date.calendar, words)
    except DateError:
        return date.as_written


def _whole(notation: Notation, calendar: Calendar, words: Wording) -> str:
    text = _notation(notation, calendar, words)
    only_days = all(whole_day(point) for point in _points(notation))
    return text if calendar == "gregorian" or only_days else f"{text} ({words.OLD_STYLE})"


def _points(notation: Notation) -> list[Point]:
    if isinstance(notation, Point):
        return [notation]
    if isinstance(notation, Span):
        return [end for end in (notation.start, notation.end) if isinstance(end, Point)]
    return [point for member in notation.members for point in _points(member)]


def _notation(notation: Notation, calendar: Calendar, words: Wording) -> str:
    if isinstance(notation, Point):
        return _point(notation, calendar, words)
    if isinstance(notation, Span):
        return _span(notation, calendar, words)
    return _several(notation, calendar, words)


def _core(point: Point, calendar: Calendar, words: Wording, case: Case) -> str:
    """A date without its doubts, by the bounds of what it can mean when there is no word for it."""
    julian, gregorian = whole_day(point), gregorian_day(point) if calendar == "julian" else None
    if julian and gregorian:
        return words.both_styles(
            julian, gregorian, (words.year(point.year), words.year(iso_year(gregorian[0])))
        )
    ends = outer_days(point, calendar)
    if point.significant and ends:
        first, last = (words.year(end.year) for end in ends)
        return words.estimated(words.core(point, case), first, last)
    text = words.core(point, case)
    if not text:
        return (
            words.between(*ends)
            if ends
            else f"“{'-'.join(filter(None, (point.year, point.month, point.day)))}”"
        )
    return text + words.time(point.time) if point.time else text


def _point(point: Point, calendar: Calendar, words: Wording) -> str:
    text = _core(point, calendar, words, "nominative")
    if point.doubt is None:
        return text + words.doubted_parts(point.doubts)
    return words.doubted(point.doubt, text, _core(point, calendar, words, "genitive"))


def _span(span: Span, calendar: Calendar, words: Wording) -> str:
    start, end = span.start, span.end
    if isinstance(start, Point) and isinstance(end, Point):
        return _closed(start, end, calendar, words)
    point = start if isinstance(start, Point) else end
    if not isinstance(point, Point):
        return words.NO_BOUNDS
    genitive = _core(point, calendar, words, "genitive")
    if ".." in (start, end) and point.doubt is not None:
        return words.until(point.doubt, genitive) if point is end else words.since(point.doubt, genitive)
    say = words.or_earlier if point is end else words.or_later
    return say(_point(point, calendar, words), genitive, any(point.doubts))


def _closed(start: Point, end: Point, calendar: Calendar, words: Wording) -> str:
    plain = not any(p.time or p.significant or "X" in p.month + p.day for p in (start, end))
    days = whole_day(start) or whole_day(end)
    if plain and start.doubt is not None and start.doubt == end.doubt and not (calendar == "julian" and days):
        together = words.span(start, end)
        if together:
            return words.doubted(start.doubt, *together)
    if start.doubt and start.doubt != end.doubt:
        # “About 1955 – 1957” would seem to doubt both.
        first = words.doubted_end(start.doubt, _core(start, calendar, words, "nominative"))
    else:
        first = _point(start, calendar, words)
    return f"{first} – {_point(end, calendar, words)}"


def _several(several: Several, calendar: Calendar, words: Wording) -> str:
    members = several.members
    if len(members) == 1 and isinstance(members[0], Span) and not several.all:
        return _some_time(members[0], calendar, words)
    if all(is_plain_year(member) for member in members):
        return words.years([_notation(member, calendar, words) for member in members], several.all)
    return words.listed([_member(member, several.all, calendar, words) for member in members], several.all)


def _some_time(run: Span, calendar: Calendar, words: Wording) -> str:
    """One date out of a run: between two, or not later or not earlier than one."""
    start, end = run.start, run.end
    if not isinstance(start, Point) or not isinstance(end, Point):
        return _member(run, False, calendar, words)
    plain = not any((*start.doubts, *end.doubts)) and words.core(start) and words.core(end)
    if plain and calendar == "gregorian":
        return words.between(start, end)
    first, last = (
        _point(point, calendar, words) if any(point.doubts) else _core(point, calendar, words, "instrumental")
        for point in (start, end)
    )
    return words.between_texts(first, last)


def _member(member: Point | Span, every: bool, calendar: Calendar, words: Wording) -> str:
    """A member of a set; one of a run without an end is not later, or not earlier, than its other end."""
    if isinstance(member, Point):
        return _point(member, calendar, words)
    start, end = ("" if side == ".." and not every else side for side in (member.start, member.end))
    return _span(Span(start, end), calendar, words)
