"""Pieces: what passages are put together from, each at one citable place."""

from msgspec import Struct


class Piece(Struct, frozen=True, kw_only=True):
    """The plain words of one paragraph, cue, picture or note."""

    text: str
    key: str = ""
    region: str = ""
    begins: float | None = None
    ends: float | None = None
    mentions: tuple[str, ...] = ()
    """References that the words link to."""
    opens: bool = False
    """A heading: what follows belongs to it, what goes before does not."""


class Stretch(Struct, frozen=True):
    """Pieces, or parts of one, that make a passage: `text` with (start, end, piece) of each part."""

    text: str
    parts: tuple[tuple[int, int, Piece], ...]
    skipped: int = 0
    """Characters at the end that are a look-ahead."""


def size(text: str) -> int:
    """Words; in scripts that set no spaces between them, an eighth of the letters."""
    return max(text.count(" ") + text.count("\n") + 1, len(text) // 8)
