"""The source: one primary source of any medium, with its files, canvases and text versions."""

from typing import Annotated

from msgspec import Meta

from sourcebook.record.base import PublishedRecord
from sourcebook.record.parts import (
    Contribution,
    ExternalIdentifier,
    Holding,
    LanguageMap,
    Part,
    ProvenanceEvent,
    Relation,
    Rights,
)
from sourcebook.record.reference import Reference
from sourcebook.record.text import TextVersion
from sourcebook.vocabulary.dates import HistoricalDate
from sourcebook.vocabulary.media import Medium

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class File(Part, frozen=True, kw_only=True):
    """A master as it arrived, with the facts that were read from it."""

    name: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    """Unique in its source; also the last part of its address."""
    sha256: Sha256
    media_type: str
    size: int
    """Bytes."""
    width: int | None = None
    """Pixels; `height` likewise."""
    height: int | None = None
    duration: float | None = None
    """Seconds."""


class Canvas(Part, frozen=True, kw_only=True):
    """One page image or one stretch of time (IIIF's word); its number is its place in the order, from 1."""

    file: str
    """The name of the file that fills it."""
    label: str = ""
    """Its name in the original: `fol. 12v`, `Reel 2`."""
    alt: LanguageMap = {}
    """What it shows, for those who do not see it."""
    caption: LanguageMap = {}
    """What is said below it."""


class Source(PublishedRecord, frozen=True, kw_only=True, tag="source"):
    """A primary source; it never belongs to a page, pages select it."""

    medium: Medium
    title: LanguageMap
    description: LanguageMap = {}
    """Markdown."""
    form: LanguageMap = {}
    """What sort of thing it is: `{"en": "Telegram"}`."""
    languages: tuple[str, ...] = ()
    """The languages of the original."""
    date: HistoricalDate | None = None
    """When it was made, sent or delivered."""
    contributions: tuple[Contribution, ...] = ()
    """Who made it, sent it, stands in it."""
    place: Reference = ""
    """Where it was made or sent from."""
    about: tuple[Reference, ...] = ()
    """People, organisations, places, events and terms it is about."""
    themes: tuple[Reference, ...] = ()
    keywords: tuple[str, ...] = ()
    """Words for searching that no authority stands for."""
    part_of: Reference = ""
    """The source it is a part of, as a page of an album or a document of a volume."""
    position: int = 0
    """Its order among the parts of `part_of`."""
    holdings: tuple[Holding, ...] = ()
    provenance: tuple[ProvenanceEvent, ...] = ()
    """How it came from its making to us, oldest first."""
    relations: tuple[Relation, ...] = ()
    identifiers: tuple[ExternalIdentifier, ...] = ()
    """Its names in catalogues and editions elsewhere."""
    rights: Rights = Rights()
    files: tuple[File, ...] = ()
    canvases: tuple[Canvas, ...] = ()
    texts: tuple[TextVersion, ...] = ()
