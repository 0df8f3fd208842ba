"""What a search answers: records with their best passages, why each matched, and counts of facets."""

from typing import Literal

from msgspec import Struct

from sourcebook.search.documents import PassageDocument, Place, RecordDocument
from sourcebook.search.facets import Facet

Rule = Literal["word", "stem", "spelling", "near", "prefix", "phrase", "name", "mention", "date", "facet"]
"""The word itself; another form of it; another spelling (ё/е, accents, old orthography); a misspelling; how it begins;
a phrase; another name of a thing; a passage that links to a thing so named; the date; a facet."""


class Why(Struct, frozen=True, kw_only=True):
    """Why something matched, in parts from which an interface makes a sentence."""

    rule: Rule
    asked: str
    """The reader's word or phrase."""
    found: str = ""
    """The word, form or name that was found, where it differs."""
    language: str = ""
    """The language whose grammar joined the two."""
    reference: str = ""
    """The thing whose name it is."""
    years: tuple[int | None, int | None] = (None, None)
    """The first and the last year (astronomical) in which it was called so, where known."""
    place: Place | Literal[""] = ""


class Mark(Struct, frozen=True):
    """Characters [start, end) of a passage's text that matched, and why."""

    start: int
    end: int
    why: Why | None = None


class PassageHit(Struct, frozen=True, kw_only=True):
    """A passage that matched. Its text, anchors and aligned passages are the document's."""

    passage: PassageDocument
    score: float
    marks: tuple[Mark, ...] = ()
    """In order, none overlapping; empty where the passage matched by a facet alone."""


class RecordHit(Struct, frozen=True, kw_only=True):
    """A record that matched."""

    record: RecordDocument
    """As stored: without `words` and `passages`."""
    score: float
    passages: tuple[PassageHit, ...] = ()
    """Best first; empty where only its title, names or facets matched."""
    why: tuple[Why, ...] = ()


class FacetValue(Struct, frozen=True):
    """How many records bear a value, of those that match with all filters but this facet's own."""

    value: str
    count: int
    chosen: bool = False


class Results(Struct, frozen=True, kw_only=True):
    """One page of results."""

    total: int
    """Records that match, all pages together."""
    hits: tuple[RecordHit, ...] = ()
    facets: dict[Facet, tuple[FacetValue, ...]] = {}
    """Most frequent first; a chosen value is always there."""
    loosened: bool = False
    """Few records had all words, so these have most of them."""
    incomplete: bool = False
    """The time ran out: passages or counts are missing."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """How a word that was begun might go on, or a thing whose name begins so."""

    text: str
    count: int
    """Records with this word; 1 for a thing."""
    reference: str = ""
    address: str = ""
