"""What became of the records that were to be indexed."""

from msgspec import Struct


class Taken(Struct, kw_only=True):
    """What an indexer did."""

    put: int = 0
    gone: int = 0
    aside: dict[str, str] = {}
    """Why records could not be indexed, by reference."""
    due: bool = False
    """The whole index is to be made anew: it is missing, damaged, of another making, or does not fit the library."""
