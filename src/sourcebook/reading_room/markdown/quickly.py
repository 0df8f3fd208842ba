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
_STYLED = rf"(?=[^\W_]){_WORDS}*(?:[^\W_]|[.!?…)](?=[*]+(?:[\s!-)+-/:-@\[-`{{-~]|$)))"
"""What marks of emphasis surely enclose: from a letter to a letter, or to a stop behind which the words end."""
_TARGET = rf"(?:{KIND}):{SLUG}(?:\#[A-Za-z0-9_.,:=-]+)?|page:[A-Za-z0-9.-]{{1,20}}"
_PIECE = re.compile(
    rf"""(?P<plain>(?:{_WORDS}+|!(?!\[)|&(?![#\w])|(?<=[^\W_])_(?=[^\W_]))+)
    |\[\^(?P<note>[A-Za-z0-9][A-Za-z0-9_.-]*)\](?![(\[:])
    |\[(?P<inner>\*{{0,2}})(?P<label>(?:[^\\`*_<>\[\]!&\n])+)(?P=inner)\]\((?P<href>{_TARGET})\)
    |\\(?P<escaped>{_PUNCTUATION})
    |(?P<broken>\\\n)
    |(?P<line>\n)
    |(?P<mark>\*\*|\*)(?P<styled>{_STYLED})(?P=mark)(?!\*)""",
    re.VERBOSE,
)
_LETTER_ENDS = re.compile(r"[^\W_](?:.*[^\W_])?")


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
    if any(piece["inner"] and not _LETTER_ENDS.fullmatch(piece["label"]) for piece in pieces):
        return None
    return "".join([_piece(writing, piece) for piece in pieces])


def _piece(writing: "Writing", piece: re.Match[str]) -> str:
    match piece.lastgroup:
        case "plain":
            return escape(piece[0], quote=False)
        case "href":
            return _link(writing, piece)
        case "note":
            return writing.call_note(piece["note"])
        case "escaped":
            return escape(piece["escaped"], quote=False)
        case "broken":
            return "<br>\n"
        case "line":
            return "\n"
    return _emphasis(piece["mark"], piece["styled"])


def _link(writing: "Writing", piece: re.Match[str]) -> str:
    if broken := page_break(writing, piece["href"], piece["label"]):
        return broken
    before, after = link(writing, piece["href"])
    return f"{before}{_emphasis(piece['inner'], piece['label'])}{after}"


def _emphasis(mark: str, words: str) -> str:
    written = escape(words, quote=False)
    if not mark:
        return written
    tag = "em" if mark == "*" else "strong"
    return f"<{tag}>{written}</{tag}>"


def write_list_quickly(writing: "Writing", markdown: str) -> str | None:
    """A list of one level whose items are one line each."""
    if not markdown.startswith("- ") or _CONTROL.search(markdown) or "|" in markdown:
        return None
    items = []
    for line in markdown.split("\n"):
        item = line[2:]
        if (
            not line.startswith("- ")
            or not item
            or item[0].isspace()
            or item[-1].isspace()
            or _BLOCK.match(item)
        ):
            return None
        made = _paragraph(writing, item)
        if made is None:
            return None
        items.append(f"<li>{made}</li>\n")
    return "<ul>\n" + "".join(items) + "</ul>\n"
