"""Pieces of a record as text that people read: what differences between two versions are shown in."""

from collections.abc import Mapping
from typing import Any

import msgspec

from sourcebook.vocabulary.dates import HistoricalDate


def readable(value: Any) -> str:
    """One line for each language, item or part; a date as it was written, with its reading where that differs."""
    match value:
        case None:
            return ""
        case str():
            return value
        case HistoricalDate():
            return _date(value)
        case Mapping():
            return "\n".join(f"{language}: {text}" for language, text in value.items())
        case list() | tuple() if all(isinstance(item, str) for item in value):
            return ", ".join(value)
        case list() | tuple():
            return "\n".join(readable(item) for item in value)
        case msgspec.Struct():
            return " · ".join(_parts(value))
    return str(value)


def _date(date: HistoricalDate) -> str:
    """`after 1782 (EDTF 1782/..; reason)`."""
    calendar = date.calendar if date.calendar != "gregorian" else ""
    behind = [
        f"EDTF {date.edtf}" if date.edtf and date.edtf != date.as_written else "",
        calendar,
        date.reason,
    ]
    told = "; ".join(str(one) for one in behind if one)
    return f"{date.as_written} ({told})" if told else date.as_written


def _parts(part: msgspec.Struct) -> list[str]:
    """The fields of a part that say something, in their order."""
    said = ((name, getattr(part, name)) for name in part.__struct_fields__)
    return [
        readable(value) if name in ("text", "credited_as") else f"{name.replace('_', ' ')}: {readable(value)}"
        for name, value in said
        if value not in ("", None, (), {})
    ]
