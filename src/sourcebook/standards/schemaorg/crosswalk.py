"""The crosswalk: which field of a record says which property of schema.org, and in which form.

Forms: `words` the best language; `plain` and `list` as it stands; `day` the first day in ISO 8601, `last` the last one;
`thing` a reference with type, name and address, `things` several; `credits` a byline by role; `same` identifiers in
other authority files; `names` all names but the one shown; `rights` the address of the statement.
"""

from typing import Literal, NamedTuple

Form = Literal[
    "words", "plain", "day", "last", "thing", "things", "credits", "same", "names", "rights", "list"
]


class Row(NamedTuple):
    """One line of the crosswalk."""

    property: str
    field: str
    form: Form


TYPES: dict[str, str | list[str]] = {
    "archive": ["WebSite", "ArchiveOrganization"],
    "year": "CollectionPage",
    "theme": "CollectionPage",
    "subject": "ScholarlyArticle",
    "source": "ArchiveComponent",
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "term": "DefinedTerm",
}

_AUTHORITY = (
    Row("alternateName", "names", "names"),
    Row("description", "summary", "words"),
    Row("sameAs", "identifiers", "same"),
)

ROWS: dict[str, tuple[Row, ...]] = {
    "archive": (
        Row("alternateName", "subtitle", "words"),
        Row("inLanguage", "languages", "list"),
        Row("publisher", "publisher", "plain"),
        Row("license", "licence", "plain"),
    ),
    "year": (),
    "theme": (Row("description", "summary", "words"),),
    "subject": (
        Row("abstract", "summary", "words"),
        Row("temporalCoverage", "date", "day"),
        Row("about", "about", "things"),
        Row("keywords", "themes", "things"),
    ),
    "source": (
        Row("genre", "form", "words"),
        Row("inLanguage", "languages", "list"),
        Row("dateCreated", "date", "day"),
        Row("locationCreated", "place", "thing"),
        Row("about", "about", "things"),
        Row("keywords", "keywords", "list"),
        Row("isPartOf", "part_of", "thing"),
        Row("license", "rights", "rights"),
    ),
    "person": (
        *_AUTHORITY,
        Row("birthDate", "born", "day"),
        Row("deathDate", "died", "day"),
        Row("birthPlace", "birth_place", "thing"),
        Row("deathPlace", "death_place", "thing"),
    ),
    "organisation": (
        *_AUTHORITY,
        Row("foundingDate", "founded", "day"),
        Row("dissolutionDate", "dissolved", "day"),
        Row("location", "place", "thing"),
    ),
    "place": _AUTHORITY,
    "event": (
        *_AUTHORITY,
        Row("startDate", "date", "day"),
        Row("endDate", "date", "last"),
        Row("location", "place", "thing"),
    ),
    "term": _AUTHORITY,
}

ROLES = {
    "author": "author",
    "translator": "translator",
    "editor": "editor",
    "publisher": "publisher",
    "artist": "creator",
    "photographer": "creator",
    "composer": "composer",
    "lyricist": "lyricist",
    "director": "director",
    "producer": "producer",
    "sender": "sender",
    "addressee": "recipient",
    "speaker": "author",
    "illustrator": "illustrator",
}
"""Roles of bylines as properties; every other role is a `contributor`."""

AUTHORITY_FILES = {
    "wikidata": "https://www.wikidata.org/entity/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "isni": "https://isni.org/isni/{}",
    "geonames": "https://sws.geonames.org/{}/",
}

MEDIA_OBJECTS = {"image": "ImageObject", "audio": "AudioObject", "video": "VideoObject"}
