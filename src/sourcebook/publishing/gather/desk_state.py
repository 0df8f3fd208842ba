"""What the editor shows of a thing's state follows the log of publications."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Revision

from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import kind_of, slug_of

BATCH = 500


def rows_of(references: Iterable[str]) -> Iterable[Any]:
    """The things with these references: one query set for each kind and batch."""
    slugs: dict[str, list[str]] = defaultdict(list)
    for reference in references:
        slugs[kind_of(reference)].append(slug_of(reference))
    for kind, wanted in slugs.items():
        for start in range(0, len(wanted), BATCH):
            yield MODELS[kind]._default_manager.filter(slug__in=wanted[start : start + BATCH])


def is_on_desk(reference: str) -> bool:
    """Whether there is a row with this reference, published or not."""
    return kind_of(reference) in MODELS and any(rows.exists() for rows in rows_of([reference]))


def with_drafts(references: Iterable[str]) -> set[str]:
    """Those published things above whose row an editor's draft waits, which publishing it would put in its place."""
    return {
        row.reference
        for rows in rows_of(references)
        for row in rows.filter(live=True, has_unpublished_changes=True)
    }


def mark_live(references: Iterable[str], *, live: bool = True) -> None:
    """Show these as published, or as not; what is live is decided by the log alone."""
    now = timezone.now()
    for rows in rows_of(references):
        # Only what changes is written, so that a second publication leaves the first one's date.
        if live:
            rows.filter(live=False).update(
                live=True,
                last_published_at=now,
                first_published_at=Coalesce(F("first_published_at"), now),
                expired=False,
            )
        else:
            rows.filter(live=True).update(live=False)


def unschedule(references: Iterable[str]) -> None:
    """What was approved to be published at an hour that is still to come is not published then."""
    for rows in rows_of(references):
        keys = [str(key) for key in rows.values_list("pk", flat=True)]
        kinds = ContentType.objects.get_for_models(rows.model, for_concrete_models=False).values()
        Revision.objects.filter(
            content_type__in=[kind.pk for kind in kinds],
            object_id__in=keys,
            approved_go_live_at__isnull=False,
        ).update(approved_go_live_at=None)
