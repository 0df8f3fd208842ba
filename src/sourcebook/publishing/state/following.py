"""The table follows what is written, reviewed and deleted; the worker looks at what was marked."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import workflow_approved, workflow_cancelled, workflow_rejected, workflow_submitted

from sourcebook.authorities.drafts import draft_saved
from sourcebook.publishing.background.worker import duty
from sourcebook.publishing.models import CheckedRecord
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.state.looking import look
from sourcebook.publishing.state.marking import mark_written

AT_A_TIME = 2.0
"""Seconds for which the worker looks before it turns to other work."""


@receiver(draft_saved)
def draft_was_saved(sender: Any, draft: Any, **kwargs: Any) -> None:
    mark_written([draft.reference])


def review_has_moved(sender: Any, instance: Any, **kwargs: Any) -> None:
    thing = instance.content_object
    thing = getattr(thing, "specific", thing)
    if hasattr(thing, "KIND"):
        mark_written([thing.reference])


for moved in (workflow_submitted, workflow_approved, workflow_rejected, workflow_cancelled):
    moved.connect(review_has_moved, dispatch_uid="state of the archive")


def was_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    CheckedRecord.objects.filter(kind=instance.KIND, key=instance.pk).delete()


for model in MODELS.values():
    post_delete.connect(was_deleted, sender=model, dispatch_uid=f"state of {model.KIND}")


@duty
def look_at_what_was_marked() -> None:
    look(AT_A_TIME)
