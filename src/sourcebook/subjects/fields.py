"""Columns of essays."""

from typing import Any

from django.db import models

from sourcebook.authorities.fields import MarkdownField, StructField
from sourcebook.record import CitedWork


class EssayField(MarkdownField):
    """An essay, in Markdown; its form shows blocks."""

    def formfield(self, **kwargs: Any) -> Any:
        # Wagtail's rich-text editor can be had only when all models are known.
        from sourcebook.subjects.essay.field import EssayFormField

        return models.Field.formfield(self, form_class=EssayFormField, **kwargs)


class BibliographyField(StructField):
    """The works that an essay's notes cite."""

    holds = tuple[CitedWork, ...]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        from sourcebook.subjects.essay.bibliography import BibliographyFormField

        return models.Field.formfield(self, form_class=BibliographyFormField, **kwargs)
