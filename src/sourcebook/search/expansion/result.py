from msgspec import Struct

from sourcebook.search.answers import Why
from sourcebook.search.matching import EVERYTHING, Match


class Expanded(Struct, frozen=True):
    """A question in the words of the index."""

    match: Match = EVERYTHING
    """All that was asked."""
    loose: Match | None = None
    """Most of it; None where that would be the same."""
    names: tuple[Why, ...] = ()
    """Things that the reader named, each with the name through which it was found."""
    unknown: tuple[str, ...] = ()
    """Words, as typed, of which no text of the archive has any form."""
