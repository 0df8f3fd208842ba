from typing import Any

from django.db import models

from sourcebook.authorities.fields import StructField
from sourcebook.record import Note, Passage
from sourcebook.record.parts import Part
from sourcebook.record.passages_text import write_passages


class TextBody(Part, frozen=True, kw_only=True):
    """What stands in a text version."""

    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()


class TextBodyField(StructField):
    """Passages and footnotes of a text version, in order; edited as text in the form of the portable archive."""

    holds = TextBody

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", TextBody)
        super().__init__(*args, **kwargs)

    def readable(self, value: Any) -> str:
        """As the file of the portable archive has it."""
        return write_passages(value.passages, value.notes) if value else ""

    def formfield(self, **kwargs: Any) -> Any:
        from sourcebook.sources.forms import PassagesFormField

        return models.Field.formfield(self, form_class=PassagesFormField, **kwargs)
