"""What stands on lines of its own in a text: paragraphs, lists, tables, verse."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sourcebook.standards.markdown.words import Inline


@dataclass(slots=True)
class Paragraph:
    words: list[Inline]


@dataclass(slots=True)
class Item:
    """An item of a list, with what the source prints as its number."""

    label: list[Inline]
    blocks: list["Block"]


@dataclass(slots=True)
class Listing:
    """A list; a `plain` one shows no marks of its own."""

    items: list[Item]
    style: Literal["bullets", "numbers", "plain"] = "bullets"


@dataclass(slots=True)
class Grid:
    """A table, every row with the same number of cells."""

    rows: list[list[list[Inline]]]
    has_header: bool


@dataclass(slots=True)
class Stack:
    """Blocks that belong together, as the verses and stage directions of one speech."""

    blocks: list["Block"]


Block = Paragraph | Listing | Grid | Stack


def words_in(block: Block) -> Iterator[Inline]:
    """All words of a block, in order."""
    if isinstance(block, Paragraph):
        yield from block.words
    elif isinstance(block, Grid):
        for row in block.rows:
            for cell in row:
                yield from cell
    elif isinstance(block, Listing):
        for item in block.items:
            yield from item.label
            for inner in item.blocks:
                yield from words_in(inner)
    else:
        for inner in block.blocks:
            yield from words_in(inner)


def last_words(block: Block) -> list[Inline]:
    """The words at the very end of a block, to which more can be added."""
    if isinstance(block, Paragraph):
        return block.words
    if isinstance(block, Grid):
        return block.rows[-1][-1]
    if isinstance(block, Listing):
        item = block.items[-1]
        return last_words(item.blocks[-1]) if item.blocks else item.label
    return last_words(block.blocks[-1])
