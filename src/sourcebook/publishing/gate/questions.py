"""What the gate asks of the archive around a record."""

from typing import Literal, Protocol

from sourcebook.record import Source

Standing = Literal["live", "unpublished", "withdrawn", "moved", "unknown"]
"""`moved`: it is live under another slug by now."""


class Questions(Protocol):
    """Answered for a whole batch beforehand, so that a check never asks the database."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Of the reading room, the first first."""
        ...

    def standing(self, reference: str) -> Standing:
        """How readers will find it; what is published in the same act counts as live."""
        ...

    def source(self, reference: str) -> Source | None:
        """The source as readers will see it; None where they will not."""
        ...
