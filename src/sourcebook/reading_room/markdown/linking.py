"""What a link in the archive's Markdown becomes on a page."""

from html import escape
from typing import TYPE_CHECKING

from sourcebook.dialect.parsing import PAGE, REFERENCE
from sourcebook.reading_room.spans import anchor

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing

Tags = tuple[str, str]
"""What stands before and after the label."""

NO_LINK: Tags = ("", "")


def link(writing: "Writing", href: str) -> Tags:
    """A link where its target is published; otherwise the label stands alone."""
    if match := REFERENCE.fullmatch(href):
        return _to_record(writing, match[1], match[2] or "")
    if PAGE.fullmatch(href):
        return NO_LINK
    return f'<a href="{escape(href)}" rel="external">', "</a>"


def _to_record(writing: "Writing", reference: str, fragment: str) -> Tags:
    leaf = writing.leaf
    card = leaf.name(reference)
    if card is None:
        return NO_LINK
    address = leaf.address(card.address) + anchor(fragment)
    if not reference.startswith("term:"):
        return f'<a href="{address}">', "</a>"
    definition = leaf.definition(card.reference)
    if not definition.text:
        return f'<a class="term" href="{address}">', "</a>"
    leaf.explained[card.reference] = (card, definition)
    return f'<a class="term" href="{address}" title="{escape(definition.text)}">', "</a>"


def page_break(writing: "Writing", href: str, label: str) -> str | None:
    """The number of a page of the original, in the margin; None where the link is not one."""
    match = PAGE.fullmatch(href)
    if not match:
        return None
    words = writing.leaf.words
    anchor_id = f"_page-{match[1]}"
    named = "" if anchor_id in writing.anchors else f' id="{escape(anchor_id)}"'
    writing.anchors.add(anchor_id)
    return (
        f'<span class="pb"{named} role="doc-pagebreak" aria-label="{words.page_of_original} {escape(label)}">'
        f"<span>{escape(label, quote=False)}</span></span>"
    )
