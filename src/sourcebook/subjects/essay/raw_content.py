"""What Draft.js keeps of a text: blocks of letters with ranges of styles and entities, counted in code points."""

from typing import Any

import msgspec
from msgspec import Struct


class StyleRange(Struct):
    """Where a style is on."""

    offset: int
    length: int
    style: str


class EntityRange(Struct):
    """Where an entity of the map stands."""

    offset: int
    length: int
    key: int | str


class RawBlock(Struct, rename="camel"):
    """A paragraph, a heading or an item."""

    text: str
    type: str = "unstyled"
    key: str = ""
    depth: int = 0
    inline_style_ranges: list[StyleRange] = []
    entity_ranges: list[EntityRange] = []
    data: dict[str, Any] = {}


class RawEntity(Struct):
    """A link, a note, a citation or a rule."""

    type: str
    mutability: str = "MUTABLE"
    data: dict[str, Any] = {}


class RawContent(Struct, rename="camel"):
    """The whole text."""

    blocks: list[RawBlock] = []
    entity_map: dict[str, RawEntity] = {}


def decode(text: str) -> RawContent:
    """What a browser sent; a `msgspec.MsgspecError` where it is none. Nothing and `null` are an empty text."""
    read: RawContent | None = msgspec.json.decode(text or "null", type=RawContent | None)
    return read or RawContent()


def encode(content: RawContent) -> str:
    return msgspec.json.encode(content).decode()
