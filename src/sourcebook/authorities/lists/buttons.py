"""Buttons that those who stand above this app add to the menu of a list."""

from collections.abc import Callable
from typing import Any

from wagtail.admin.widgets.button import Button

Buttons = Callable[[Any], list[Button]]

_added: dict[Any, list[Buttons]] = {}


def further_buttons(model: Any, buttons: Buttons) -> None:
    """Add what `buttons` gives, asked with the list's view."""
    _added.setdefault(model, []).append(buttons)


def buttons_of(view: Any) -> list[Button]:
    """All that was added to the list of the view's model."""
    return [button for buttons in _added.get(view.model, ()) for button in buttons(view)]
