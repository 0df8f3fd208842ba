"""The kinds of background work there are."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

Do = TypeVar("Do", bound=Callable[..., None])


class Kind(Struct, frozen=True):
    """One kind of work."""

    title: Any
    """What it is called in lists; text of the desk, translated when it is shown."""
    steps: Mapping[str, Any]
    """Its steps in order, with their words."""
    do: Callable[..., None]
    """Called with the journal and the parameters."""
    again: bool
    """Whether a person may ask for it again when it failed."""


_KINDS: dict[str, Kind] = {}


def kind_of_work(
    name: str, title: Any, steps: Mapping[str, Any], *, again: bool = True
) -> Callable[[Do], Do]:
    """Make a function a kind of work, under a name of at most 20 characters, as each step's is."""

    def register(do: Do) -> Do:
        _KINDS[name] = Kind(title, steps, do, again)
        return do

    return register


def kind_named(name: str) -> Kind:
    return _KINDS[name]


def title_of_kind(name: str) -> str:
    """What it is called at the desk; the name itself of a kind that there is no more."""
    kind = _KINDS.get(name)
    return str(kind.title) if kind else name
