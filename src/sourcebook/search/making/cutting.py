"""From pieces to passages of 60 to 150 words, which rank best (docs/decisions, “Search”).

Short paragraphs are joined, long ones cut where a sentence ends. Cues of a recording make windows that end with a
sentence after 80 words or more, and look ahead by eight words, so that few phrases are lost between two windows.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sourcebook.search.making.pieces import Piece, Stretch, size

LEAST, MOST = 60, 150
CRUMB = 25
"""A text that ends in fewer words has them with the passage before."""
WINDOW = 80
AHEAD = 8
LONGEST_WORD = 8 * MOST
"""Characters; what has no space for longer is cut anywhere."""

_SENTENCE = re.compile(r"(?<=[.!?…։।])[\"'”’»)\]]*\s+|(?<=[。！？])|\n")
_ENDS = re.compile(r"[.!?…։।。！？][\"'”’»)\]]*$")


def join_paragraphs(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    """Passages of a text that is read."""
    before: list[Piece] = []
    held: list[Piece] = []
    words = 0
    for piece in _cut(pieces):
        more = size(piece.text)
        if held and (words + more > MOST or words >= LEAST or (piece.opens and words >= LEAST // 2)):
            if before:
                yield stretch(before, "\n")
            before, held, words = held, [], 0
        held.append(piece)
        words += more
    if before and words < CRUMB:
        before, held = before + held, []
    for last in filter(None, (before, held)):
        yield stretch(last, "\n")


def join_cues(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    """Windows of what is heard."""
    cues = list(_cut(pieces))
    start = 0
    while start < len(cues):
        end, words = start, 0
        while end < len(cues) and words < MOST:
            words += size(cues[end].text)
            end += 1
            if words >= WINDOW and _ENDS.search(cues[end - 1].text):
                break
        yield _ahead(stretch(cues[start:end], " "), cues[end : end + AHEAD])
        start = end


def stretch(pieces: Iterable[Piece], between: str) -> Stretch:
    """Pieces one after another."""
    text = ""
    parts = []
    for piece in pieces:
        if text:
            text += between
        parts.append((len(text), len(text) + len(piece.text), piece))
        text += piece.text
    return Stretch(text, tuple(parts))


def _ahead(window: Stretch, following: list[Piece]) -> Stretch:
    text, parts, left = window.text, list(window.parts), AHEAD
    for cue in following:
        taken = " ".join(cue.text.split()[:left])[:LONGEST_WORD]
        left -= size(taken)
        parts.append((len(text) + 1, len(text) + 1 + len(taken), cue))
        text += f" {taken}"
        if left <= 0:
            break
    return Stretch(text, tuple(parts), len(text) - len(window.text))


def _cut(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces of at most `MOST` words, none empty."""
    for piece in pieces:
        if size(piece.text) <= MOST:
            if piece.text:
                yield piece
            continue
        for text in _pack(list(_sentences(piece.text))):
            yield Piece(
                text=text, key=piece.key, region=piece.region, begins=piece.begins, ends=piece.ends,
                mentions=piece.mentions,
            )  # fmt: skip


def _sentences(text: str) -> Iterator[str]:
    """Sentences with the space after them; too long ones in parts."""
    ends = [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    start = 0
    for end in ends:
        sentence = text[start:end]
        start = end
        while size(sentence) > MOST:
            spaces = list(islice(re.finditer(r"\s+", sentence[:LONGEST_WORD]), MOST))
            cut = spaces[-1].end() if spaces else LONGEST_WORD
            yield sentence[:cut]
            sentence = sentence[cut:]
        if sentence:
            yield sentence


def _pack(sentences: list[str]) -> Iterator[str]:
    """Runs of sentences of about the same size, so that the last is no crumb."""
    total = sum(map(size, sentences))
    wanted = total / -(-total // MOST)
    held, words = "", 0
    for sentence in sentences:
        more = size(sentence)
        if held and (words + more > MOST or words >= wanted):
            yield held.strip()
            held, words = "", 0
        held += sentence
        words += more
    if held.strip():
        yield held.strip()
