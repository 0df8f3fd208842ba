"""The quick way for plain passages: most paragraphs of most sources hold words, links, notes and italics only.

What it cannot read for certain it leaves to the full parser (None); where it answers, it answers as that would, which
a property test holds it to.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from sourcebook.reading_room.markdown.linking import link, page_break
from sourcebook.record.reference import KIND, SLUG

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing

_CONTROL = re.compile(r"[\t\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffd]")
_EDGES = re.compile(r"[^\S\n]\n|\n[^\S\n]")
"""What the quick way does not touch: control characters, indentation, spaces at the ends of lines."""
_BLOCK = re.compile(r"[#>=+:|~`-]|\*[ *]|\d{1,9}[.)]|\[\^[^\]\s]+\]:|\[[^\]\n]*\]:")
_BLOCKS = re.compile(rf"\n(?:{_BLOCK.pattern})")
"""Lines that may begin something other than a paragraph."""
_WORDS = r"[^\\`*_<\[!&\n]"
_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_PIECE = re.compile(
    rf"""(?P<plain>(?:{_WORDS}+|!(?!\[)|&(?![#\w])|(?<=[^\W_])_(?=[^\W_]))+)
    |\[\^(?P<note>[A-Za-z0-9][A-Za-z0-9_.-]*)\](?![(\[:])
    |\[(?P<label>[^\\`*_<>\[\]!&\n]+)\]\((?P<href>(?:(?:{KIND}):{SLUG}(?:\#[A-Za-z0-9_.,:=-]+)?|page:[A-Za-z0-9.-]{{1,20}}))\)
    |\\(?P<escaped>{_PUNCTUATION})
    |(?P<broken>\\\n)
    |(?P<line>\n)
    |(?P<mark>\*\*|\*)(?=[^\W_])(?P<styled>(?:{_WORDS})*[^\W_])(?P=mark)(?!\*)
    |(?<![^\s])(?P<mark2>\*\*|\*)(?=[^\W_])(?P<styled2>(?:{_WORDS})*[.!?…])(?P=mark2)(?=[\s,.;:)]|$)""",
    re.VERBOSE,
)


def write_quickly(writing: "Writing", markdown: str) -> list[str] | None:
    """The inline HTML of each paragraph; None for what only the full parser reads."""
    if not markdown or markdown[0].isspace() or markdown[-1].isspace():
        return None
    if _CONTROL.search(markdown) or _BLOCK.match(markdown):
        return None
    if "\n" not in markdown:
        line = _paragraph(writing, markdown)
        return None if line is None else [line]
    if "|" in markdown or _EDGES.search(markdown) or _BLOCKS.search(markdown):
        return None
    paragraphs = []
    for paragraph in re.split(r"\n\n+", markdown):
        made = _paragraph(writing, paragraph)
        if made is None:
            return None
        paragraphs.append(made)
    return paragraphs


def _paragraph(writing: "Writing", text: str) -> str | None:
    # Nothing may be noted, numbered or looked up before it is certain that the quick way goes to the end.
    pieces = []
    position = 0
    while position < len(text):
        piece = _PIECE.match(text, position)
        if piece is None:
            return None
        pieces.append(piece)
        position = piece.end()
    notes = writing.known_notes
    if any((key := piece["note"]) is not None and key not in notes for piece in pieces):
        return None
    return "".join([_piece(writing, piece) for piece in pieces])


def _piece(writing: "Writing", piece: re.Match[str]) -> str:
    match piece.lastgroup:
        case "plain":
            return escape(piece[0], quote=False)
        case "href":
            if broken := page_break(writing, piece["href"], piece["label"]):
                return broken
            before, after = link(writing, piece["href"])
            return f"{before}{escape(piece['label'], quote=False)}{after}"
        case "note":
            return writing.call_note(piece["note"])
        case "escaped":
            return escape(piece["escaped"], quote=False)
        case "broken":
            return "<br>\n"
        case "line":
            return "\n"
    mark, words = (piece["mark"], piece["styled"]) if piece["mark"] else (piece["mark2"], piece["styled2"])
    tag = "em" if mark == "*" else "strong"
    return f"<{tag}>{escape(words, quote=False)}</{tag}>"
