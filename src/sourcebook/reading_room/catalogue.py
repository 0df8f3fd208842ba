"""Catalogues: how a page finds records without knowing them all.

Each published record files **entries**: a card under a heading of a catalogue, as in a card catalogue. All that a
page ever reads is a record by its reference, or the cards under one heading. So what a page depends on can be noted
exactly, and what a publication touches is the difference between the entries a record filed before and those it files
now.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

RECORDS = "records"
PAGES = "pages"
ALIASES = "aliases"
"""Catalogues that the bakery itself knows: records by reference, pages by address, former references."""


class Entry(Struct, frozen=True):
    """One card, filed by one record."""

    catalogue: str
    heading: str
    sort: str
    """Cards under a heading stand in the order of this key, then of the reference that filed them."""
    card: bytes
    """JSON."""


class Published(Struct, frozen=True):
    """A record as the library holds it."""

    data: bytes
    """The record's JSON form."""
    first_published: str
    """ISO 8601 instants, UTC, whole seconds."""
    last_published: str


class Library(Protocol):
    """The library of published records, as pages see it."""

    def published(self, reference: str) -> Published | None: ...

    def cards(self, catalogue: str, heading: str, limit: int | None = None) -> Sequence[bytes]:
        """The cards under a heading, in order."""

    def addresses(self) -> Iterator[str]:
        """Every heading of the catalogue of pages, once."""


class PageCard(Struct, frozen=True):
    """Says that a page exists at an address (its heading) and what makes it."""

    maker: str
    argument: str = ""
    language: str = ""
    """The interface language."""
