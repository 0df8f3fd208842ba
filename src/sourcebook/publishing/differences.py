"""How two states of one record differ, field by field, row by row, word by word, in the words of the form."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, ClassVar

from django.core.exceptions import FieldDoesNotExist
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from sourcebook.authorities.forms.vocabularies import (
    provenance_types,
    relation_types,
    rights_statements,
    roles,
)
from sourcebook.authorities.marking import exchanged, marked
from sourcebook.authorities.readable import readable
from sourcebook.publishing.gate.form_fields import input_name
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.uses.showing import label_of
from sourcebook.record import Record, Rights
from sourcebook.sources.comparing import passages_marked

_LABELS: dict[str, Any] = {
    "former_slugs": _("Former slugs"),
    "legacy_addresses": _("Legacy addresses"),
    "year": _("year"),
    "passages": _("passages"),
    "notes": _("footnotes"),
    "to": _("to"),
    "sha256": _("checksum"),
    "statement": _("rights statement"),
    "holder": _("rights holder"),
}
_INPUTS = {"rights": "rights_statement"}
_LISTED: dict[tuple[str, str], Callable[[], Any]] = {
    ("Contribution", "role"): roles,
    ("Relation", "type"): relation_types,
    ("ProvenanceEvent", "type"): provenance_types,
    ("Rights", "statement"): rights_statements,
}
"""Where the words of a part's code are found."""


class Difference(Struct, frozen=True):
    """One field that differs."""

    label: str
    html: Any
    """What goes and what comes, marked as in a comparison of revisions."""

    # As Wagtail's own comparisons have it, because one template shows both.
    is_field: ClassVar[bool] = True

    @property
    def field_label(self) -> str:
        return self.label

    @property
    def htmldiff(self) -> Any:
        return self.html


class Row(Struct, frozen=True):
    """One part of a record that is new, gone or changed, as the template of comparisons has it."""

    title: str
    deed: str
    fields: list[Difference]
    move: int = 0


def differences(before: Record, after: Record) -> list[Difference]:
    """The fields in which two states of a thing differ, in their order."""
    if before == after:
        return []
    model = MODELS[before.kind]
    changed = (name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name))
    return [
        Difference(
            _label(model, _INPUTS.get(name) or input_name(before.kind, name)),
            _said(model, before, name, getattr(before, name), getattr(after, name)),
        )
        for name in changed
    ]


def _label(model: Any, name: str) -> str:
    return str(capfirst(_LABELS.get(name) or (label_of(model, name) if model else name.replace("_", " "))))


def _shown(model: Any, name: str, before: Any, after: Any) -> Any:
    parts = before or after
    if isinstance(parts, tuple) and isinstance(parts[0], Struct):
        rows = list(_rows(_below(model, name), before or (), after or ()))
        return render_to_string("sourcebook/compared_rows.html", {"rows": rows})
    if isinstance(parts, Rights):
        rows = [Row("", "", list(_fields(None, before, after)))]
        return render_to_string("sourcebook/compared_rows.html", {"rows": rows})
    return marked(readable(before), readable(after))


def _below(model: Any, name: str) -> Any:
    """The table in which the parts of a field are rows; none where they are not."""
    try:
        return model._meta.get_field(name).related_model if model else None
    except FieldDoesNotExist:
        return None


def _rows(model: Any, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Row]:
    was = now = 0
    for old, new in _paired(before, after):
        was, now = was + (old is not None), now + (new is not None)
        if old != new:
            deed = "" if old and new else "addition" if new else "deletion"
            part = new or old
            name = str(model._meta.verbose_name) if model else ""
            title = ": ".join(filter(None, (f"{name} {now if new else was}".strip(), _named(part))))
            yield Row(title, deed, list(_fields(model, old, new)))


def _named(part: Any) -> str:
    """What tells one part from others like it, in its own words."""
    for name in ("key", "name", "text", "credited_as", "repository", "label", "file", "value"):
        if isinstance(told := getattr(part, name, None), str) and told:
            return told
    return ""


def _paired(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """What was and what is, of each part: by its key where it has one, else by its place among those that stayed."""
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    for _deed, first, end, first_after, end_after in matcher.get_opcodes():
        old, new = before[first:end], after[first_after:end_after]
        yield from zip_longest(old, new)


def _keys(parts: Sequence[Any]) -> list[str]:
    return [getattr(part, "key", "") or getattr(part, "name", "") or repr(part) for part in parts]


def _fields(model: Any, old: Any, new: Any) -> Iterator[Difference]:
    for name in (new or old).__struct_fields__:
        was, now = getattr(old, name, None), getattr(new, name, None)
        if name == "passages":
            texts = [(getattr(part, name, ()), getattr(part, "notes", ())) for part in (old, new)]
            if texts[0] != texts[1]:
                yield Difference(_label(model, name), passages_marked(*texts))
        elif name != "notes" and was != now and (was or now):
            yield Difference(_label(model, name), _said(model, new or old, name, was, now))


def _said(model: Any, part: Any, name: str, was: Any, now: Any) -> Any:
    """A code in the words of its list; all else as it is read."""
    words = _words(model, type(part).__name__, name)
    if words:
        return exchanged(*(words.get(value, value) or "" for value in (was, now)))
    return _shown(model, name, was, now)


def _words(model: Any, part: str, name: str) -> dict[str, Any]:
    if listed := _LISTED.get((part, name)):
        return dict(listed())
    try:
        return dict(getattr(model._meta.get_field(name), "flatchoices", ())) if model else {}
    except FieldDoesNotExist:
        return {}
