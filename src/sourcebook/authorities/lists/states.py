"""In which state a thing is, as lists show and filter it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState

STATES = {
    "draft": _("draft"),
    "live": _("published"),
    "changed": _("published, with a draft"),
    "review": _("in review"),
    "scheduled": _("scheduled"),
    "withdrawn": _("withdrawn"),
}

# “IN (0)” where one would write “= 0”: Django writes “NOT live”, for which SQLite asks no index.
_OF_ROW = {
    "draft": Q(live__in=[False], first_published_at__isnull=True),
    "live": Q(live__in=[True], has_unpublished_changes__in=[False]),
    "changed": Q(live__in=[True], has_unpublished_changes__in=[True]),
    "withdrawn": Q(live__in=[False], first_published_at__isnull=False),
}


def _keys(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.values_list(Cast("object_id", BigIntegerField()), flat=True)


def in_review(model: Any) -> QuerySet[Any]:
    """Keys of the things of a model that lie with a reviewer, or came back from one."""
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    under_way = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    return _keys(WorkflowState.objects.filter(content_type=kind, status__in=under_way).order_by())


def scheduled(model: Any) -> QuerySet[Any]:
    """Keys of those that a schedule will publish."""
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    return _keys(Revision.objects.filter(content_type=kind, approved_go_live_at__isnull=False).order_by())


def in_states(model: Any, states: Iterable[str]) -> Q:
    """The condition that a row of a model is in one of these."""
    condition = Q()
    for state in states:
        if state == "review":
            condition |= Q(pk__in=in_review(model))
        elif state == "scheduled":
            condition |= Q(pk__in=scheduled(model))
        else:
            condition |= _OF_ROW[state]
    return condition


def state_of_row(row: Any) -> str:
    """The state that stands in the row itself."""
    if row.live:
        return "changed" if row.has_unpublished_changes else "live"
    return "draft" if row.first_published_at is None else "withdrawn"
