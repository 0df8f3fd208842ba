"""Uses as people see them: the thing that points, in its own words, with a link to the very input."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from msgspec import Struct
from wagtail.admin.admin_url_finder import AdminURLFinder

from sourcebook.publishing.gate.places import edit_address
from sourcebook.publishing.models import Use
from sourcebook.publishing.models_of_kinds import MODELS

MANNERS = {
    "names": _("names it"),
    "links": _("links to it"),
    "quotes": _("quotes it"),
    "shows": _("shows it"),
    "selects": _("selects it"),
}


class ShownUse(Struct):
    """One line of the list."""

    title: str
    kind: Any
    address: str
    """Of the form, at the input; empty for who may not edit the thing."""
    field: Any
    manner: Any
    fragment: str
    draft: bool


def label_of(model: Any, field: str) -> str:
    """The words over an input, of a row what it is called: `canvases-2-alt` is “canvas 3”."""
    name, _dash, rest = field.partition("-")
    name = name.partition("__")[0]
    try:
        found = model._meta.get_field(name)
    except LookupError:
        return name
    number = rest.partition("-")[0]
    if number.isdigit() and found.related_model:
        return f"{found.related_model._meta.verbose_name} {int(number) + 1}"
    return str(getattr(found, "verbose_name", None) or found.related_model._meta.verbose_name_plural)


def shown(found: Sequence[Use], user: Any) -> list[ShownUse]:
    """One question for each kind among them."""
    finder = AdminURLFinder(user)
    rows = _rows((use.user_kind, use.user) for use in found)
    lines = []
    for use in found:
        if row := rows.get(use.user):
            kind = row.KIND
            may = finder.get_edit_url(row) is not None
            lines.append(
                ShownUse(
                    title=str(row),
                    kind=row._meta.verbose_name,
                    address=edit_address(kind, row.pk, use.field) if may else "",
                    field=label_of(type(row), use.field),
                    manner=MANNERS.get(use.manner, use.manner),
                    fragment=use.fragment,
                    draft=use.draft,
                )
            )
    return lines


def _rows(of: Iterable[tuple[str, str]]) -> dict[str, Any]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for kind, identifier in of:
        wanted[kind].add(identifier)
    rows: dict[str, Any] = {}
    for kind, identifiers in wanted.items():
        rows.update(
            (row.identifier, row) for row in MODELS[kind]._default_manager.filter(identifier__in=identifiers)
        )
    return rows
