from typing import Any

from django import forms

from sourcebook.authorities.forms.inputs import plain


class MarkdownFormField(forms.CharField):
    """Markdown in an area that grows with it."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"rows": 4, "data-controller": "w-autosize", "dir": "auto"}
        kwargs["widget"] = forms.Textarea(attrs)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")
