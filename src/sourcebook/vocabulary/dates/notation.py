"""EDTF taken apart: levels 0 and 1 and the whole of level 2, as in ISO 8601-2:2019 and the Library of Congress's
specification, written and read back without loss.

The text is checked for form here; whether its days exist depends on the calendar and is checked in `bounds`.
"""

import re
from typing import Literal

import msgspec

from sourcebook.sentences import Sentence
from sourcebook.vocabulary.errors import DateError

LONGEST = 500

_POINT = re.compile(
    r"([?~%]?)(Y-?[0-9]{5,13}|Y-?[1-9][0-9]{0,8}E[0-9]{1,2}|-?[0-9X]{4})(?:S([1-9][0-9]?))?([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
    r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
)
_TIME = re.compile(
    r"T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)


class Point(msgspec.Struct, frozen=True):
    """One date, a day or less exact. Digits may be X; a month of 21 to 41 is a season or another part of the year."""

    year: str
    month: str = ""
    day: str = ""
    #: "", "?" (uncertain), "~" (approximate) or "%" (both), for the year, the month and the day.
    doubts: tuple[str, str, str] = ("", "", "")
    #: With its leading T, and the zone as written.
    time: str = ""
    #: How many digits of the year are significant; 0 when that is not said.
    significant: int = 0

    @property
    def doubt(self) -> str | None:
        """The doubt shared by every part of the date, or None when they differ."""
        present = {d for d, part in zip(self.doubts, (self.year, self.month, self.day), strict=True) if part}
        return present.pop() if len(present) == 1 else None


class Span(msgspec.Struct, frozen=True):
    """From one date to another. An end is "" when unknown and ".." when there is none."""

    start: Point | Literal["", ".."]
    end: Point | Literal["", ".."]


class Several(msgspec.Struct, frozen=True):
    """All of the members, or one of them without our knowing which. Spans among them are runs such as 1670..1672."""

    all: bool
    members: tuple[Point | Span, ...]


Notation = Point | Span | Several


def parse(text: str) -> Notation:
    """Take EDTF apart; raises DateError when the text has not its form."""
    if len(text) > LONGEST:
        raise DateError(
            Sentence(
                "A date of {number} characters is too long to be EDTF; the limit is {limit}.",
                number=len(text),
                limit=LONGEST,
            )
        )
    if text[:1] + text[-1:] in ("[]", "{}"):
        members = tuple(_member(part.strip(" ")) for part in text[1:-1].split(","))
        return Several(all=text[0] == "{", members=members)
    start, slash, end = text.partition("/")
    if not slash:
        return _point(text)
    if not start and not end:
        raise DateError(Sentence("“/” names no date; write ../.. for an interval without any bounds."))
    return Span(_end(start), _end(end))


def written(notation: Notation) -> str:
    """EDTF, in its canonical form."""
    if isinstance(notation, Several):
        inside = ",".join(_run(m) if isinstance(m, Span) else written(m) for m in notation.members)
        return f"{{{inside}}}" if notation.all else f"[{inside}]"
    if isinstance(notation, Span):
        return f"{_written_end(notation.start)}/{_written_end(notation.end)}"
    significant = f"S{notation.significant}" if notation.significant else ""
    year = notation.year + significant
    if notation.doubt is not None:
        parts = [part for part in (year, notation.month, notation.day) if part]
        return "-".join(parts) + notation.time + notation.doubt
    marked = (
        doubt + part
        for doubt, part in zip(notation.doubts, (year, notation.month, notation.day), strict=True)
    )
    return "-".join(part for part in marked if part)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(
            Sentence(
                "“{text}” is not EDTF; write for instance 1956-02-25, 1956?, 195X or 1955/1956.",
                text=text[:80],
            )
        )
    (
        before_year,
        year,
        significant,
        after_year,
        before_month,
        month,
        after_month,
        before_day,
        day,
        after_day,
        time,
    ) = (part or "" for part in match.groups())
    # A mark after a part holds for all parts to its left; a mark before a part for that part alone.
    year_doubt = _both(before_year, after_year, after_month, after_day)
    doubts = (year_doubt, _both(before_month, after_month, after_day), _both(before_day, after_day))
    if year == "-0000" or (year[0] == "Y" and month):
        raise DateError(
            Sentence("“{text}” is not EDTF: the year {year} is not written so.", text=text[:80], year=year)
        )
    if day and month.isdecimal() and int(month) > 20:
        raise DateError(Sentence("“{text}” is not EDTF: a season has no days of its own.", text=text[:80]))
    if significant and int(significant) > len(year.lstrip("Y-")):
        raise DateError(
            Sentence(
                "“{text}” is not EDTF: the year has fewer digits than are called significant.", text=text[:80]
            )
        )
    if time and (not day or any(doubts) or "X" in year + month + day or not _TIME.fullmatch(time)):
        raise DateError(
            Sentence(
                "“{text}” is not EDTF: a time is HH:MM:SS, with its zone, after a whole date.", text=text[:80]
            )
        )
    return Point(year, month, day, doubts, time, int(significant or 0))


def _both(*doubts: str) -> str:
    marks = set(doubts) - {""}
    return "%" if len(marks) > 1 else "".join(marks)


def _end(text: str) -> Point | Literal["", ".."]:
    if text == "":
        return ""
    return ".." if text == ".." else _point(text)


def _member(text: str) -> Point | Span:
    start, dots, end = text.partition("..")
    if not dots:
        return _point(text)
    if not start and not end:
        raise DateError(Sentence("A set of dates cannot hold “..” alone; put a date before or after it."))
    return Span(_point(start) if start else "..", _point(end) if end else "..")


def _run(span: Span) -> str:
    return "..".join(written(end) if isinstance(end, Point) else "" for end in (span.start, span.end))


def _written_end(end: Point | Literal["", ".."]) -> str:
    return written(end) if isinstance(end, Point) else end
