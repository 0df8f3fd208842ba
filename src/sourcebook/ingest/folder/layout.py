"""Where each kind of record stands in the portable archive."""

from sourcebook.record import (
    Archive,
    Event,
    Organisation,
    Person,
    Place,
    Record,
    Source,
    Subject,
    Term,
    Theme,
    Year,
)

ARCHIVE = "archive.yaml"
SUBJECTS = "subjects"
SOURCES = "sources"

PLAIN: dict[str, type[Year | Theme | Person | Organisation | Place | Event | Term]] = {
    "years": Year,
    "themes": Theme,
    "people": Person,
    "organisations": Organisation,
    "places": Place,
    "events": Event,
    "glossary": Term,
}
"""Folders of one file a record, besides those of other languages."""

FOLDERS = (*PLAIN, SUBJECTS, SOURCES)

FOLDER_OF: dict[type[Record], str] = {
    **{struct: folder for folder, struct in PLAIN.items()},
    Subject: SUBJECTS,
    Source: SOURCES,
    Archive: "",
}


def body_field(struct: type[Record]) -> str:
    """The field that stands below the front matter."""
    return "introduction" if struct in (Year, Theme) else "description"
