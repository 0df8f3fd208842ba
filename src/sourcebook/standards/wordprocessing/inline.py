"""The words of one paragraph of HTML, as a word processor writes it."""

import re
from typing import Any

from sourcebook.standards.markdown.words import Footnote, Inline, LineBreak, Pointer, Run, Style
from sourcebook.standards.wordprocessing.notes import called, leads_back

BLOCKS = frozenset(
    ("p div section article header footer main aside figure figcaption address blockquote pre center form fieldset"
     " h1 h2 h3 h4 h5 h6 ul ol dl dt dd li table tbody thead tfoot tr td th caption hr body html").split()
)  # fmt: skip
_UNSEEN = frozenset("head style script title meta link del template object xml".split())
_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(?:bold|[6-9]00)", re.I)
_NOT_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(?:normal|400)", re.I)
_ITALIC = re.compile(r"(?<![-\w])font-style:\s*(?:italic|oblique)", re.I)
_NOT_ITALIC = re.compile(r"(?<![-\w])font-style:\s*normal", re.I)
_MARKER = re.compile(r"mso-list:\s*ignore", re.I)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s()<>]+", re.I)


class Reading:
    """One text: the notes it calls, in order, and what is left out of it."""

    def __init__(self, notes: dict[str, Any]) -> None:
        self.bodies = notes
        self.called: list[Footnote] = []
        self.pictures = 0
        self.unfounded = 0

    def words(
        self, element: Any, style: Style = Style.PLAIN, within: tuple[Pointer, ...] = ()
    ) -> list[Inline]:
        """What stands in an element that is no block, with its children."""
        found: list[Inline] = [Run(element.text, style, within)] if element.text else []
        for child in element:
            found += self.of_child(child, style, within)
            if child.tail:
                found.append(Run(child.tail, style, within))
        return found

    def of_child(self, child: Any, style: Style, within: tuple[Pointer, ...] = ()) -> list[Inline]:
        """The words of one element within a paragraph, without what follows it."""
        if is_unseen(child) or leads_back(child):
            return []
        if child.tag == "br":
            return [LineBreak()]
        if child.tag == "img":
            self.pictures += 1
            return []
        if child.tag == "a":
            return self._link(child, style, within)
        return self.words(child, _style(child, style), within)

    def _link(self, link: Any, style: Style, within: tuple[Pointer, ...]) -> list[Inline]:
        identity = called(link)
        if identity:
            return self._call(identity)
        address = (link.get("href") or "").strip()
        if _ADDRESS.fullmatch(address):
            within = (*within, Pointer(address, "", 0, "a", address))
        return self.words(link, style, within)

    def _call(self, identity: str) -> list[Inline]:
        if identity not in self.bodies:
            self.unfounded += 1
            return []
        known = next((note for note in self.called if note.identifier == identity), None)
        if known is None:
            known = Footnote("", identity, key=str(len(self.called) + 1))
            self.called.append(known)
        return [known]


def is_unseen(element: Any) -> bool:
    """Comments, styles, deleted words, and the bullet that Word writes before an item."""
    return (
        not isinstance(element.tag, str)
        or element.tag in _UNSEEN
        or ":" in element.tag
        or bool(_MARKER.search(element.get("style", "")))
    )


def _style(element: Any, style: Style) -> Style:
    written = element.get("style", "")
    if element.tag in ("em", "i", "cite", "dfn") or _ITALIC.search(written):
        style |= Style.ITALIC
    if element.tag in ("strong", "b") or _BOLD.search(written):
        style |= Style.STRONG
    if _NOT_ITALIC.search(written):
        style &= ~Style.ITALIC
    if _NOT_BOLD.search(written):
        style &= ~Style.STRONG
    return style
