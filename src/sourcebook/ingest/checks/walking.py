"""Going through all parts and texts of a record."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sourcebook.record import Record


def parts_of(record: Record) -> Iterator[msgspec.Struct]:
    """The record and every struct inside it, outer before inner."""
    yield from _structs(record)


def texts_of(record: Record) -> Iterator[str]:
    """Every text in it, Markdown or not."""
    for part in parts_of(record):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict):
                yield from value.values()


def _structs(value: Any) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(inner, msgspec.Struct | tuple):
                yield from _structs(inner)
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, msgspec.Struct | tuple):
                yield from _structs(item)
