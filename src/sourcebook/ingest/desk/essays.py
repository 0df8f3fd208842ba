"""A Word document as an essay: its title, and its words in the Markdown of essays."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sourcebook.standards.wordprocessing import WrittenBlock, WrittenText

_TOP = 2
"""The level of an essay's uppermost headings; above them stands its title."""
_DEEPEST = 4


class ReadEssay(Struct, frozen=True, kw_only=True):
    """What a document says, as the form of an essay takes it."""

    title: str = ""
    """Its only heading of the first level, where it begins with that."""
    body: str = ""
    notices: tuple[str, ...] = ()
    """What was left out, a sentence each."""


def essay_from(written: WrittenText) -> ReadEssay:
    """Headings keep their order below the title; notes keep their numbers."""
    blocks = list(written.blocks)
    title = ""
    if blocks and blocks[0].level == 1 and sum(one.level == 1 for one in blocks) == 1:
        title = _plain(blocks.pop(0).text)
    highest = min((one.level for one in blocks if one.level), default=1)
    parts = [_markdown(one, _TOP - highest) for one in blocks]
    parts += [f"[^{note.key}]: {_indented(note.text)}" for note in written.notes]
    return ReadEssay(title=title, body="\n\n".join(parts), notices=written.notices)


def _markdown(block: WrittenBlock, deeper: int) -> str:
    if block.kind == "heading":
        return f"{'#' * min(block.level + deeper, _DEEPEST)} {' '.join(block.text.split())}"
    if block.kind == "quotation":
        return "\n".join(f"> {line}".rstrip() for line in block.text.split("\n"))
    return block.text


def _indented(text: str) -> str:
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    first, *more = text.split("\n")
    yield first
    yield from (f"    {line}" if line else "" for line in more)


def _plain(text: str) -> str:
    """Words without emphasis and calls of notes, for a field that has one line."""
    called = re.sub(r"\[\^[^\]\s]+\]", "", text)
    return " ".join(re.sub(r"\\(?=[!-/:-@[-`{-~])|(?<!\\)[*_]{1,2}", "", called).split())
