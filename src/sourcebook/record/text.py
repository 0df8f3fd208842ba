"""Text versions: transcriptions, translations, captions … one idea, made of passages with stable keys."""

from typing import Annotated, Literal

from msgspec import Meta

from sourcebook.record.parts import Contribution, Part

TextKind = Literal[
    "transcription", "translation", "captions", "lyrics", "transliteration", "description", "precis"
]
PassageKind = Literal[
    "paragraph", "heading", "verse", "speech", "stage", "quotation", "list", "table", "dateline", "closer"
]
Review = Literal["", "draft", "reviewed"]

PASSAGE_KEY = r"[A-Za-z](?:[A-Za-z0-9_.]|-(?!-))*"
PassageKey = Annotated[str, Meta(pattern=f"^{PASSAGE_KEY}$")]


class Passage(Part, frozen=True, kw_only=True):
    """The smallest citable piece of a text: a paragraph, a stanza, a speech, a cue."""

    key: PassageKey
    """Stable for ever; versions of one source align by it."""
    text: str
    """Markdown of the archive's own kind (see the portable archive)."""
    kind: PassageKind = "paragraph"
    speaker: str = ""
    """Who says it, in a play, an interview or captions."""
    region: str = ""
    """Where it stands on a canvas: `2:120,80,600,400` (canvas: x, y, width, height in pixels)."""
    start: float | None = None
    """Seconds from the beginning of the recording; `end` likewise."""
    end: float | None = None


class Note(Part, frozen=True, kw_only=True):
    """A footnote of a text version: the text calls it by `[^key]`."""

    key: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
    """Unique in its version."""
    text: str
    """Markdown."""


class TextVersion(Part, frozen=True, kw_only=True):
    """One reading of a source in one language."""

    key: Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")]
    """Unique in its source; the name of its file in the portable archive: `en`, `ru`, `en-captions`."""
    language: str
    """BCP 47: `ru`, `en-GB`, `ru-Latn`."""
    kind: TextKind = "transcription"
    title: str = ""
    """The title of the source in this version, where it has one of its own."""
    contributions: tuple[Contribution, ...] = ()
    translates: str = ""
    """The key of the version it was translated from."""
    supersedes: str = ""
    """The key of the version that it replaces."""
    review: Review = ""
    """Whether somebody has checked it against the original; empty where nobody says."""
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
