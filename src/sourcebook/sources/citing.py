"""Who cites which part of a source: essays and published pages stand above this app and tell us how to ask them."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple


class Citation(NamedTuple):
    """One place where something of a source is cited."""

    fragment: str
    """The span, without `#`: `p12`, `p12--p14`, `t=3,9`."""
    title: str
    """Of the thing that cites it."""
    address: str
    """Where an editor or a reader finds that."""


Asked = Callable[[Any, Any], Iterable[Citation]]

_asked: list[Asked] = []


def ask_also(function: Asked) -> None:
    """From now on `function` is asked too, with a source and who wants to know."""
    _asked.append(function)


def citations(source: Any, user: Any) -> list[Citation]:
    """All that are known, each once."""
    return list(dict.fromkeys(citation for function in _asked for citation in function(source, user)))
