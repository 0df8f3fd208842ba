"""The shapes of record fields, read from their type annotations."""

import types
import typing
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from sourcebook.record.reference import KIND, SLUG, Reference


class Shape(msgspec.Struct, frozen=True):
    """What a field holds: `text`, `number`, `choice`, `words` (a language map), `list`, or a struct."""

    kind: Literal["text", "number", "choice", "words", "list", "struct"]
    item: Any = None
    """Of a list, the shape of its items; of a struct, the struct; of a choice, its values."""
    is_reference: bool = False


@cache
def fields_of(struct: type) -> dict[str, Shape]:
    """The shapes of a struct's fields, by name, in order."""
    hints = typing.get_type_hints(struct, include_extras=True)
    return {field.name: shape_of(hints[field.name]) for field in msgspec.structs.fields(struct)}


def shape_of(hint: Any) -> Shape:
    """The shape of one annotation, as they occur in records."""
    if get_origin(hint) is Annotated:
        inner = shape_of(get_args(hint)[0])
        return msgspec.structs.replace(inner, is_reference=hint == Reference)
    if isinstance(hint, types.UnionType) or get_origin(hint) is Union:
        return shape_of(next(arm for arm in get_args(hint) if arm is not type(None)))
    if get_origin(hint) is tuple:
        return Shape("list", shape_of(get_args(hint)[0]))
    if get_origin(hint) is dict:
        return Shape("words")
    if get_origin(hint) is Literal:
        return Shape("choice", get_args(hint))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return Shape("struct", hint)
    return Shape("number" if hint in (int, float) else "text")


REFERENCE = f"(?:{KIND}):{SLUG}"
