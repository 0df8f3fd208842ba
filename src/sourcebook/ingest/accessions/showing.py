"""The lines of a report, each with a link to the form of what it is about."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sourcebook.ingest.models import AccessionLine
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import kind_of, slug_of
from sourcebook.subjects.models import PAGES

WORDS: dict[str, Any] = {
    "refused": _("Refused"),
    "kept": _("Kept as edited by hand"),
    "made": _("Made"),
    "changed": _("Changed"),
    "left_alone": _("Left alone"),
    "notice": _("Notices"),
    "undone": _("Undone"),
    "spared": _("Spared by the undo"),
}
WOULD: dict[str, Any] = WORDS | {
    "made": _("Would be made"),
    "changed": _("Would be changed"),
    "left_alone": _("The same already"),
}


def with_links(lines: Iterable[AccessionLine]) -> list[AccessionLine]:
    """Sets `title` and `address` of lines about things that are on the desk: one query for each kind."""
    listed = list(lines)
    wanted: dict[str, set[str]] = defaultdict(set)
    for line in listed:
        if kind_of(line.reference) in MODELS:
            wanted[kind_of(line.reference)].add(slug_of(line.reference))
    rows: dict[str, Any] = {}
    for kind, slugs in wanted.items():
        rows.update(
            (f"{kind}:{row.slug}", row) for row in MODELS[kind]._default_manager.filter(slug__in=slugs)
        )
    for line in listed:
        row = rows.get(line.reference)
        shown: Any = line
        shown.title = str(row) if row else line.reference
        shown.address = _form_of(row) if row else ""
        shown.kind = row._meta.verbose_name if row else ""
    return listed


def _form_of(row: Any) -> str:
    if row.KIND in PAGES:
        return reverse("wagtailadmin_pages:edit", args=[row.pk])
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])
