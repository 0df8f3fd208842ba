from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sourcebook.authorities.forms.inputs import plain
from sourcebook.vocabulary.errors import LanguageError
from sourcebook.vocabulary.languages import check_language


class LinesWidget(forms.Textarea):
    """One word or phrase a line."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"rows": 2, "data-controller": "w-autosize", **(attrs or {})})

    def format_value(self, value: Any) -> str:
        return value if isinstance(value, str) else "\n".join(value or ())


class LinesFormField(forms.Field):
    """An ordered list of phrases, one a line, so that a phrase may hold a comma."""

    widget: type[forms.Widget] = LinesWidget

    def to_python(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, str):
            return tuple(value or ())
        return tuple(dict.fromkeys(filter(None, map(str.strip, plain(value).split("\n")))))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != tuple(initial or ())


class LanguagesWidget(forms.TextInput):
    """Language tags with commas between them."""

    def format_value(self, value: Any) -> str:
        return value if isinstance(value, str) else ", ".join(value or ())


class LanguagesFormField(LinesFormField):
    """An ordered list of language tags."""

    widget = LanguagesWidget

    def to_python(self, value: Any) -> tuple[str, ...]:
        tags = value.replace(",", " ").split() if isinstance(value, str) else value or ()
        try:
            return tuple(dict.fromkeys(map(check_language, tags)))
        except LanguageError as error:
            raise ValidationError(str(error)) from error
