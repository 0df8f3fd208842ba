"""What a record's document needs from beyond the record."""

from collections.abc import Callable

from msgspec import Struct


class Surroundings(Struct, frozen=True, kw_only=True):
    """Given by whoever knows the library."""

    address: str
    """Of the record's page."""
    subjects: tuple[str, ...] = ()
    """References of the subjects that select it."""
    current: Callable[[str], str] = str
    """From a reference to the one under which the thing is published now."""
