"""Elements that stand on lines of their own, as passages in order.

Passages are given one by one: what is remembered of an element's identifiers and pages belongs to the passage that
is taken next, so nothing may be read ahead.
"""

from collections.abc import Iterator

from django.utils.translation import gettext

from sourcebook.ingest.tei.inline import flat, is_printed_inline, note, one, pieces, words_of
from sourcebook.ingest.tei.kinds import CONTAINERS, LISTS, PASSAGES, SILENT, is_inline, style_of
from sourcebook.ingest.tei.listing import cast, listing
from sourcebook.ingest.tei.reading import Draft, Reading
from sourcebook.ingest.tei.speech import speech, stanza
from sourcebook.ingest.tei.table import table
from sourcebook.record.text import PassageKind
from sourcebook.standards.markdown.blocks import Block, Paragraph
from sourcebook.standards.markdown.words import Inline, Run, is_blank
from sourcebook.standards.tei import Element, children, local, text_of, xml_id

_WHOLE: frozenset[PassageKind] = frozenset({"heading", "dateline", "closer", "stage", "verse"})
_SEPARATE_ITEMS = frozenset({"index", "toc", "names", "terms", "persons"})


def read(reading: Reading, element: Element) -> None:
    """Take all passages of an element."""
    for draft in passages(reading, element):
        reading.add(draft)


def passages(reading: Reading, element: Element, within: PassageKind | None = None) -> Iterator[Draft]:
    """The passages of an element; `within` is the kind of what it stands in, such as a quotation."""
    name = local(element)
    if name in ("pb", "note"):
        yield from _between(reading, element, name)
        return
    if name == "div" and reading.divert(element):
        return
    reading.see(element)
    if name.startswith("div") or name in ("attachment", "floatingText"):
        with reading.scope(_scope_name(element, name), xml_id(element)):
            yield from _contained(reading, element, within)
    elif name == "sp":
        yield speech(reading, element)
    elif name == "lg":
        yield Draft("verse", stanza(reading, element), identifier=xml_id(element))
    elif name in LISTS:
        yield from _list(reading, element, within)
    elif name == "table":
        yield from table(reading, element, within)
    elif name == "figure":
        yield from _figure(reading, element)
    elif name == "quote":
        yield from _contained(reading, element, "quotation")
    elif name == "set":
        yield from _contained(reading, element, "stage")
    elif name in PASSAGES:
        yield from paragraphs(reading, element, PASSAGES[name], within)
    elif name in SILENT:
        reading.leave_out(name)
    else:
        if name not in CONTAINERS:
            reading.volume.unknown[name] += 1
        yield from _contained(reading, element, within)


def paragraphs(
    reading: Reading, element: Element, kind: PassageKind, within: PassageKind | None = None
) -> Iterator[Draft]:
    """The words of a paragraph, and between them the blocks that divide it."""
    if kind == "paragraph" and within:
        kind = within
    style = style_of(element)
    if kind in _WHOLE:
        yield Draft(kind, Paragraph(words_of(reading, element, style)), identifier=xml_id(element))
        return
    identifier = xml_id(element)
    words = reading.take_pages()
    for piece in pieces(reading, element, style):
        if isinstance(piece, Inline):
            words.append(piece)
            continue
        yield Draft(kind, Paragraph(words), identifier=identifier)
        identifier = ""
        yield from passages(reading, piece, within)
        words = reading.take_pages()
    yield Draft(kind, Paragraph(words), identifier=identifier)


def _contained(reading: Reading, element: Element, within: PassageKind | None) -> Iterator[Draft]:
    """The passages of a container; words that stand in it bare are paragraphs too."""
    kind: PassageKind = within or "paragraph"
    words: list[Inline] = [Run(element.text or "")]
    for child in element:
        name = local(child)
        if name == "l":
            kind = "verse"
        if name and (is_inline(child) or (name in ("pb", "note") and not is_blank(words))):
            words.extend(piece for piece in one(reading, child) if isinstance(piece, Inline))
        elif name:
            yield Draft(kind, Paragraph([*reading.take_pages(), *words]))
            kind, words = within or "paragraph", []
            yield from passages(reading, child, within)
        words.append(Run(child.tail or ""))
    yield Draft(kind, Paragraph([*reading.take_pages(), *words]))


def _between(reading: Reading, element: Element, name: str) -> Iterator[Draft]:
    if name == "pb":
        if page := reading.see_page(element):
            reading.pages.append(page)
    elif is_printed_inline(element):
        reading.see(element)
        yield Draft("paragraph", Paragraph(words_of(reading, element)), identifier=xml_id(element))
    else:
        yield Draft("paragraph", Paragraph(list(note(reading, element))))


def _list(reading: Reading, element: Element, within: PassageKind | None) -> Iterator[Draft]:
    for head in children(element, "head"):
        reading.see(head)
        yield Draft("heading", Paragraph(words_of(reading, head)), identifier=xml_id(head))
    kind: PassageKind = within or "list"
    if local(element) == "castList":
        yield Draft(kind, cast(reading, element), identifier=xml_id(element))
        return
    for block, identifier in listing(reading, element, item_blocks, element.get("type") in _SEPARATE_ITEMS):
        yield Draft(kind, block, identifier=identifier or xml_id(element))


def item_blocks(reading: Reading, item: Element) -> list[Block]:
    """What stands in an item of a list."""
    drafts = paragraphs(reading, item, "paragraph")
    return [
        draft.block
        for draft in drafts
        if not (isinstance(draft.block, Paragraph) and is_blank(draft.block.words))
    ]


def _figure(reading: Reading, element: Element) -> Iterator[Draft]:
    """A picture's caption: the picture itself comes in as a source of its own, when somebody brings it."""
    for graphic in children(element, "graphic"):
        # Said of all pictures in the same words, so that a report says it once and counts.
        reading.volume.notice(
            gettext(
                "A picture is named here and was not brought; its caption, if it has one, was kept as text."
            ),
            graphic,
            gettext("Import it as a source, and place it where its caption stands."),
        )
    words: list[Inline] = []
    for child in children(element):
        if local(child) not in ("graphic", "figDesc"):
            reading.see(child)
            words += [*([Run(" ")] if words else []), *flat(reading, child, style_of(child))]
    caption = words or [Run(text_of(child)) for child in children(element, "figDesc")]
    if not is_blank(caption):
        yield Draft(
            "paragraph", Paragraph([*reading.take_pages(), Run("[Illustration: "), *caption, Run("]")])
        )


def _scope_name(element: Element, name: str) -> str:
    if name == "attachment":
        return "a"
    letters = "".join(
        letter for letter in element.get("type") or name if letter.isascii() and letter.isalpha()
    )
    return letters or "div"
