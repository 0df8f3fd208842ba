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
    romanisation: str = ""
    """The table a romanised form follows (`ala-lc`, `iso9`, `bgn-pcgn`, …), where known."""
    sort_as: str = ""
    """The form under which indexes file it: `Khrushchev, Nikita`."""


class ExternalIdentifier(Part, frozen=True, kw_only=True):
    """The same thing in another authority file, such as `wikidata` `Q35314`."""

    scheme: str
    value: str


class Contribution(Part, frozen=True, kw_only=True):
    """One line of a byline: who, in which role, credited how. Agent or `credited_as` must be there."""

    role: str
    agent: Reference = ""
    credited_as: str = ""


class Relation(Part, frozen=True, kw_only=True):
    """From the record that holds it to another: `led_to`, `member_of`, `located_in`, …"""

    type: str
    to: Reference
    certainty: Certainty = "certain"
    rationale: LanguageMap = {}
    evidence: str = ""
    """Why we say so: Markdown, with links to spans or a citation."""


class Rights(Part, frozen=True, kw_only=True):
    """What may be done with a source: a statement by URI (rightsstatements.org or Creative Commons)."""

    statement: str = ""
    holder: str = ""
    note: LanguageMap = {}


class Holding(Part, frozen=True, kw_only=True):
    """Where the original is kept."""

    organisation: Reference = ""
    repository: str = ""
    """The repository's name as written, where no organisation record stands for it."""
    collection: str = ""
    call_number: str = ""
    link: str = ""
    note: LanguageMap = {}


class ProvenanceEvent(Part, frozen=True, kw_only=True):
    """One link of the chain of custody and copying; the chain is in order, oldest first."""

    type: str
    date: HistoricalDate | None = None
    agent: Reference = ""
    agent_as: str = ""
    place: Reference = ""
    note: LanguageMap = {}
    certainty: Certainty = "certain"
    evidence: str = ""


Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
