from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sourcebook.authorities.forms.inputs import plain
from sourcebook.record.passages_text import PassagesError, read_passages, write_passages
from sourcebook.sources.fields import TextBody


class PassagesWidget(forms.Textarea):
    """Passages and footnotes as text."""

    def __init__(self, attrs: Any = None) -> None:
        shown = {"rows": 12, "data-controller": "w-autosize", "class": "sb-mono", "dir": "auto"}
        super().__init__(shown | (attrs or {}))

    def format_value(self, value: Any) -> str:
        return write_passages(value.passages, value.notes) if isinstance(value, TextBody) else value or ""


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
