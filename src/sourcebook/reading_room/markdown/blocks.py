"""From markdown-it's tokens to HTML: the full way, for everything the dialect can say."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from markdown_it.token import Token

from sourcebook.dialect.drawings import is_drawing
from sourcebook.reading_room.markdown.citations import cited
from sourcebook.reading_room.markdown.drawings import drawing
from sourcebook.reading_room.markdown.figures import figure
from sourcebook.reading_room.markdown.linking import NO_LINK, Tags, link, page_break
from sourcebook.reading_room.markdown.quoting import closing, split_attribution

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing

_SIMPLE = {
    "bullet_list": "ul",
    "list_item": "li",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
}


def write_blocks(writing: "Writing", tokens: Sequence[Token]) -> str:
    """The HTML of whole blocks."""
    made: list[str] = []
    level = writing.heading - 1
    closers: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        name, _, end = token.type.rpartition("_")
        if token.type == "paragraph_open" and (shown := _figure(writing, tokens[position + 1])):
            made.append(shown)
            position += 3
            continue
        if token.type == "heading_open":
            level = min(max(writing.heading, int(token.tag[1]) - 1 + (writing.heading - 2)), level + 1, 6)
            made.append(f"<h{level}>")
        elif token.type == "heading_close":
            made.append(f"</h{level}>\n")
        elif token.type == "blockquote_open":
            attribution = split_attribution(tokens, position)
            made.append('<figure class="quotation"><blockquote>' if attribution else "<blockquote>")
            closers.append(closing(writing, attribution) if attribution else "</blockquote>\n")
        elif token.type == "blockquote_close":
            made.append(closers.pop())
        elif name == "paragraph":
            if not token.hidden:
                made.append("<p>" if end == "open" else "</p>\n")
        elif name == "ordered_list":
            made.append(_ordered(token) if end == "open" else "</ol>\n")
        elif name in ("th", "td"):
            made.append(_cell(token, name) if end == "open" else f"</{name}>")
        elif name in _SIMPLE:
            made.append(_simple(token, _SIMPLE[name], end))
        elif token.type == "inline":
            made.append(write_words(writing, token.children or []))
        elif token.type == "hr":
            made.append("<hr>\n")
        elif token.type == "fence" and is_drawing(token):
            made.append(drawing(writing, token))
        elif token.type in ("code_block", "fence"):
            made.append(f'<pre tabindex="0"><code>{escape(token.content, quote=False)}</code></pre>\n')
        position += 1
    return "".join(made)


def write_inline(writing: "Writing", tokens: Sequence[Token]) -> str:
    """The words alone, paragraphs set one after the other."""
    return " ".join(write_words(writing, token.children or []) for token in tokens if token.type == "inline")


def write_words(writing: "Writing", tokens: Sequence[Token]) -> str:
    """The HTML of a line: words, links, emphasis, notes."""
    made: list[str] = []
    ends: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        match token.type:
            case "text":
                made.append(escape(token.content, quote=False))
            case "softbreak":
                made.append("\n")
            case "hardbreak":
                made.append("<br>\n")
            case "code_inline":
                made.append(f"<code>{escape(token.content, quote=False)}</code>")
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                made.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
            case "link_open":
                end = _closes(tokens, position)
                label = "".join(inside.content for inside in tokens[position + 1 : end])
                href = str(token.attrs["href"])
                if instead := page_break(writing, href, label) or cited(writing, href, label):
                    made.append(instead)
                    position = end
                else:
                    before, after = _link(writing, token, bool(ends))
                    made.append(before)
                    ends.append(after)
            case "link_close":
                made.append(ends.pop())
            case "image":
                made.append(_image(writing, token, bool(ends)))
            case "footnote_ref":
                made.append(_note(writing, str(token.meta["label"]), bool(ends)))
            case _:
                made.append(escape(token.content, quote=False))
        position += 1
    return "".join(made)


def _closes(tokens: Sequence[Token], position: int) -> int:
    """The link_close that belongs to a link_open; links do not nest."""
    return next(i for i in range(position, len(tokens)) if tokens[i].type == "link_close")


def _link(writing: "Writing", token: Token, nested: bool) -> Tags:
    return NO_LINK if nested else link(writing, str(token.attrs["href"]))


def _note(writing: "Writing", label: str, nested: bool) -> str:
    # A call inside a link would be a link in a link.
    return f"[{escape(label)}]" if nested else writing.call_note(label)


def _image(writing: "Writing", token: Token, nested: bool) -> str:
    """A figure that does not stand alone is a link to what it shows: a line of text has no room for it."""
    before, after = NO_LINK if nested else link(writing, str(token.attrs["src"]))
    if after:
        return f"{before}{escape(token.content, quote=False)}{after}"
    return write_words(writing, token.children or [])


def _figure(writing: "Writing", inline: Token) -> str | None:
    children = inline.children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    caption = write_words(writing, children[0].children or [])
    return figure(writing, str(children[0].attrs["src"]), caption)


def _ordered(token: Token) -> str:
    start = token.attrs.get("start", 1)
    return "<ol>\n" if start == 1 else f'<ol start="{int(start)}">\n'


def _cell(token: Token, name: str) -> str:
    aligned = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if name == "th" else ""
    return f'<{name}{scope} class="{aligned}">' if aligned in ("right", "center") else f"<{name}{scope}>"


def _simple(token: Token, tag: str, end: str) -> str:
    if tag == "table":
        # Wide tables scroll by themselves; the frame takes the keyboard's focus so that arrow keys can scroll it.
        return '<div class="table" tabindex="0"><table>\n' if end == "open" else "</table></div>\n"
    return f"<{tag}>\n" if end == "open" and tag != "li" else f"<{tag}>" if end == "open" else f"</{tag}>\n"
