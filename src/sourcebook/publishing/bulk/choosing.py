"""Which sources are to be changed, and which of them must be left as they are, with the reason."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct
from wagtail.admin.models import EditingSession

from sourcebook.authorities.lists.states import in_review, scheduled
from sourcebook.sources.lists.filters import SourceFilters
from sourcebook.sources.models import Source
from sourcebook.sources.queries import titled

_KEY = re.compile("[0-9]{1,18}")
OPEN = timedelta(minutes=2)
"""How long after its last sign of life a form counts as open."""
MOST_TICKED = 1000


class Chosen(Struct, frozen=True):
    """Sources that were ticked, or all that a list shows with what was asked of it."""

    keys: tuple[int, ...] | None = None
    """None where a list is meant and not what was ticked."""
    asked: str = ""
    """What was asked of the list, as in its address; "" is the whole list."""

    def rows(self) -> QuerySet[Any]:
        everything: QuerySet[Any] = Source.objects.all()
        if self.keys is not None:
            return everything.filter(pk__in=self.keys)
        asked = QueryDict(self.asked)
        filters = _filters()(asked)
        found: QuerySet[Any] = (
            filters.filter_queryset(everything) if filters.is_valid() else everything.none()
        )
        sought: QuerySet[Any] = titled(found, asked.get("q", ""))
        return sought


def _filters() -> type[SourceFilters]:
    filters: type[SourceFilters] = Source.snippet_viewset.filterset_class
    return filters


def chosen_in(asked: QueryDict) -> Chosen:
    """From an address: `ids=1,2,3`, or `of=` with what was asked of the list."""
    if "ids" not in asked:
        return Chosen(None, asked.get("of", ""))
    ticked = [int(key) for key in asked.get("ids", "").split(",") if _KEY.fullmatch(key)]
    return Chosen(tuple(ticked[:MOST_TICKED]))


def reasons(rows: Iterable[Any], *, user: Any = None) -> dict[int, str]:
    """Why some of these sources stay as they are, by key: four questions, however many there are."""
    rows = list(rows)
    keys = [str(row.pk) for row in rows]
    kind = ContentType.objects.get_for_model(Source)
    open_forms = EditingSession.objects.filter(
        content_type=kind, object_id__in=keys, last_seen_at__gte=timezone.now() - OPEN
    )
    edited = {int(key) for key in open_forms.values_list("object_id", flat=True)}
    under_review = set(in_review(Source).filter(object_id__in=keys))
    waiting = set(scheduled(Source).filter(object_id__in=keys))
    found: dict[int, str] = {}
    for row in rows:
        if row.locked:
            found[row.pk] = _("It is locked.")
        elif row.pk in under_review:
            found[row.pk] = _("It lies with a reviewer.")
        elif row.pk in waiting:
            found[row.pk] = _("It is scheduled to be published.")
        elif row.pk in edited:
            found[row.pk] = _("Somebody has its form open.")
        elif row.live and row.has_unpublished_changes:
            found[row.pk] = _("A draft waits above what readers see: publish it first, or take it back.")
    return found
