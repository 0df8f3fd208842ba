"""HTML of single inputs inside our compound ones."""

from typing import Any

from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString


def line(name: str, value: str, **attributes: Any) -> SafeString:
    return format_html('<input type="text"{}>', flatatt({"name": name, "value": value, **attributes}))


def area(name: str, value: str, **attributes: Any) -> SafeString:
    """An area that grows with its text; HTML drops the line end before it, so that a first one of ours stays."""
    shown = {"name": name, "rows": 3, "data-controller": "w-autosize", **attributes}
    return format_html("<textarea{}>\n{}</textarea>", flatatt(shown), value)


def plain(text: str) -> str:
    """What a browser sent, with our line ends and without space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
