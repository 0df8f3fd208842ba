"""How the rows of one kind stand: draft, in review, scheduled, published or withdrawn. Four questions for a batch."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Revision, WorkflowState

from sourcebook.publishing import log
from sourcebook.publishing.models import CheckedRecord, Publication

State = CheckedRecord.State


def standings(model: Any, rows: Sequence[Any]) -> dict[Any, str]:
    """By primary key. What is being reviewed or waits for its hour is told so, whether it is published or not."""
    identifiers = [row.identifier for row in rows]
    in_force = log.live(identifiers)
    once = set(
        Publication.objects.filter(identifier__in=identifiers).values_list("identifier", flat=True).distinct()
    )
    keys = [str(row.pk) for row in rows]
    content_type = ContentType.objects.get_for_model(model)
    reviewed = set(
        WorkflowState.objects.active()
        .filter(content_type=content_type, object_id__in=keys)
        .values_list("object_id", flat=True)
    )
    scheduled = set(
        Revision.objects.filter(
            content_type=content_type, object_id__in=keys, approved_go_live_at__isnull=False
        ).values_list("object_id", flat=True)
    )

    def of(row: Any) -> str:
        if str(row.pk) in reviewed:
            return State.REVIEW
        if str(row.pk) in scheduled:
            return State.SCHEDULED
        if row.identifier in in_force:
            return State.LIVE
        return State.WITHDRAWN if row.identifier in once else State.DRAFT

    return {row.pk: of(row) for row in rows}
