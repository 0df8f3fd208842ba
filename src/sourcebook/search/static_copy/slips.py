"""Misspellings of romanised names, written into the index: there is no server to find what sounds alike."""

import re
from itertools import combinations

SLIPS = (("shch", "sch"), ("kh", "k"), ("zh", "z"))
"""Letters of other languages that stand for one sound, and what people make of them."""


def misspellings(name: str) -> list[str]:
    """`Krushchev`, `Khruschev` and `Kruschev` for `Khrushchev`; none for a name without such letters."""
    there = [slip for slip in SLIPS if slip[0] in name.lower()]
    ways = [way for size in range(1, len(there) + 1) for way in combinations(there, size)]
    return [_slipped(name, way) for way in ways]


def _slipped(name: str, way: tuple[tuple[str, str], ...]) -> str:
    for letters, written in way:
        name = re.sub(letters, lambda found, to=written: _as(found[0], to), name, flags=re.IGNORECASE)  # type: ignore[misc]
    return name


def _as(found: str, written: str) -> str:
    return written.capitalize() if found[0].isupper() else written
