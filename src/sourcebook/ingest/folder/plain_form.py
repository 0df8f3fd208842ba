"""Values of records as front matter has them: text, lists and fields, in their short forms."""

from typing import Any

import msgspec

from sourcebook.ingest.folder.short_forms import short_date, short_name, short_rights, short_words
from sourcebook.record import Name, Rights
from sourcebook.vocabulary.dates import HistoricalDate


def fields_of_front_matter(
    struct: msgspec.Struct, language: str, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Fields that have not their default, in the struct's order."""
    fields: dict[str, Any] = {}
    for field in msgspec.structs.fields(struct):
        value = getattr(struct, field.name)
        default = field.default_factory() if callable(field.default_factory) else field.default
        if field.name not in without and value != default:
            fields[field.name] = _plain(value, language)
    return fields


def _plain(value: Any, language: str) -> Any:
    """A value as it is written in front matter."""
    if isinstance(value, dict):
        short = short_words(value, language)
        return value if short is None else short
    if isinstance(value, tuple):
        return [_plain(item, language) for item in value]
    if isinstance(value, HistoricalDate):
        return short_date(value)
    short = short_rights(value) if isinstance(value, Rights) else None
    short = short_name(value, language) if isinstance(value, Name) else short
    if short is not None:
        return short
    if isinstance(value, msgspec.Struct):
        return fields_of_front_matter(value, language)
    return value if isinstance(value, str) else repr(value).removesuffix(".0")
