"""What records of several kinds are made of: names, bylines, relations, rights."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sourcebook.record.reference import Reference
from sourcebook.vocabulary.dates import HistoricalDate

LanguageMap = dict[str, str]
"""The same words in several languages, by BCP 47 tag: `{"en": "Report", "ru": "Доклад"}` (as in IIIF)."""

Certainty = Literal["certain", "probable", "possible", "disputed"]

NameUse = Literal["preferred", "variant", "former", "birth", "pseudonym", "abbreviation"]


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A piece of a record; it has no identity of its own."""


class Name(Part, frozen=True, kw_only=True):
    """One name of a person, organisation, place, event or term, in one language and script."""

    text: str
    language: str = ""
    use: NameUse = "preferred"
    """A preferred name is shown as the heading, the others below it."""
    romanisation: str = ""
    """The table a romanised form follows (`ala-lc`, `iso9`, `bgn-pcgn`, …), where known."""
    sort_as: str = ""
    """The form under which indexes file it: `Khrushchev, Nikita`."""
    during: HistoricalDate | None = None
    """From when to when it was called so, where not always: `1924–1991` for Leningrad, `from 1991`."""


class ExternalIdentifier(Part, frozen=True, kw_only=True):
    """The same thing in another authority file, such as `wikidata` `Q35314`."""

    scheme: str
    """The file: `wikidata`, `viaf`, `isni`, `gnd`, `geonames`, …"""
    value: str
    """The name that the thing has there."""


class Contribution(Part, frozen=True, kw_only=True):
    """One line of a byline: who, in which role, credited how. Agent or `credited_as` must be there."""

    role: str
    """A code of the vocabulary: `author`, `translator`, …"""
    agent: Reference = ""
    """The person or organisation."""
    credited_as: str = ""
    """The words of the byline as printed, where they are not the agent's name or no record stands for the agent."""


class Relation(Part, frozen=True, kw_only=True):
    """From the record that holds it to another: `led_to`, `member_of`, `located_in`, …"""

    type: str
    """A code of the vocabulary."""
    to: Reference
    certainty: Certainty = "certain"
    rationale: LanguageMap = {}
    """Why it is held to be so, where that is in doubt."""
    evidence: str = ""
    """Why we say so: Markdown, with links to spans or a citation."""


class Rights(Part, frozen=True, kw_only=True):
    """What may be done with a source: a statement by URI (rightsstatements.org or Creative Commons)."""

    statement: str = ""
    holder: str = ""
    """Who has the rights, in words."""
    note: LanguageMap = {}


class Holding(Part, frozen=True, kw_only=True):
    """Where the original is kept."""

    organisation: Reference = ""
    repository: str = ""
    """The repository's name as written, where no organisation record stands for it."""
    collection: str = ""
    """The fonds, collection or series."""
    call_number: str = ""
    """The mark by which the repository finds it on its shelves."""
    link: str = ""
    """The repository's own page about it."""
    note: LanguageMap = {}


class ProvenanceEvent(Part, frozen=True, kw_only=True):
    """One link of the chain of custody and copying; the chain is in order, oldest first."""

    type: str
    """A code of the vocabulary; `unknown` stands for a gap in the chain."""
    date: HistoricalDate | None = None
    agent: Reference = ""
    """Who did it."""
    agent_as: str = ""
    """Who did it in words, where no record stands for them."""
    place: Reference = ""
    note: LanguageMap = {}
    certainty: Certainty = "certain"
    evidence: str = ""
    """How we know: Markdown, with links to spans or a citation."""


Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
