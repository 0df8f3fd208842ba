"""Authorities: people, organisations, places, events and terms, each with all its names."""

from sourcebook.record.base import PublishedRecord
from sourcebook.record.parts import ExternalIdentifier, LanguageMap, Latitude, Longitude, Name, Relation
from sourcebook.record.reference import Reference
from sourcebook.vocabulary.dates import HistoricalDate


class Authority(PublishedRecord, frozen=True, kw_only=True):
    """What the five kinds share."""

    names: tuple[Name, ...]
    """The first preferred name of a language is the one shown in it; the first of all elsewhere."""
    summary: LanguageMap = {}
    """One line that tells it from others: `First Secretary of the CPSU, 1953–64`."""
    description: LanguageMap = {}
    """Markdown."""
    image: str = ""
    """A portrait or view: `source:slug` or a region span of it."""
    identifiers: tuple[ExternalIdentifier, ...] = ()
    relations: tuple[Relation, ...] = ()


class Person(Authority, frozen=True, kw_only=True, tag="person"):
    """A human being, real or (in plays) imagined."""

    born: HistoricalDate | None = None
    died: HistoricalDate | None = None
    birth_place: Reference = ""
    death_place: Reference = ""


class Organisation(Authority, frozen=True, kw_only=True, tag="organisation"):
    """A party, ministry, archive, newspaper: any body that acts under a name."""

    founded: HistoricalDate | None = None
    dissolved: HistoricalDate | None = None
    place: Reference = ""


class Place(Authority, frozen=True, kw_only=True, tag="place"):
    """A place, whatever it was called when."""

    latitude: Latitude | None = None
    """Degrees, WGS 84; with `longitude` or not at all."""
    longitude: Longitude | None = None


class Event(Authority, frozen=True, kw_only=True, tag="event"):
    """Something that happened, surely or perhaps."""

    date: HistoricalDate | None = None
    place: Reference = ""


class Term(Authority, frozen=True, kw_only=True, tag="term"):
    """A word of the glossary; its summary is the short definition shown beside a text."""
