from collections.abc import Callable, Iterable
from typing import Any

from django import forms


class OpenSelect(forms.Select):
    """A list to choose from, asked for when it is shown; a value that is there and not on the list stays."""

    def __init__(self, listed: Callable[[], Iterable[tuple[str, str]]], attrs: Any = None) -> None:
        super().__init__(attrs)
        self.listed = listed

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> Any:
        known = [("", "—"), *self.listed()]
        codes = {code for code, _ in known}
        self.choices = [*known, *((one, one) for one in value if one and one not in codes)]
        return super().optgroups(name, value, attrs)
