"""Figures of an essay: an image, a region of one, a clip of a recording."""

from html import escape
from typing import TYPE_CHECKING

from sourcebook.dialect.parsing import REFERENCE
from sourcebook.reading_room.pictures import picture, shown_of
from sourcebook.reading_room.players import clip
from sourcebook.reading_room.spans import anchor
from sourcebook.record import Source
from sourcebook.record.spans import SpanError, TimeSpan, parse_span

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing

_SIZES = "(min-width: 64rem) 40rem, 92vw"


def figure(writing: "Writing", target: str, caption: str) -> str | None:
    """The figure of a span; where there is nothing to show, its caption as a paragraph."""
    match = REFERENCE.fullmatch(target)
    if not match:
        return None
    leaf, (reference, fragment) = writing.leaf, match.groups("")
    card = leaf.name(reference)
    if card is None:
        return f"<p>{caption}</p>\n"
    address = leaf.address(card.address) + anchor(fragment)
    shown = _clip(writing, reference, fragment)
    if shown is None:
        found = shown_of(leaf, target)
        if found is None:
            return f'<p><a href="{address}">{caption or escape(leaf.say(card.title).text)}</a></p>\n'
        # A link is named by the words in it: the alternative text, else the source's title.
        alt = leaf.say(found.alt).text or leaf.say(card.title).text
        shown = f'<a href="{address}">{picture(leaf, found, _SIZES, alt=alt)}</a>'
    title = escape(leaf.say(card.title).text, quote=False)
    origin = f'<a class="origin" href="{address}">{title}</a>'
    return f"<figure>{shown}<figcaption>{caption} {origin}</figcaption></figure>\n"


def _clip(writing: "Writing", reference: str, fragment: str) -> str | None:
    try:
        span = parse_span(fragment) if fragment else None
    except SpanError:
        return None
    if not isinstance(span, TimeSpan):
        return None
    leaf = writing.leaf
    current = leaf.reading.current(reference)
    held = leaf.reading.publication(reference) or leaf.reading.publication(current)
    return clip(leaf, held.record, span) if held and isinstance(held.record, Source) else None
