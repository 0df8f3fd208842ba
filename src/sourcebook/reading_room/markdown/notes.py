"""Footnotes of a page, numbered in the order in which the texts call them."""

from typing import NamedTuple


class Call(NamedTuple):
    """One call of a note."""

    number: int
    anchor: str
    """The id of the call, to which the note's back link leads."""
    note: str
    """The id of the note."""
    is_first: bool


class Notes:
    """The notes of one text; `prefix` keeps its anchors apart from those of the page's other texts."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self._calls: dict[str, list[Call]] = {}

    def call(self, key: str) -> Call:
        calls = self._calls.setdefault(key, [])
        number = list(self._calls).index(key) + 1 if not calls else calls[0].number
        again = f"-{len(calls) + 1}" if calls else ""
        made = Call(number, f"_c-{self.prefix}{number}{again}", f"_n-{self.prefix}{number}", not calls)
        calls.append(made)
        return made

    def called(self) -> list[tuple[str, list[Call]]]:
        """Keys in order of their numbers, each with its calls."""
        return list(self._calls.items())

    def __bool__(self) -> bool:
        return bool(self._calls)
