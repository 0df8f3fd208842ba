"""Snippets: the stretches of a text in which most of what was asked for stands together."""

import re
from collections.abc import Sequence

from msgspec import Struct

from sourcebook.search.answers import Mark

LONGEST = 280
_SPACE = re.compile(r"\s")
_SENTENCE = re.compile(r"[.!?…。！？]['\"»”’)\]]*\s+")
_AROUND = 60


class Snippet(Struct, frozen=True):
    """Characters [start, end) of a text, and the marks within, by their places in the whole text."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def snippets(text: str, marks: Sequence[Mark], longest: int = LONGEST, most: int = 1) -> tuple[Snippet, ...]:
    """At most so many stretches, in the order of the text, that show the most different words; the beginning of the
    text where nothing is marked.
    """
    if len(text) <= longest:
        return (Snippet(0, len(text), tuple(marks)),)
    if not marks:
        return (Snippet(0, _word_end(text, longest), ()),)
    chosen: list[Snippet] = []
    left = list(marks)
    while left and len(chosen) < most:
        best = max(range(len(left)), key=lambda first: (*_worth(left, first, longest), -first))
        snippet = _around(text, left, best, longest)
        chosen.append(snippet)
        left = [mark for mark in left if mark.end <= snippet.start or mark.start >= snippet.end]
    return tuple(sorted(chosen, key=lambda snippet: snippet.start))


def _worth(marks: Sequence[Mark], first: int, longest: int) -> tuple[int, int]:
    """How many different words, and how many marks, stand in a stretch that begins with a mark."""
    within = [mark for mark in marks[first:] if mark.end - marks[first].start <= longest - _AROUND]
    return len({mark.why.asked if mark.why else "" for mark in within}), len(within)


def _around(text: str, marks: Sequence[Mark], first: int, longest: int) -> Snippet:
    """A stretch with some words before its first mark: from the beginning of the sentence where it is near."""
    start = max(0, marks[first].start - _AROUND)
    sentence = max((match.end() for match in _SENTENCE.finditer(text, start, marks[first].start)), default=0)
    start = sentence or _word_start(text, start)
    least = min(marks[first].end, start + 4 * longest)
    end = max(_word_end(text, max(start + longest, least)), least)
    start = min(start, marks[first].start)
    return Snippet(start, end, tuple(mark for mark in marks if mark.start >= start and mark.end <= end))


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = _SPACE.search(text, place, place + _AROUND)
    return space.end() if space else place


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = max(text.rfind(" ", place - _AROUND, place), text.rfind("\n", place - _AROUND, place))
    return space if space > 0 else place
