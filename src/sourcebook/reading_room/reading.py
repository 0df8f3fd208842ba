"""One reading of the library by one page: it answers from records and catalogues and notes each look."""

from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from sourcebook.reading_room.catalogue import ALIASES, RECORDS, Library
from sourcebook.record import Record, decode

T = TypeVar("T")


class Publication(msgspec.Struct, frozen=True):
    """A record with the instants of its first and last publication (ISO 8601, UTC)."""

    record: Record
    first_published: str
    last_published: str


class Withdrawal(msgspec.Struct, frozen=True):
    """A record that was taken out of the reading room, as it was published last."""

    record: Record
    at: str
    """ISO 8601, UTC, whole seconds."""
    reason: str
    """For readers; may be empty."""


@cache
def _decoder(card_type: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(card_type)


class Reading:
    """Reads for one page; `noted` holds (catalogue, heading) for all it asked, found or not."""

    def __init__(self, library: Library, memory: dict[Any, Any] | None = None) -> None:
        self.library = library
        self.noted: set[tuple[str, str]] = set()
        self._memory: dict[Any, Any] = {} if memory is None else memory

    def publication(self, reference: str) -> Publication | None:
        """What is published under this very reference."""
        self.noted.add((RECORDS, reference))
        key = (RECORDS, reference)
        if key not in self._memory:
            held = self.library.published(reference)
            self._memory[key] = held and Publication(
                decode(held.data), held.first_published, held.last_published
            )
        publication: Publication | None = self._memory[key]
        return publication

    def cards(self, catalogue: str, heading: str, card_type: type[T], limit: int | None = None) -> list[T]:
        """The cards under a heading, decoded, in order; `limit` keeps the first ones."""
        self.noted.add((catalogue, heading))
        key = (catalogue, heading, card_type, limit)
        if key not in self._memory:
            decoder: msgspec.json.Decoder[T] = _decoder(cast(Hashable, card_type))
            self._memory[key] = [
                decoder.decode(card) for card in self.library.cards(catalogue, heading, limit)
            ]
        cards: list[T] = self._memory[key]
        return cards

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What many pages share, made once in a state of the library; what it read counts as read by each of them."""
        held: tuple[T, frozenset[tuple[str, str]]] | None = self._memory.get(("once", key))
        if held is None:
            outer, self.noted = self.noted, set()
            try:
                held = (make(), frozenset(self.noted))
            finally:
                self.noted = outer
            self._memory["once", key] = held
        self.noted |= held[1]
        return held[0]

    def current(self, reference: str) -> str:
        """The reference under which a thing is published now, following former slugs."""
        aliases = self.cards(ALIASES, reference, str, limit=1)
        return aliases[0] if aliases else reference
