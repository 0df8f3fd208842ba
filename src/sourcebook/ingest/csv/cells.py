"""The cells of a row under the names of fields, each taken apart."""

import re
from typing import NamedTuple

import msgspec
from babel.core import get_global

from sourcebook.ingest.csv.mapping import Column, Mapping
from sourcebook.ingest.csv.table import Row
from sourcebook.vocabulary.dates import HistoricalDate, read_date, understood
from sourcebook.vocabulary.errors import VocabularyError
from sourcebook.vocabulary.languages import check_language
from sourcebook.vocabulary.media import MEDIA, Medium, medium_of

_TYPES: dict[str, Medium] = {
    "stillimage": "image",
    "movingimage": "video",
    "film": "video",
    "sound": "audio",
    "physicalobject": "object",
    "pdf": "text",
    "panorama": "image",
}
_VAGUE = ("image", "record", "compound_object", "multiple", "item")


class Value(NamedTuple):
    """One value and the column it stands in."""

    text: str
    column: Column


class Fields:
    """What one row says, by field."""

    def __init__(self, row: Row, mapping: Mapping) -> None:
        self.line = row.line
        self.parts: list[Fields] = []
        """Rows that are parts of this one."""
        self.views: list[Fields] = []
        """Those of them that are only files of it."""
        self.values: dict[str, list[Value]] = {}
        for name, column in mapping.columns.items():
            cell = row.cells.get(name, "")
            parts = cell.split(column.separator) if column.separator else [cell]
            for part in filter(None, map(str.strip, parts)):
                if part not in column.empty:
                    self.values.setdefault(column.field, []).append(Value(part, column))
        for field, text in mapping.constants.items():
            self.values.setdefault(field, []).append(Value(text, Column(field=field)))

    def all(self, field: str) -> list[str]:
        """The values of a field, each once."""
        return list(dict.fromkeys(value.text for value in self.values.get(field, [])))

    def one(self, field: str) -> str:
        return next(iter(self.all(field)), "")


def medium_in(values: list[str]) -> Medium | None:
    """The medium that the most particular of these words gives: a Dublin Core type, then a media type, then a word."""
    words = [re.sub(r"[\s_-]+", "", value.casefold()) for value in values]
    for word in words:
        if word in _TYPES and word != "pdf":
            return _TYPES[word]
    for value in values:
        if "/" in value:
            return medium_of(value)
    for word in sorted(words, key=lambda word: word in _VAGUE):
        for medium in MEDIA:
            if word == medium:
                return medium
        if word in _TYPES:
            return _TYPES[word]
    return None


def date_in(text: str, approximate: str) -> HistoricalDate:
    """The date; an approximate one says so in words and in EDTF."""
    date = read_date(text)
    if approximate.casefold() not in ("yes", "y", "true", "1", "x") or not understood(date):
        return date
    if date.edtf[-1] in "~?%":
        return date
    try:
        return read_date(f"circa {text}", edtf="/".join(f"{end}~" for end in date.edtf.split("/")))
    except VocabularyError:
        return msgspec.structs.replace(date, reason="The spreadsheet says that it is approximate.")


def language_in(text: str) -> str | None:
    """A BCP 47 tag from one, or from a code of ISO 639-2; None where it is neither."""
    tag = get_global("language_aliases").get(text.casefold(), text)
    try:
        return check_language(tag)
    except VocabularyError:
        return None


def is_address(text: str) -> bool:
    return re.match(r"https?://", text) is not None


def point_in(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Degrees, or None where the two are no point on the earth."""
    try:
        point = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else None
