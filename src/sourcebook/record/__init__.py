"""The published record: an immutable value for each kind of thing, its JSON form and its schema."""

from sourcebook.record.authorities import Authority, Event, Organisation, Person, Place, Term
from sourcebook.record.cited import CitedName, CitedWork
from sourcebook.record.json_form import Record, RecordError, decode, digest, encode
from sourcebook.record.parts import (
    Certainty,
    Contribution,
    ExternalIdentifier,
    Holding,
    LanguageMap,
    Name,
    ProvenanceEvent,
    Relation,
    Rights,
)
from sourcebook.record.reference import Reference, Slug, is_reference, kind_of, slug_of
from sourcebook.record.source import Canvas, File, Source
from sourcebook.record.subjects import Archive, Essay, Selection, Subject, Theme, Year
from sourcebook.record.text import Note, Passage, TextVersion

__all__ = [
    "Archive", "Authority", "Canvas", "Certainty", "CitedName", "CitedWork", "Contribution", "Essay",
    "Event", "ExternalIdentifier",
    "File", "Holding", "LanguageMap", "Name", "Note", "Organisation", "Passage", "Person", "Place",
    "ProvenanceEvent", "Record", "RecordError", "Reference", "Relation", "Rights", "Selection", "Slug",
    "Source", "Subject", "Term", "TextVersion", "Theme", "Year",
    "decode", "digest", "encode", "is_reference", "kind_of", "slug_of",
]  # fmt: skip
