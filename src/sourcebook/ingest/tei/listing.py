"""Lists, with printed numbers as labels, and the list of a play's cast."""

from collections.abc import Callable, Iterator
from typing import Literal

from sourcebook.ingest.tei.inline import flat, note, words_of
from sourcebook.ingest.tei.reading import Reading
from sourcebook.standards.markdown.blocks import Block, Item, Listing, Paragraph
from sourcebook.standards.markdown.words import Inline, Run, plain, without_last_space
from sourcebook.standards.tei import Element, children, local, xml_id

ItemBlocks = Callable[[Reading, Element], list[Block]]


def listing(
    reading: Reading, element: Element, blocks: ItemBlocks, separate: bool
) -> Iterator[tuple[Listing, str]]:
    """The list as one block; `separate`, as in an index, each item as one, with the item's identifier."""
    style = _style(element)
    items: list[Item] = []
    label: list[Inline] = []
    for child in children(element):
        name = local(child)
        if name == "pb":
            if page := reading.see_page(child):
                reading.pages.append(page)
        elif name == "note":
            label.extend(note(reading, child))
        elif name == "label":
            reading.see(child)
            label.extend(words_of(reading, child))
        elif name not in ("head", "headLabel", "headItem"):
            reading.see(child)
            items.append(Item(label, _with_pages(reading, blocks(reading, child))))
            label = []
            if separate:
                yield Listing(items, style), xml_id(child)
                items = []
    if label:
        items.append(Item(label, []))
    if items:
        yield Listing(items, style), ""


def _with_pages(reading: Reading, blocks: list[Block]) -> list[Block]:
    return blocks or [Paragraph(reading.take_pages())]


def _style(element: Element) -> Literal["bullets", "numbers", "plain"]:
    kind = f"{element.get('type') or ''} {element.get('rend') or ''}".split()
    if "ordered" in kind or "numbered" in kind:
        return "numbers"
    return "plain" if "simple" in kind or "labeled" in kind else "bullets"


def cast(reading: Reading, element: Element) -> Listing:
    """A play's people; those in a group share the description that follows them, so they are one item."""
    items: list[Item] = []
    for child in children(element):
        if local(child) == "head":
            continue
        reading.see(child)
        if local(child) != "castGroup":
            items.append(Item([], [Paragraph(words_of(reading, child))]))
            continue
        words: list[Inline] = reading.take_pages()
        for member in children(child):
            reading.see(member)
            if words:
                comma = "" if plain(words).endswith((",", ";")) else ","
                words.append(Run(" — " if local(member) == "roleDesc" else f"{comma} "))
            words.extend(without_last_space(list(flat(reading, member))))
        items.append(Item([], [Paragraph(words)]))
    return Listing(items)
