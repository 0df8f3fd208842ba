"""Quotations that name their span: the last line of the block is its attribution."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from markdown_it.token import Token

from sourcebook.reading_room.markdown.linking import link

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing

Attribution = tuple[str, str]
"""The label's text and its target."""


def split_attribution(tokens: Sequence[Token], opened: int) -> Attribution | None:
    """Take the attribution out of the quotation that opens at this token, where its last line is one."""
    depth = 0
    last = opened
    for position, token in enumerate(tokens[opened:], opened):
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if depth == 0:
            break
        if token.type == "inline" and depth == 1:
            last = position
    children = tokens[last].children or []
    if len(children) < 4 or children[-1].type != "link_close":
        return None
    start = max((i for i, child in enumerate(children) if child.type == "link_open"), default=0)
    lead = children[start - 1] if start else None
    if lead is None or lead.type != "text" or lead.content.strip() not in ("—", "--"):
        return None
    if start > 1 and children[start - 2].type not in ("softbreak", "hardbreak"):
        return None
    label = "".join(child.content for child in children[start + 1 : -1])
    target = str(children[start].attrs["href"])
    del children[max(0, start - 2) :]
    if not children:
        tokens[last - 1].hidden = tokens[last + 1].hidden = True
    return label, target


def closing(writing: "Writing", attribution: Attribution) -> str:
    """The end of an attributed quotation."""
    label, target = attribution
    before, after = link(writing, target)
    return f"</blockquote><figcaption>{before}{escape(label, quote=False)}{after}</figcaption></figure>\n"
