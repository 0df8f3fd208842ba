"""Columns that hold a piece of the record as JSON, exactly as the record has it."""

from typing import Any, ClassVar

import msgspec
from django.core.exceptions import ValidationError
from django.db import models

from sourcebook.authorities.forms import HistoricalDateFormField, LanguageMapFormField, LinesFormField
from sourcebook.authorities.forms.markdown import MarkdownFormField
from sourcebook.authorities.forms.words import LanguagesFormField
from sourcebook.authorities.readable import readable
from sourcebook.record import LanguageMap
from sourcebook.vocabulary.dates import HistoricalDate


class StructField(models.JSONField):
    """JSON of the type `holds`, which each kind of column names; read and written by msgspec in one pass."""

    holds: ClassVar[Any]

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else msgspec.json.decode(value, type=self.holds)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None or hasattr(value, "as_sql"):
            return value
        return msgspec.json.encode(value).decode()

    def to_python(self, value: Any) -> Any:
        """The typed value of what a form or a revision holds; a ValidationError where it has not the form."""
        if value is None:
            return None
        try:
            if isinstance(value, str):
                return msgspec.json.decode(value, type=self.holds)
            return msgspec.convert(msgspec.to_builtins(value), self.holds)
        except msgspec.MsgspecError as error:
            raise ValidationError(str(error), code="invalid") from error

    def value_to_string(self, obj: models.Model) -> Any:
        """Plain JSON values, as revisions keep them."""
        return msgspec.to_builtins(self.value_from_object(obj))

    def readable(self, value: Any) -> str:
        """The value as text that people read."""
        return readable(value)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        # What JSONField asks, whether the value can be written as JSON, its type has answered already.
        models.Field.validate(self, value, model_instance)


class MarkdownField(models.TextField):  # type: ignore[type-arg]
    """Markdown of the archive's own kind, with our line ends."""

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, form_class=MarkdownFormField, **kwargs)


class LanguageMapField(StructField):
    """The same words in several languages; `long` gives the form areas instead of lines."""

    holds = LanguageMap

    def __init__(self, *args: Any, long: bool = False, **kwargs: Any) -> None:
        self.long = long
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if self.long:
            kwargs["long"] = True
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, form_class=LanguageMapFormField, long=self.long, **kwargs)


class HistoricalDateField(StructField):
    """A date as written, with what was understood of it; NULL where there is none."""

    holds = HistoricalDate

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, form_class=HistoricalDateFormField, **kwargs)


class WordsField(StructField):
    """An ordered list of words or phrases, as keywords are."""

    holds = tuple[str, ...]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", tuple)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, form_class=LinesFormField, **kwargs)


class LanguagesField(WordsField):
    """An ordered list of BCP 47 tags."""

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, form_class=LanguagesFormField, **kwargs)
