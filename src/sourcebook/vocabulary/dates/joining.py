"""What the rules of `grammar` make of dates already read: doubts, spans, bounds, sets, and acts with their dates."""

import re
from collections.abc import Sequence

from sourcebook.vocabulary.dates.building import Found, dates, keep, several
from sourcebook.vocabulary.dates.days import iso_year
from sourcebook.vocabulary.dates.notation import Notation, Point, Several, Span
from sourcebook.vocabulary.dates.tokens import Token


def inside(tokens: Sequence[Token]) -> Found:
    """What stands between brackets."""
    return list(tokens[1:-1])


def nothing(tokens: Sequence[Token]) -> Found:
    """Words whose meaning is already taken into account."""
    return []


def first(tokens: Sequence[Token]) -> Found:
    """The first token alone."""
    return [tokens[0]]


def last(tokens: Sequence[Token]) -> Found:
    """The last token alone."""
    return [tokens[-1]]


def doubted(date: Notation, mark: str) -> Notation:
    """The date with a doubt (? or ~) added to every part of it."""
    if isinstance(date, Several):
        return Several(date.all, tuple(_doubted_member(member, mark) for member in date.members))
    return _doubted_member(date, mark)


def _doubted_member(date: Point | Span, mark: str) -> Point | Span:
    if isinstance(date, Point):
        return _doubted_point(date, mark)
    start, end = date.start, date.end
    return Span(
        _doubted_point(start, mark) if isinstance(start, Point) else start,
        _doubted_point(end, mark) if isinstance(end, Point) else end,
    )


def _doubted_point(date: Point, mark: str) -> Point:
    new = mark if date.doubts[0] in ("", mark) else "%"
    return Point(date.year, date.month, date.day, (new, new if date.month else "", new if date.day else ""))


def doubt(tokens: Sequence[Token]) -> Found:
    """A date with the words of doubt before or after it."""
    (token,) = keep("PRV", tokens)
    found = token.date
    for word in tokens:
        if word.kind in "~c?" and found is not None:
            found = doubted(found, "?" if word.kind == "?" else "~")
    return [*keep("mxz", tokens), token._replace(date=found)]


def _start(date: Notation) -> Point | None:
    end = date.start if isinstance(date, Span) else date
    return end if isinstance(end, Point) else None


def _end(date: Notation) -> Point | None:
    end = date.end if isinstance(date, Span) else date
    return end if isinstance(end, Point) else None


def span(tokens: Sequence[Token]) -> Found:
    """“1955–1957”, “from 1955 to 1957”."""
    one, two = dates(tokens)
    start, end = _start(one), _end(two)
    return [Token("R", date=Span(start, end))] if start and end else None


def between(tokens: Sequence[Token]) -> Found:
    """Some time between two dates: a run in a set where both are plain, else a span with its doubts."""
    one, two = dates(tokens)
    if tokens[0].kind == "<":
        one, two = two, one
    start, end = _start(one), _end(two)
    if not start or not end:
        return None
    run = Span(start, end)
    plain = not any((*start.doubts, *end.doubts)) and "X" not in start.year + end.year
    return [Token("V", date=Several(False, (run,))) if plain else Token("R", date=run)]


def before(tokens: Sequence[Token]) -> Found:
    """Up to a date, the date itself not ruled out: EDTF has no bound that excludes."""
    end = _end(dates(tokens)[0])
    return [Token("R", date=Span("", end))] if end else None


def after(tokens: Sequence[Token]) -> Found:
    """From a date on, the date itself not ruled out."""
    start = _start(dates(tokens)[0])
    return [Token("R", date=Span(start, ""))] if start else None


def onwards(tokens: Sequence[Token]) -> Found:
    """“since 1953”, “1953–”: without an end."""
    (date,) = dates(tokens)
    return [Token("R", date=Span(date, ".."))] if isinstance(date, Point) else None


def until(tokens: Sequence[Token]) -> Found:
    """“until 1956”: without a beginning."""
    (date,) = dates(tokens)
    return [Token("R", date=Span("..", date))] if isinstance(date, Point) else None


def within(tokens: Sequence[Token]) -> Found:
    """“a day in 1872”, “a month in 1872”; what is said to lie in a longer time is of that time."""
    found = tokens[1].date
    if (
        isinstance(found, Point)
        and not found.day
        and "X" not in found.year
        and not found.month.startswith(("2", "3"))
    ):
        doubts = (found.doubts[0],) * 2
        if re.search("day|день|дней", tokens[0].text):
            found = Point(found.year, found.month or "XX", "XX", (*doubts, doubts[0]))
        elif re.search("month|месяц", tokens[0].text) and not found.month:
            found = Point(found.year, "XX", "", (*doubts, ""))
    return [Token(tokens[1].kind, date=found)]


def part(tokens: Sequence[Token]) -> Found:
    """“early 1950s”: EDTF has no such part, so the whole is given, which holds it."""
    return keep("P", tokens)


def fraction(tokens: Sequence[Token]) -> Found:
    """“first half of the 19th century”, “second quarter of 1956”."""
    found = tokens[-1].date
    nth, of = divmod(tokens[0].number, 10)
    if not isinstance(found, Point) or found.month or found.year[0] == "-":
        return None
    if "X" not in found.year:
        code = {2: 39, 3: 36, 4: 32}[of] + nth
        return [Token("P", date=Point(found.year, str(code), "", (found.doubts[0],) * 2 + ("",)))]
    low, high = int(found.year.replace("X", "0")), int(found.year.replace("X", "9"))
    size, rest = divmod(high - low + 1, of)
    if rest:
        return None
    start = low + (nth - 1) * size
    run = Span(Point(iso_year(start)), Point(iso_year(start + size - 1)))
    return [Token("R", date=run)]


def one_of(tokens: Sequence[Token]) -> Found:
    """“1845 or 1847”."""
    return several(dates(tokens), every=False)


def all_of(tokens: Sequence[Token]) -> Found:
    """“1833 and 1836”, “1965, 1983”."""
    return several(dates(tokens), every=True)


def acts(tokens: Sequence[Token]) -> Found:
    """“reworked and exhibited”: the act that matters most to the thing's date."""
    return [next(token for kind in "mzx" for token in tokens if token.kind == kind)]


def shown_in(tokens: Sequence[Token]) -> Found:
    """“exhibited 1809, 1840”: the act keeps its several dates."""
    return [tokens[0], *(several(dates(tokens), every=True) or [])]


def clause(tokens: Sequence[Token]) -> Found:
    """“(repaired 2009)” says the same as “, repaired 2009”."""
    return [Token(","), *tokens[1:-1]]


def anew(tokens: Sequence[Token]) -> Found:
    """“1846, reworked 1857”: the thing as it stands was made at both times."""
    return [Token("&"), tokens[-1]]
