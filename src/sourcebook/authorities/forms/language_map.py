"""The same words in several languages: one input for each language of the archive, and for any other there is."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sourcebook.authorities.forms.inputs import area, line, plain
from sourcebook.authorities.languages import archive_languages
from sourcebook.vocabulary.errors import LanguageError
from sourcebook.vocabulary.languages import check_language, direction, language_name

NEW = "new"
"""Neither a tag nor a part of one, so that the input for a further language is never taken for a language."""


class LanguageMapWidget(forms.Widget):
    """Inputs named `NAME__TAG`; a further language is written into `NAME__new_tag` and `NAME__new`."""

    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, long: bool = False) -> None:
        super().__init__(attrs)
        self.long = long

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        words: Mapping[str, str] = value or {}
        base = (attrs or {}).get("id") or f"id_{name}"
        known = dict.fromkeys(
            (*archive_languages(), *(tag for tag in words if tag not in (NEW, f"{NEW}_tag")))
        )
        rows = [self._row(name, base, tag, words.get(tag, "")) for tag in known]
        further = self._further(name, base, words)
        return format_html(
            '<div class="sb-words">{}{}</div>', format_html_join("", "{}", ((row,) for row in rows)), further
        )

    def _row(self, name: str, base: str, tag: str, text: str) -> SafeString:
        within = get_language() or "en"
        draw = area if self.long else line
        field = draw(
            f"{name}__{tag}",
            text,
            id=f"{base}__{tag}",
            lang=tag,
            dir=direction(tag),
        )
        label = format_html(
            '<label for="{}__{}" title="{}">{}</label>', base, tag, language_name(tag, within), tag
        )
        return format_html('<div class="sb-words__row">{}{}</div>', label, field)

    def _further(self, name: str, base: str, words: Mapping[str, str]) -> SafeString:
        tag, text = words.get(f"{NEW}_tag", ""), words.get(NEW, "")
        return format_html(
            '<details class="sb-words__more"{}><summary>{}</summary><div class="sb-words__row">{}{}</div></details>',
            SafeString(" open") if tag or text else "",
            _("Another language"),
            line(
                f"{name}__{NEW}_tag",
                tag,
                id=f"{base}__{NEW}_tag",
                size=8,
                placeholder="de",
                **{"aria-label": _("Language tag")},
            ),
            line(f"{name}__{NEW}", text, id=f"{base}__{NEW}", **{"aria-label": _("Words in that language")}),
        )

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        start = f"{name}__"
        return {key.removeprefix(start): plain(data.get(key, "")) for key in data if key.startswith(start)}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}__") for key in data)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}__{archive_languages()[0]}"


class LanguageMapFormField(forms.Field):
    """A language map; languages without words are left out."""

    def __init__(self, *, long: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", LanguageMapWidget(long=long))
        super().__init__(**kwargs)

    def to_python(self, value: dict[str, str] | None) -> dict[str, str]:
        words = dict(value or {})
        tag, text = words.pop(f"{NEW}_tag", ""), words.pop(NEW, "")
        found = {tag: text for tag, text in words.items() if text}
        if text and not tag:
            raise ValidationError(_("Write the tag of the other language too, as in “de” for German."))
        if text:
            try:
                found[check_language(tag)] = text
            except LanguageError as error:
                raise ValidationError(str(error)) from error
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != (initial or {}))
        except ValidationError:
            return True
