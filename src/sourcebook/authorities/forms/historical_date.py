"""A date as written, and how it was read."""

from typing import Any

import msgspec
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sourcebook.authorities.forms.inputs import line, plain
from sourcebook.vocabulary.dates import DateError, HistoricalDate, print_date, read_date, understood

PARTS = ("as_written", "calendar", "edtf", "reason")
CALENDARS = ("gregorian", "julian")


def _shown(value: Any) -> dict[str, str]:
    """The inputs' texts; EDTF is shown only where it was given, not where it follows from the words."""
    if value is None:
        return {}
    if isinstance(value, HistoricalDate):
        follows = read_date(value.as_written, calendar=value.calendar).edtf == value.edtf
        return {
            "as_written": value.as_written,
            "calendar": value.calendar,
            "edtf": "" if follows else value.edtf,
            "reason": value.reason,
            "kept": msgspec.json.encode(value).decode(),
        }
    return dict(value)


def _reading(date: HistoricalDate) -> str:
    if not understood(date):
        return _(
            "Not understood: it keeps its words, and sorts after all others. Give the date in EDTF below, if you can."
        )
    days = date.earliest if date.earliest == date.latest else f"{date.earliest or '…'} – {date.latest or '…'}"
    return _("Read as %(words)s (%(days)s)") % {
        "words": print_date(date, get_language() or "en"),
        "days": days if days == date.edtf else f"{date.edtf}; {days}",
    }


class HistoricalDateWidget(forms.Widget):
    """Inputs named `NAME__as_written`, `NAME__calendar`, `NAME__edtf`, `NAME__reason`."""

    use_fieldset = True

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = _shown(value)
        base = (attrs or {}).get("id") or f"id_{name}"
        more = any(shown.get(part) for part in ("edtf", "reason")) or shown.get("calendar") == "julian"
        return format_html(
            '<div class="sb-date">{}{}<details{}><summary>{}</summary>{}{}{}</details>'
            '<input type="hidden" name="{}__kept" value="{}"></div>',
            self._input(name, base, shown, "as_written", _("As written"), placeholder=_("25 February 1956")),
            format_html('<p class="sb-date__reading">{}</p>', _reading(value))
            if isinstance(value, HistoricalDate)
            else "",
            SafeString(" open") if more else "",
            _("Calendar, EDTF, reason"),
            self._calendar(name, base, shown.get("calendar", "")),
            self._input(
                name, base, shown, "edtf", _("EDTF, where the words do not say it"), placeholder="1956-02?"
            ),
            self._input(name, base, shown, "reason", _("Why the date is held to be so")),
            name,
            shown.get("kept", ""),
        )

    def _input(
        self, name: str, base: str, shown: dict[str, str], part: str, label: str, **more: Any
    ) -> SafeString:
        field = line(f"{name}__{part}", shown.get(part, ""), id=f"{base}__{part}", **more)
        return format_html(
            '<div class="sb-date__row"><label for="{}__{}">{}</label>{}</div>', base, part, label, field
        )

    def _calendar(self, name: str, base: str, chosen: str) -> SafeString:
        labels = {"gregorian": _("Gregorian (New Style)"), "julian": _("Julian (Old Style)")}
        options = format_html_join(
            "",
            "<option{}>{}</option>",
            ((flatatt({"value": one, "selected": one == chosen}), labels[one]) for one in CALENDARS),
        )
        return format_html(
            '<div class="sb-date__row"><label for="{0}__calendar">{1}</label>'
            '<select name="{2}__calendar" id="{0}__calendar">{3}</select></div>',
            base, _("Calendar of the document"), name, options,
        )  # fmt: skip

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        value = {part: plain(data.get(f"{name}__{part}", "")) for part in PARTS}
        return value | {"kept": data.get(f"{name}__kept", "")}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}__as_written" not in data

    def id_for_label(self, id_: str) -> str:
        return f"{id_}__as_written"


class HistoricalDateFormField(forms.Field):
    """A HistoricalDate, or None where nothing is written."""

    widget = HistoricalDateWidget

    def to_python(self, value: Any) -> HistoricalDate | None:
        if not value or not (value.get("as_written") or value.get("edtf")):
            return None
        if kept := self._untouched(value):
            return kept
        try:
            return read_date(
                value["as_written"] or value["edtf"],
                edtf=value.get("edtf") or None,
                calendar=value.get("calendar") or "gregorian",
                reason=value.get("reason", ""),
            )
        except DateError as error:
            raise ValidationError(str(error)) from error

    def _untouched(self, value: dict[str, str]) -> HistoricalDate | None:
        """The date as it was, where none of its inputs was changed: an older reading is not replaced unasked."""
        try:
            kept = msgspec.json.decode(value.get("kept", ""), type=HistoricalDate)
        except msgspec.MsgspecError:
            return None
        shown = _shown(kept)
        return kept if all(shown[part] == value.get(part) for part in PARTS) else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True
