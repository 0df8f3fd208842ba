"""How two states of one record differ, field by field, word by word."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from msgspec import Struct
from wagtail.admin.compare import diff_text

from sourcebook.authorities.readable import readable
from sourcebook.publishing.gate.form_fields import input_name
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.uses.showing import label_of
from sourcebook.record import Record

AROUND = 2
"""Lines that stay as they are and are shown before and after those that differ."""

_LABELS: dict[str, Any] = {
    "former_slugs": _("Former slugs"),
    "legacy_addresses": _("Legacy addresses"),
    "year": _("year"),
}
_INPUTS = {"rights": "rights_statement"}


class Difference(Struct, frozen=True):
    """One field that differs."""

    label: str
    html: Any
    """What goes and what comes, marked as in a comparison of revisions."""


def differences(before: Record, after: Record) -> list[Difference]:
    """The fields in which two states of a thing differ, in their order."""
    if before == after:
        return []
    changed = (name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name))
    return [
        Difference(
            _label(before.kind, name),
            _marked(readable(getattr(before, name)), readable(getattr(after, name))),
        )
        for name in changed
    ]


def _label(kind: str, name: str) -> str:
    words = _LABELS.get(name) or label_of(MODELS[kind], _INPUTS.get(name) or input_name(kind, name))
    return str(capfirst(words))


def _marked(before: str, after: str) -> Any:
    """Lines that differ are compared word by word; of the others only the nearest are shown."""
    return format_html_join("\n", "{}", ((line,) for line in _lines(before.split("\n"), after.split("\n"))))


def _lines(before: list[str], after: list[str]) -> Iterator[Any]:
    # Words are compared in lines that differ alone: a whole book, word by word, would take minutes.
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(AROUND):
        if group[0][1] > 0:
            yield "…"
        for deed, first, end, first_after, end_after in group:
            if deed == "equal":
                yield from before[first:end]
            else:
                yield diff_text(
                    "\n".join(before[first:end]), "\n".join(after[first_after:end_after])
                ).to_html()
        if group[-1][2] < len(before):
            yield "…"
