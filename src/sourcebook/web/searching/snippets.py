"""What is shown of a passage: the part with most of what was found, and the place it leads to."""

from collections.abc import Sequence

from msgspec import Struct

from sourcebook.search.answers import Mark
from sourcebook.search.documents import Anchor, PassageDocument
from sourcebook.search.highlighting import snippets

LENGTH = 280
"""Characters of a passage that are shown."""
BESIDE = 220
"""Characters of its translation."""


class Cut(Struct, frozen=True):
    """The stretch [start, end) of a text that is shown."""

    start: int
    end: int


def best_cut(text: str, marks: Sequence[Mark]) -> Cut:
    """The stretch that holds most of what was found; all of a short text."""
    (snippet,) = snippets(text, marks, LENGTH)
    return Cut(snippet.start, snippet.end)


def pieces_of(text: str, marks: Sequence[Mark], cut: Cut) -> list[tuple[str, bool]]:
    """The stretch in pieces, each marked or not; dots where the text goes on."""
    pieces: list[tuple[str, bool]] = [("… ", False)] if cut.start else []
    place = cut.start
    for mark in marks:
        if mark.start < place or mark.end > cut.end:
            continue
        pieces += [(text[place : mark.start], False), (text[mark.start : mark.end], True)]
        place = mark.end
    pieces += [(text[place : cut.end], False), (" …" if cut.end < len(text) else "", False)]
    return [piece for piece in pieces if piece[0]]


def anchor_at(passage: PassageDocument, marks: Sequence[Mark], cut: Cut) -> Anchor | None:
    """The citable place of the first thing found in a cut; of its beginning where nothing is marked."""
    shown = [mark for mark in marks if cut.start <= mark.start < cut.end]
    position = shown[0].start if shown else cut.start
    for anchor in passage.anchors:
        if anchor.start <= position < anchor.end:
            return anchor
    return next(iter(passage.anchors), None)


def aligned_cut(passage: PassageDocument, other: PassageDocument, anchor: Anchor | None) -> Cut | None:
    """The stretch of another version that has the same key; None where it has none."""
    for one in other.anchors:
        if anchor and anchor.key and one.key == anchor.key:
            end = min(one.end, one.start + BESIDE)
            return Cut(one.start, one.end if one.end <= end else _back(other.text, end))
    return None


def _back(text: str, position: int) -> int:
    """The end of the last whole word before a position."""
    space = text.rfind(" ", max(0, position - 40), position + 1)
    return space if space > 0 else position
