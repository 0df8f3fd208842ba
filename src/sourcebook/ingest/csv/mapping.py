"""Which column is which field: CollectionBuilder's columns, or those of a mapping file."""

from pathlib import Path
from typing import Any, Literal

from django.utils.translation import gettext
from msgspec import Struct

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.folder.fields import FieldReader
from sourcebook.ingest.plain_yaml import PlainYamlError, read_yaml
from sourcebook.ingest.texts import read_utf8

Kind = Literal["source", "person", "organisation", "place"]

FIELDS: dict[str, str] = {
    "key": "the row's own identifier, unique in the spreadsheet; its slug is made from it, or from the name",
    "title": "title of a source",
    "name": "name of a person, organisation or place; `Surname, Forename` is turned round",
    "part_of": "the key of the row that this one is a part of",
    "description": "Markdown",
    "summary": "one line that tells it from others",
    "date": "date of a source, in words or EDTF",
    "approximate": "`yes` where the date is approximate",
    "born": "date of birth, or of founding",
    "died": "date of death, or of dissolution",
    "birth_place": "a place",
    "death_place": "a place",
    "creator": "who made it, with the role under `role:`",
    "keywords": "keywords",
    "place": "a place that it is about",
    "latitude": "degrees, of the only place of the row",
    "longitude": "degrees, likewise",
    "repository": "where the original is",
    "call_number": "its number there",
    "medium": "text, image, audio, video, object, a Dublin Core type or a media type",
    "form": "what sort of thing it is",
    "language": "ISO 639 or BCP 47",
    "rights": "a rights statement, by address or label",
    "rights_note": "rights in words",
    "file": "a file below the spreadsheet's folder, or an address elsewhere",
    "link": "an address where it can be seen",
    "alt": "what the picture shows",
    "transcript": "the text, or the name of a file with it",
    "identifier": "an identifier elsewhere, with its `scheme:`",
    "ignore": "not imported",
}
"""What a column may be."""


class Column(Struct, frozen=True, kw_only=True):
    """What the cells of one column are."""

    field: str
    separator: str = ""
    """Between several values of a cell; empty where a cell is one value."""
    role: str = "creator"
    scheme: str = ""
    empty: tuple[str, ...] = ()
    """Values that mean nothing, such as `0`."""


class Mapping(Struct, frozen=True, kw_only=True):
    """How a spreadsheet is read."""

    columns: dict[str, Column]
    kind: Kind = "source"
    """What a row is."""
    language: str = "en"
    """Of the words."""
    constants: dict[str, str] = {}
    """Fields that are the same in all rows."""


def _many(field: str, **options: Any) -> Column:
    return Column(field=field, separator=";", **options)


COLLECTION_BUILDER = Mapping(
    columns={
        "objectid": Column(field="key"),
        "parentid": Column(field="part_of"),
        "title": Column(field="title"),
        "creator": _many("creator"),
        "photographer": _many("creator", role="photographer"),
        "date": Column(field="date"),
        "date-is-approximate?": Column(field="approximate"),
        "description": Column(field="description"),
        "subject": _many("keywords"),
        "location": _many("place"),
        "latitude": Column(field="latitude"),
        "longitude": Column(field="longitude"),
        "source": Column(field="repository"),
        "identifier": Column(field="call_number"),
        "type": _many("medium"),
        "format": Column(field="medium"),
        "display_template": Column(field="medium"),
        "language": _many("language"),
        "rights": Column(field="rights_note"),
        "rightsstatement": Column(field="rights"),
        "object_location": Column(field="file"),
        "image_small": Column(field="ignore"),
        "image_thumb": Column(field="ignore"),
        "image_alt_text": Column(field="alt"),
        "object_transcript": Column(field="transcript"),
    }
)
"""https://collectionbuilder.github.io/cb-docs/docs/metadata/csv_metadata/"""


def read_mapping(arrival: Arrival, path: Path) -> Mapping | None:
    """A mapping file; None after at least one refusal."""
    text = read_utf8(arrival, path, str(path))
    if text is None:
        return None
    try:
        fields, lines = read_yaml(text)
    except PlainYamlError as error:
        arrival.refuse(str(error), Origin(str(path), error.line))
        return None
    reader = FieldReader(arrival, str(path), lines, "en")
    if not isinstance(fields, dict) or not isinstance(fields.get("columns"), dict):
        reader.problem(
            gettext("`columns:` is missing."), (), gettext("Write one line `Column: field` for each column.")
        )
        return None
    columns: dict[str, Column] = {}
    for name, written in fields["columns"].items():
        options = {"field": written} if isinstance(written, str) else written
        path_of = ("columns", name)
        if not isinstance(options, dict):
            reader.problem(
                gettext("“%(name)s” is a field, or has fields.") % {"name": name},
                path_of,
                gettext("Write `Column: {field: date}`."),
            )
        elif options.get("field") not in FIELDS:
            reader.problem(
                gettext("“%(get)s” is no field.") % {"get": options.get("field")},
                path_of,
                gettext("The fields are %(join)s.") % {"join": ", ".join(FIELDS)},
            )
        elif column := reader.make(Column, options, {}, path_of):
            columns[name] = column
    for name in constants if isinstance(constants := fields.get("constants", {}), dict) else ():
        if name not in FIELDS:
            reader.problem(
                gettext("“%(name)s” is no field.") % {"name": name},
                ("constants", name),
                gettext("The fields are %(join)s.") % {"join": ", ".join(FIELDS)},
            )
    if reader.wrong:
        return None
    return reader.make(Mapping, fields, {"columns": columns}, also=("columns",))
