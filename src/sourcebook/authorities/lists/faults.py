"""Which things have faults that keep them from being published: known to the gate, which stands above and is asked."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

Asked = Callable[[str], QuerySet[Any] | None]

_gate: list[Asked] = [lambda kind: None]


def ask(gate: Asked) -> None:
    """Learn from `gate`, which gives the keys of the things of a kind that have such faults."""
    _gate[:] = [gate]


def with_faults(kind: str) -> QuerySet[Any] | None:
    """The keys, or None where nobody knows."""
    return _gate[0](kind)
