"""Which themes there are: they are pages, which stand above this app and tell us how to ask for them."""

from collections.abc import Callable, Iterable

Listed = Callable[[], Iterable[tuple[str, str]]]

_sources: list[Listed] = [lambda: ()]


def ask(function: Listed) -> None:
    """Learn from `function` from now on."""
    _sources[:] = [function]


def themes() -> Iterable[tuple[str, str]]:
    """Slug and title of each."""
    return _sources[0]()
