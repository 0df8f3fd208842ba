"""Elements among words: what is set off, what points, what is a note, and what is a block after all."""

from collections.abc import Iterator

from sourcebook.ingest.tei.kinds import (
    KNOWN,
    LINES,
    POINTING,
    SILENT,
    is_block,
    style_of,
)
from sourcebook.ingest.tei.reading import Reading
from sourcebook.standards.markdown.words import Footnote, Inline, LineBreak, Pointer, Run, Style
from sourcebook.standards.tei import Element, children, local, xml_id

Pointers = tuple[Pointer, ...]


def words_of(reading: Reading, element: Element, style: Style = Style.PLAIN) -> list[Inline]:
    """All words inside an element, blocks among them as lines; pages that began before stand first."""
    return [*reading.take_pages(), *flat(reading, element, style)]


def flat(
    reading: Reading, element: Element, style: Style = Style.PLAIN, pointers: Pointers = ()
) -> Iterator[Inline]:
    """The words inside an element in one run of lines, for where no blocks can stand."""
    for piece in pieces(reading, element, style, pointers):
        if isinstance(piece, Inline):
            yield piece
            continue
        reading.see(piece)
        yield LineBreak()
        yield from flat(reading, piece, style | style_of(piece), pointers)
        yield LineBreak()


def pieces(
    reading: Reading, element: Element, style: Style = Style.PLAIN, pointers: Pointers = ()
) -> Iterator[Inline | Element]:
    """Words and, as they are, the blocks that divide them."""
    if element.text:
        yield Run(element.text, style, pointers)
    for child in element:
        if local(child):
            if is_block(child):
                yield child
            else:
                yield from one(reading, child, style, pointers)
        if child.tail:
            yield Run(child.tail, style, pointers)


def one(
    reading: Reading, element: Element, style: Style = Style.PLAIN, pointers: Pointers = ()
) -> Iterator[Inline | Element]:
    """The words of an element that is no block, with the style and the pointers it adds."""
    name = local(element)
    if name == "pb":
        if page := reading.see_page(element):
            yield page
        return
    if name == "note":
        yield from note(reading, element, style, pointers)
        return
    reading.see(element)
    if name == "lb":
        if element.get("break") != "no":
            yield LineBreak()
        return
    if name == "gap":
        yield Run("[…]", style, pointers)
        return
    if name in SILENT:
        reading.leave_out(name)
        return
    if name == "choice":
        yield from _choice(reading, element, style, pointers)
        return
    style |= style_of(element)
    if name in POINTING and (pointer := pointer_of(reading, element)):
        pointers = (*pointers, pointer)
    elif name not in KNOWN:
        reading.volume.unknown[name] += 1
    yield from _before(element, name)
    yield from pieces(reading, element, style | (Style.ITALIC if name == "stage" else Style.PLAIN), pointers)
    yield from _after(name)


def _before(element: Element, name: str) -> Iterator[Inline]:
    previous = element.getprevious()
    labelled = name == "item" and previous is not None and local(previous) == "label"
    if labelled:
        yield Run(" ")
    elif name in LINES or (name == "label" and local(element.getparent()) == "list"):
        yield LineBreak()


def _after(name: str) -> Iterator[Inline]:
    if name in LINES:
        yield LineBreak()
    elif name == "cell":
        yield Run(" ")


def _choice(
    reading: Reading, element: Element, style: Style, pointers: Pointers
) -> Iterator[Inline | Element]:
    """What stands in the source, then in brackets what the editors would have there."""
    readings = sorted(children(element), key=lambda child: local(child) not in ("sic", "orig", "abbr"))
    for at, child in enumerate(readings):
        yield Run(" [" if at else "", style, pointers)
        yield from pieces(reading, child, style | style_of(child), pointers)
        yield Run("]" if at else "", style, pointers)


def is_printed_inline(element: Element) -> bool:
    """Whether a note stands in the text itself, as file numbers and remarks at the head of a document do."""
    return element.get("rend") == "inline" or element.get("place") in ("inline", "inlinepara")


def note(
    reading: Reading, element: Element, style: Style = Style.PLAIN, pointers: Pointers = ()
) -> Iterator[Inline]:
    """A footnote, where its call stands; within another note it becomes words in brackets."""
    reading.see(element)
    if is_printed_inline(element):
        yield from flat(reading, element, style, pointers)
        return
    if any(local(up) == "note" and not is_printed_inline(up) for up in element.iterancestors()):
        yield Run(" [")
        yield from flat(reading, element)
        yield Run("]")
        return
    footnote = Footnote((element.get("n") or "").strip(), xml_id(element))
    reading.notes.append(footnote)
    footnote.words = list(flat(reading, element))
    yield footnote


def pointer_of(reading: Reading, element: Element) -> Pointer | None:
    """The pointer that an element is, by its attributes or by what the archive knows of its words."""
    name = local(element)
    target = next(filter(None, (element.get(key) for key in ("target", "corresp", "ref", "key"))), "")
    if not target:
        return reading.point(element)
    pointer = Pointer(target.strip(), reading.volume.identifier, element.sourceline or 0, name)
    reading.volume.pointers.append(pointer)
    return pointer
