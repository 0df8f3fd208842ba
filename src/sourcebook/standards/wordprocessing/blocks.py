"""From elements to blocks: what a word processor means by them."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sourcebook.record.text import PassageKind
from sourcebook.standards.markdown.blocks import Block, Grid, Item, Listing, Paragraph, words_in
from sourcebook.standards.markdown.words import Inline, Run, Style, is_blank
from sourcebook.standards.wordprocessing.inline import BLOCKS, Reading, is_unseen

_WORD_LIST = re.compile(r"mso-list:\s*l\d+", re.I)
_WORD_HEADING = re.compile(r"MsoTitle|Mso(?:Heading|Subtitle)\d?", re.I)
_NUMBER = re.compile(r"\s*(?:\d+|[a-z]|[ivxlc]+)[.)]", re.I)


class Found(NamedTuple):
    """A block, and what it is among the kinds of passages."""

    block: Block
    kind: PassageKind = "paragraph"
    level: int = 0


def blocks_in(element: Any, reading: Reading, kind: PassageKind = "paragraph") -> Iterator[Found]:
    """All blocks of an element, in order; words that stand loose between them are paragraphs."""
    yield from _joined(_each(element, reading, kind))


def _each(element: Any, reading: Reading, kind: PassageKind) -> Iterator[Found]:
    loose: list[Inline] = [Run(element.text)] if element.text else []
    for child in element:
        if not is_unseen(child):
            if child.tag in BLOCKS or _holds_blocks(child):
                yield from _paragraph(loose, kind)
                loose = []
                yield from _of_block(child, reading, kind)
            else:
                loose += reading.of_child(child, Style.PLAIN)
        if child.tail:
            loose.append(Run(child.tail))
    yield from _paragraph(loose, kind)


def _holds_blocks(element: Any) -> bool:
    """As the `<b>` that Google Docs puts around everything."""
    return element.tag not in ("a", "br", "img") and any(
        isinstance(inner.tag, str) and inner.tag in BLOCKS for inner in element.iterdescendants()
    )


def _paragraph(words: list[Inline], kind: PassageKind) -> Iterator[Found]:
    if not is_blank(words):
        yield Found(Paragraph(words), kind)


def _of_block(element: Any, reading: Reading, kind: PassageKind) -> Iterator[Found]:
    tag = element.tag
    if tag in ("ul", "ol"):
        yield Found(_listing(element, reading), "list")
    elif tag == "table":
        yield from _table(element, reading)
    elif tag == "blockquote":
        yield from _each(element, reading, "quotation")
    elif re.fullmatch("h[1-6]", tag):
        yield from (Found(one.block, "heading", int(tag[1])) for one in _each(element, reading, kind))
    elif tag == "p" and _WORD_LIST.search(element.get("style", "")):
        marker = "".join(one.text_content() for one in element.iter() if "mso-list:ignore" in _style(one))
        items = [Item([], [Paragraph(reading.words(element))])]
        yield Found(Listing(items, "numbers" if _NUMBER.match(marker) else "bullets"), "list")
    elif tag == "p" and _WORD_HEADING.search(element.get("class", "")):
        yield from (Found(one.block, "heading", 1) for one in _each(element, reading, kind))
    elif tag == "hr":
        return
    else:
        yield from _each(element, reading, kind)


def _style(element: Any) -> str:
    return element.get("style", "").replace(" ", "").lower() if isinstance(element.tag, str) else ""


def _joined(found: Iterator[Found]) -> Iterator[Found]:
    """Word writes each item of a list as a paragraph of its own."""
    before: Found | None = None
    for one in found:
        if (
            before
            and isinstance(before.block, Listing)
            and isinstance(one.block, Listing)
            and before.block.style == one.block.style
        ):
            before.block.items.extend(one.block.items)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _listing(element: Any, reading: Reading) -> Listing:
    items = [
        Item([], [one.block for one in blocks_in(child, reading)])
        for child in element
        if isinstance(child.tag, str) and child.tag == "li"
    ]
    return Listing(items, "numbers" if element.tag == "ol" else "bullets")


def _table(element: Any, reading: Reading) -> Iterator[Found]:
    """Every row is made as wide as the widest; a table of one cell only sets its words off."""
    rows = []
    for row in element.iter("tr"):
        cells = []
        for cell in row.iterchildren("td", "th"):
            words: list[Inline] = []
            for one in blocks_in(cell, reading):
                words += [Run(" "), *words_in(one.block)] if words else list(words_in(one.block))
            cells.append(words)
        if cells:
            rows.append(cells)
    width = max(map(len, rows), default=0)
    if len(rows) == width == 1:
        yield from _paragraph(rows[0][0], "paragraph")
    elif rows:
        whole = [[*row, *([] for _ in range(width - len(row)))] for row in rows]
        yield Found(Grid(whole, has_header=True), "table")
