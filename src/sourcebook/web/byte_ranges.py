"""Byte ranges (RFC 9110, section 14), which players use to jump into a recording."""

from typing import NamedTuple


class ByteRange(NamedTuple):
    """The bytes from `first` up to, not including, `end`."""

    first: int
    end: int


class UnsatisfiableRangeError(ValueError):
    """A range that begins behind the last byte; the answer is 416."""


def byte_range(header: str, size: int) -> ByteRange | None:
    """The one range asked for of a file of `size` bytes; nothing means that the whole file is the answer.

    The whole is sent for other units than bytes, for what breaks the grammar, and for several ranges at
    once: the standard allows it, and no player asks for several. An empty file has no ranges, so it is sent
    whole as well.
    """
    unit, equals, spec = header.partition("=")
    first, dash, last = (part.strip() for part in spec.partition("-"))
    if unit.strip().lower() != "bytes" or not equals or not dash or not size:
        return None
    if not _digits_or_nothing(first) or not _digits_or_nothing(last) or not (first or last):
        return None
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size:
        raise UnsatisfiableRangeError(f"The range begins at byte {start}; the file has {size} bytes.")
    return ByteRange(start, end)


def _digits_or_nothing(text: str) -> bool:
    """Whether a position is left out or a number of a length that a file could have."""
    return not text or (text.isascii() and text.isdigit() and len(text) <= 18)
