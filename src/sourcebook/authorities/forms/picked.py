"""Inputs that are filled in a window: one hidden input, which a custom element of `picked.js` shows and fills."""

import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from sourcebook.authorities.desk_assets import desk_asset

Told = Callable[[], dict[str, Any]]
_told: list[Told] = [dict]


def tell(told: Told) -> None:
    """From now on `told` gives the script its words and addresses; what these lead to stands above this app."""
    _told[:] = [told]


def script_words(inside: SafeString) -> SafeString:
    """Something around which the script finds its words."""
    return format_html(
        '<div data-sb-essay="{}">{}</div>', json.dumps(_told[0](), cls=DjangoJSONEncoder), inside
    )


def picked_media() -> forms.Media:
    return forms.Media(js=[desk_asset("picked.js")], css={"all": [desk_asset("essay.css")]})


class PickedInput(forms.Widget):
    """A hidden input inside the custom element that fills it."""

    def __init__(self, element: str, attrs: Any = None, **said: Any) -> None:
        super().__init__(attrs)
        self.element = element
        self.said = said

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<{0} data-say="{1}"><input type="hidden" name="{2}" id="{3}" value="{4}"></{0}>',
            self.element,
            json.dumps({key: str(words) for key, words in self.said.items()}),
            name,
            (attrs or {}).get("id") or f"id_{name}",
            value or "",
        )

    @property
    def media(self) -> forms.Media:
        return picked_media()


class PictureInput(PickedInput):
    """The picture of a thing, or a part of it, in a form that has no essay."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(
            "sb-figure",
            attrs,
            choose=_("Choose a picture"),
            another=_("Change the picture or the part"),
            remove=_("No picture"),
            none="",
        )

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return script_words(super().render(name, value, attrs, renderer))
