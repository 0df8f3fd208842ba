"""What search asks of the published library, which it may not know: whoever joins the two gives it these answers."""

from collections.abc import Collection, Iterator
from typing import Protocol

from msgspec import Struct

from sourcebook.record import Record


class LogLine(Struct, frozen=True):
    """One line of the log of publications; `data` is empty where it is a withdrawal."""

    number: int
    reference: str
    identifier: str
    data: bytes


class Shelf(Protocol):
    """The library of published records as the indexer sees it."""

    def published(self, reference: str) -> Record | None:
        """What is published under this very reference."""

    def current(self, reference: str) -> str:
        """The reference under which a thing is published now, following former slugs."""

    def subjects_of(self, source: str) -> Collection[str]:
        """References of the published subjects that select a source."""

    def address(self, record: Record) -> str:
        """Of its page, in the first language of the interface."""

    def lines_after(self, number: int) -> Iterator[LogLine]:
        """The log from a place on, in order."""


class Doorkeeper(Protocol):
    """Asked at answer time, so that nothing withdrawn is ever shown, whatever an index still holds."""

    def in_force(self, references: Collection[str]) -> Collection[str]:
        """Those of these that are published now."""
