"""Columns of essays."""

from typing import Any

from sourcebook.authorities.fields import StructField
from sourcebook.record import CitedWork


class BibliographyField(StructField):
    """The works that an essay's notes cite."""

    holds = tuple[CitedWork, ...]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)
