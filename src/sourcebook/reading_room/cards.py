"""The cards that records file for one another's pages; each holds no more than the pages that read it show."""

from msgspec import Struct

from sourcebook.record.parts import Certainty, LanguageMap
from sourcebook.record.reference import Reference
from sourcebook.vocabulary.dates import HistoricalDate

NAMES = "names"
CARDS = "cards"
DEFINITIONS = "definitions"
MENTIONS = "mentions"
IMPRINT = "imprint"
TOMBSTONES = "tombstones"


class Card(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every card has."""


class NameCard(Card, frozen=True, kw_only=True):
    """Catalogue `names`, heading = reference: that it is published, where, and what it is called."""

    reference: Reference
    address: str
    """In the first language."""
    title: LanguageMap


class Picture(Card, frozen=True, kw_only=True):
    """A picture for a small place: an image file of a source, or a region of one by reference."""

    name: str
    """The file's name in its source."""
    sha256: str
    media_type: str
    width: int
    height: int
    alt: LanguageMap = {}


class ShortCard(NameCard, frozen=True, kw_only=True):
    """Catalogue `cards`, heading = reference, and most lists: what is shown where a record is listed."""

    summary: LanguageMap = {}
    medium: str = ""
    form: LanguageMap = {}
    date: HistoricalDate | None = None
    end: HistoricalDate | None = None
    """Of a life: `date` is the birth, `end` the death."""
    image: str = ""
    """A span of a source that shows it."""
    picture: Picture | None = None
    """Of sources: their first image."""
    duration: float | None = None


class Place(Card, frozen=True, kw_only=True):
    """One place in the mentioning record."""

    manner: str
    fragment: str = ""
    version: str = ""
    passage: str = ""
    role: str = ""
    certainty: Certainty = "certain"
    rationale: LanguageMap = {}
    before: Reference = ""
    """Of a selection: its neighbours in the subject's order."""
    after: Reference = ""


class MentionCard(NameCard, frozen=True, kw_only=True):
    """Catalogue `mentions`, heading = what is mentioned: one card for each record that mentions it."""

    date: HistoricalDate | None = None
    medium: str = ""
    places: tuple[Place, ...] = ()


class Imprint(Card, frozen=True, kw_only=True):
    """Catalogue `imprint`, heading `archive`: what every page says of the archive."""

    title: LanguageMap
    subtitle: LanguageMap = {}
    editors: tuple[tuple[Reference, str], ...] = ()
    """Agent and credit."""
    publisher: str = ""
    licence: str = ""


class SiblingCard(Card, frozen=True, kw_only=True):
    """Catalogue `parts`: one part of a compound source, in its order."""

    reference: Reference


class FeedCard(NameCard, frozen=True, kw_only=True):
    """Catalogue `feed`, heading `all`, newest first."""

    identifier: str
    summary: LanguageMap = {}
    first_published: str
    last_published: str


class TombstoneCard(Card, frozen=True, kw_only=True):
    """Catalogue `tombstones`, heading = a permanent identifier: what readers are told of a withdrawn record."""

    address: str
    """Its page, in the first language."""
    title: LanguageMap
    reason: str
    at: str
    """ISO 8601, UTC."""


class SitemapCard(Card, frozen=True, kw_only=True):
    """Catalogue `sitemap`, heading = one of 64 buckets."""

    address: str
    changed: str
