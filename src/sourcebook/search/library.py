"""What search asks of the published library, which it may not know: whoever joins the two gives it these answers."""

from collections.abc import Collection, Iterator
from typing import Protocol

from sourcebook.record import Record


class Shelf(Protocol):
    """The library of published records as the indexer sees it: one state of it, which has taken the log in."""

    def taken_up_to(self) -> int:
        """The number of the last line of the log that the library has taken in."""

    def changed_after(self, number: int) -> Collection[str]:
        """Identifiers of the things that lines of the log after a number publish or withdraw, each once."""

    def of_identifier(self, identifier: str) -> Record | None:
        """The record of a thing; None where it is not published."""

    def published(self, reference: str) -> Record | None:
        """What is published under this very reference."""

    def everything(self) -> Iterator[Record]:
        """All published records."""

    def size(self) -> int:
        """How many there are."""

    def current(self, reference: str) -> str:
        """The reference under which a thing is published now, following former slugs."""

    def subjects_of(self, source: str) -> Collection[str]:
        """References of the published subjects that select a source."""

    def address(self, record: Record) -> str:
        """Of its page, in the first language of the interface."""


class Doorkeeper(Protocol):
    """Asked at answer time, so that nothing withdrawn is ever shown, whatever an index still holds."""

    def in_force(self, references: Collection[str]) -> Collection[str]:
        """Those of these that are published now."""
