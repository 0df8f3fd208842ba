"""Plain words from the archive's Markdown: what is read, without its marks, in one Unicode form.

A word divided at the end of a page or line is made whole, so that it is found: a hyphen before a small letter of the
next page or line joins. (A compound that is divided at its own hyphen is joined too; its parts are not found then.)
"""

import re
import unicodedata
from html import unescape

_DIVIDED = re.compile(
    r"(?<=[^\W\d_])[-‐\u2011\u00ac](?:[^\S\n]*\n[^\S\n]*|[^\S\n]?\[(?:[^\[\]\\]|\\.)*\]\(page:[^)\s]{0,20}\)[^\S\n]?)(?=([^\W\d_]))"
)
_PAGES = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]\(page:[^)\s]{0,20}\)")
_CALLS = re.compile(r"\[\^[^\]\s]{1,60}\]:?")
_LINKS = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^)\s]{0,400}\)")
_RULES = re.compile(
    r"^[ ]{0,3}(?:\|?[ ]*:?-{2,}:?[ ]*)(?:\|[ ]*:?-{2,}:?[ ]*)*\|?[ ]*$"
    r"|^[ ]{0,3}(?:[*_][ ]*){3,}$",
    re.M,
)
_HEADS = re.compile(r"^[ ]{0,3}(?:>[ ]?)*(?:#{1,6}[ ]+|[-+*][ ]+)?(?:>[ ]?)*", re.M)
_MARKS = re.compile(r"\\\n|\\([!-/:-@\[-`{-~])|[*`|]+|(?<![^\W_])_+|_+(?![^\W_])")
_UNSEEN = re.compile(r"[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
_BREAK = "\x00"
"""A line end that readers see; the text itself has none such. A line end alone is a space."""
_LINES = re.compile(r" ?\x00[ \x00]*")


def plain(markdown: str) -> str:
    """The words: NFC, single spaces, single line ends where lines or blocks end, nothing unseen."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", markdown))
    if any(mark in text for mark in "-‐\u2011\u00ac"):
        text = _DIVIDED.sub(_joined, text)
    if "[" in text:
        text = _LINKS.sub(r"\1", _CALLS.sub("", _PAGES.sub("", text)))
    if "\n" in text or text[:1] in "#>-+* ":
        text = _HEADS.sub(_unheaded, _RULES.sub(_BREAK, text))
    text = _MARKS.sub(_unmarked, text)
    if "&" in text:
        text = unicodedata.normalize("NFC", unescape(text))
    return _LINES.sub("\n", _SPACES.sub(" ", text.replace("\n\n", _BREAK))).strip()


def _unheaded(head: re.Match[str]) -> str:
    """A heading, an item of a list and a quotation begin a line."""
    return _BREAK if head[0].strip() else ""


def _unmarked(mark: re.Match[str]) -> str:
    """What is escaped stays; a hard line end breaks the line; cells of a table stand apart."""
    return mark[1] or (_BREAK if "\n" in mark[0] else " " if "|" in mark[0] else "")


def _joined(match: re.Match[str]) -> str:
    """Nothing where a small letter goes on, else the whole as it was: `Austria-[3](page:3)Hungary`."""
    return "" if match[1].islower() else match[0]
