"""Quotations that name their span: whether the words stand there.

A quotation may leave words out with `…` or `[…]` and put words of its own into square brackets. White space, the shape
of quotation marks and Markdown's marks make no difference; nothing else may differ.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from sourcebook.record.links import Mention, links_in
from sourcebook.record.parts import Part
from sourcebook.record.source import Source
from sourcebook.record.spans import PassageSpan, Span, SpanError, TimeSpan, parse_span, resolve_passages
from sourcebook.record.text import Passage, TextVersion

_QUOTE_BLOCK = re.compile(r"(?:^[ ]{0,3}>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_CALLS = re.compile(r"\[\^[^\]\s]+\]|\[[^\]]*\]\(page:[^)\s]*\)")
_LINKS = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^)\s]*\)")
_MARKS = re.compile(r"\\(?=[^\w\s])|[*_`]+|^\s*(?:#{1,6}|>)\s+", re.MULTILINE)
_OWN = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
_QUOTES = re.compile("[“”„‟«»‹›‘’‚‛'\"]+")

LONGEST_DIFFERENCE = 12
"""Words of a difference that are shown."""


class Quotation(Part, frozen=True, kw_only=True):
    """Words set as a quotation, and the span they are said to stand in."""

    words: str
    """Markdown, without the marks of the block and without its last line."""
    mention: Mention
    line: int
    """Of the text, from 1, where the block begins."""


def quotations_in(markdown: str) -> Iterator[Quotation]:
    """Quotation blocks whose last line names a source."""
    for block in _QUOTE_BLOCK.finditer(markdown):
        lines = [re.sub(r"^[ ]{0,3}>[ ]?", "", line) for line in block[0].rstrip("\n").split("\n")]
        mentions = [m for m in links_in(f"> {lines[-1]}") if m.manner == "quotes"]
        if mentions and mentions[0].target.startswith("source:"):
            line = markdown.count("\n", 0, block.start()) + 1
            yield Quotation(words="\n".join(lines[:-1]), mention=mentions[0], line=line)


def stands_in(quotation: Quotation, source: Source) -> bool:
    """Whether one of the source's versions has the words in that span; true for a region, where nothing is written."""
    try:
        span = parse_span(quotation.mention.fragment) if quotation.mention.fragment else None
    except SpanError:
        return False
    texts = [" ".join(p.text for p in passages) for v in source.texts if (passages := _passages(v, span))]
    if not texts and not isinstance(span, PassageSpan):
        return True
    return any(contains(text, quotation.words) for text in texts)


def first_difference(quotation: Quotation, source: Source) -> tuple[str, str]:
    """The first words that are not as in the span, and the words that stand there; empty where nothing does."""
    try:
        span = parse_span(quotation.mention.fragment) if quotation.mention.fragment else None
    except SpanError:
        span = None
    quoted = _OWN.sub(" ", _plain(quotation.words)).split()
    texts = [" ".join(p.text for p in _passages(version, span)) for version in source.texts]
    compared = [
        (SequenceMatcher(None, quoted, words, autojunk=False), words)
        for words in (_plain(text).split() for text in texts if text)
    ]
    if not compared:
        return _few(quoted), ""
    nearest, there = max(compared, key=lambda one: one[0].ratio())
    # What stands before the quotation's first word and after its last is no difference.
    steps = [step for step in nearest.get_opcodes() if step[0] != "insert" or 0 < step[1] < len(quoted)]
    for tag, first, last, start, end in steps:
        if tag == "insert":
            return _few(quoted[max(0, first - 2) : first + 2]), _few(there[max(0, start - 2) : end + 2])
        if tag != "equal":
            if first == 0:
                start = max(start, end - last)
            elif last == len(quoted):
                end = min(end, start + last - first)
            return _few(quoted[first:last]), _few(there[start:end])
    return _few(quoted), _few(there)


def _few(words: list[str]) -> str:
    return " ".join(words[:LONGEST_DIFFERENCE]) + (" …" if len(words) > LONGEST_DIFFERENCE else "")


def contains(text: str, words: str) -> bool:
    """Whether a text has the words of a quotation in their order, with what it leaves out and puts in."""
    whole, position = _plain(text), 0
    for piece in _pieces(words):
        found = piece.search(whole, position)
        if found is None:
            return False
        position = found.end()
    return True


def _passages(version: TextVersion, span: Span | None) -> tuple[Passage, ...]:
    if isinstance(span, PassageSpan):
        return resolve_passages(version, span)
    if isinstance(span, TimeSpan):
        return tuple(p for p in version.passages if _overlaps(p, span))
    return version.passages if span is None else ()


def _overlaps(passage: Passage, span: TimeSpan) -> bool:
    if passage.start is None:
        return False
    after = span.end is not None and passage.start >= span.end
    return not after and (passage.end is None or passage.end > span.start)


def _pieces(words: str) -> Iterator[re.Pattern[str]]:
    """What must stand in the text, between the omissions and insertions; whole words unless a bracket cuts one."""
    bare = _LINKS.sub(r"\1", _CALLS.sub("", words))
    ends = [0, *(end for own in _OWN.finditer(bare) for end in own.span()), len(bare)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        piece = _plain(bare[start:end])
        if not piece:
            continue
        cut_before = start > 0 and bare[start - 1] == "]" and not bare[start].isspace()
        cut_after = end < len(bare) and bare[end] == "[" and not bare[end - 1].isspace()
        before = r"(?<!\w)" if piece[0].isalnum() and not cut_before else ""
        after = r"(?!\w)" if piece[-1].isalnum() and not cut_after else ""
        yield re.compile(before + re.escape(piece) + after)


def _plain(markdown: str) -> str:
    """The words alone: no notes, no page marks, no Markdown, one kind of quotation mark, single spaces."""
    text = _LINKS.sub(r"\1", _CALLS.sub("", markdown))
    text = _QUOTES.sub("'", _MARKS.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(text.split())
