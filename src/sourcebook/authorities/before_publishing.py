"""What is asked before a thing goes live, whichever way that was asked for; the gate, which stands above, registers."""

from collections.abc import Callable
from typing import Any

Ask = Callable[[Any, Any], None]
"""Called with the thing as it would be published and the user; an error of it keeps the thing as it was."""

_asked: list[Ask] = []


def ask(function: Ask) -> None:
    """Ask `function` from now on."""
    if function not in _asked:
        _asked.append(function)


def check(thing: Any, user: Any) -> None:
    """Raise what is raised by those who are asked."""
    for function in _asked:
        function(thing, user)
