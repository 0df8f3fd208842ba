"""Footnotes in the HTML of word processors: which link calls a note, and where its words stand."""

import re
from typing import Any

# Word, LibreOffice, mammoth, Google Docs; the first group is the kind, the second the number.
_CALL = re.compile(
    r"#(?:_(ft|ed)n(\d+)|sd(foot|end)note(\d+)sym|(foot|end)note-(\d+)|(ft)nt(\d+))$", re.ASCII
)
_BACK = re.compile(
    r"#(?:_(?:ft|ed)nref\d+|sd(?:foot|end)note\d+anc|(?:foot|end)note-ref-\d+|ftnt_ref\d+)$", re.ASCII
)
_BODY = re.compile(r"(?:(ft|ed)n(\d+)|sd(foot|end)note(\d+)|(foot|end)note-(\d+)|(ft)nt(\d+))", re.ASCII)
_BLOCKS = ("p", "div", "li", "dd", "aside")


def _identity(match: re.Match[str] | None) -> str:
    """`f1` for a footnote, `e1` for an endnote."""
    if match is None:
        return ""
    kind, number = filter(None, match.groups())
    return f"{kind[0]}{int(number)}"


def called(element: Any) -> str:
    """Which note a link calls; empty for other links."""
    return _identity(_CALL.search(element.get("href", "")))


def leads_back(element: Any) -> bool:
    """Whether it is the number before a note, which leads back to its call."""
    return element.tag == "a" and bool(_BACK.search(element.get("href", "")))


def take_bodies(root: Any) -> dict[str, Any]:
    """The elements that hold the words of notes, by identity; they are taken out of the text."""
    found: dict[str, Any] = {}
    for element in list(root.iter()):
        name = element.get("id") if isinstance(element.tag, str) else None
        identity = _identity(_BODY.fullmatch(name or ""))
        body = element
        while identity and body is not None and body.tag not in _BLOCKS:
            body = body.getparent()
        if identity and body is not None and identity not in found:
            found[identity] = body
    for body in found.values():
        if body.getparent() is not None:
            body.drop_tree()
    return found
