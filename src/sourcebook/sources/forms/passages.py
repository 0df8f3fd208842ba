from typing import Any

import msgspec
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sourcebook.authorities.forms.inputs import plain
from sourcebook.record.passages_text import PassagesError, read_passages, write_passages
from sourcebook.sources.fields import TextBody


class PassagesWidget(forms.Textarea):
    """Passages and footnotes as text; a browser that shows them in columns sends `NAME__passages` as JSON beside it."""

    def __init__(self, attrs: Any = None) -> None:
        shown = {
            "rows": 12,
            "data-controller": "w-autosize",
            "class": "sb-mono sb-passages-text",
            "dir": "auto",
        }
        super().__init__(shown | (attrs or {}))

    def format_value(self, value: Any) -> str:
        return write_passages(value.passages, value.notes) if isinstance(value, TextBody) else value or ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        columns = data.get(f"{name}__passages")
        if not columns:
            return super().value_from_datadict(data, files, name)
        try:
            return _checked(msgspec.json.decode(columns, type=TextBody))
        except (msgspec.MsgspecError, ValueError):
            # Nobody writes this by hand; what stands in the text beside it is at least whole.
            return super().value_from_datadict(data, files, name)


def _checked(body: TextBody) -> TextBody:
    """With our line ends; a ValueError where two passages or two notes have one key."""
    for parts in (body.passages, body.notes):
        if len({part.key for part in parts}) < len(parts):
            raise ValueError("A key stands twice.")
    return TextBody(
        passages=tuple(msgspec.structs.replace(one, text=plain(one.text)) for one in body.passages),
        notes=tuple(msgspec.structs.replace(one, text=plain(one.text)) for one in body.notes),
    )


class PassagesFormField(forms.Field):
    """A TextBody; paragraphs without a key are given the next free one."""

    widget = PassagesWidget

    def to_python(self, value: Any) -> TextBody:
        if isinstance(value, TextBody):
            return value
        try:
            read = read_passages(plain(value or ""))
        except PassagesError as error:
            raise ValidationError(
                _("Line %(line)d: %(error)s") % {"line": error.line, "error": error}
            ) from error
        return TextBody(passages=read.passages, notes=read.notes)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True
