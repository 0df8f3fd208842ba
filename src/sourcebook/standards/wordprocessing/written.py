"""What stands in a text from a word processor, in the archive's own words."""

from msgspec import Struct

from sourcebook.record import Note
from sourcebook.record.text import PassageKind


class WrittenBlock(Struct, frozen=True, kw_only=True):
    """A paragraph, a heading, a list, a table or a quotation."""

    text: str
    """Markdown, without the mark of a heading or of a quotation."""
    kind: PassageKind = "paragraph"
    level: int = 0
    """Of a heading, from 1; else 0."""


class WrittenText(Struct, frozen=True, kw_only=True):
    """A whole document, or the part of one that was pasted."""

    blocks: tuple[WrittenBlock, ...] = ()
    notes: tuple[Note, ...] = ()
    """Footnotes, then endnotes, in the order of their calls, numbered from 1."""
    notices: tuple[str, ...] = ()
    """What was left out, a sentence each."""
