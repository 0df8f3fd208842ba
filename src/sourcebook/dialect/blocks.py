"""An essay as blocks: what the editor shows one below the other."""

from typing import Literal, NamedTuple

from sourcebook.dialect.words import Words

LineKind = Literal["paragraph", "heading", "item", "numbered", "quoted", "rule"]


class Line(NamedTuple):
    """A paragraph, a heading, an item of a list, a paragraph of a quotation from elsewhere, or a rule."""

    kind: LineKind
    words: Words = ()
    level: int = 0
    """Of a heading, 1 to 6; of an item, how deep it stands, from 0."""


class Quotation(NamedTuple):
    """Words of a span, as they stand there."""

    target: str
    """`source:slug`, with `#` and the span, if it is not the whole."""
    label: str
    """The words below the quotation, without marks."""
    words: str
    """Markdown."""


class Figure(NamedTuple):
    """A picture, a part of one, or a clip of a recording, with its caption."""

    target: str
    caption: Words = ()


class Row(NamedTuple):
    """A line of a timeline (`where` is a date as written) or of a map (coordinates or a link to a place)."""

    where: str
    words: Words = ()


class Drawing(NamedTuple):
    """A timeline or a map: rows that are drawn, and listed where nothing draws."""

    kind: Literal["timeline", "map"]
    title: str = ""
    rows: tuple[Row, ...] = ()


Align = Literal["", "left", "center", "right"]


class Table(NamedTuple):
    """A head and rows, each with as many cells as there are columns."""

    aligned: tuple[Align, ...]
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...] = ()


class Raw(NamedTuple):
    """What no other block can say, as it is written."""

    markdown: str


Block = Line | Quotation | Figure | Drawing | Table | Raw


class Essay(NamedTuple):
    """Blocks in order, and the text of each footnote by its key."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


class Chunk(NamedTuple):
    """A stretch of Markdown that stands by itself, and the blocks that it says: of a list, all its items."""

    blocks: tuple[Block, ...]
    markdown: str
