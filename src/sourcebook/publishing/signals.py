"""What the editor's buttons set going: Publish and Unpublish publish and withdraw records, Delete may be refused."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail.signals import published, unpublished

from sourcebook.publishing.deleting import check_deletable
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.waiting import mark_waiting


def _record_of(instance: Any) -> Any:
    """The thing itself, where Wagtail speaks of a bare page; None for what has no record."""
    thing = instance.specific if isinstance(instance, Page) else instance
    return thing if hasattr(thing, "KIND") else None


@receiver(published)
def publish_record(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Publish when the row is written; should that fail, the row waits for the next `sourcebook publish`."""
    from sourcebook.publishing.actions import publish

    if thing := _record_of(instance):
        mark_waiting([thing.reference])
        by = get_active_log_context().user
        transaction.on_commit(partial(publish, [thing.reference], by=by), robust=True)


@receiver(unpublished)
def withdraw_record(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Withdraw when the row is written; should that fail, the editor must hear of it."""
    from sourcebook.publishing.actions import withdraw

    if thing := _record_of(instance):
        transaction.on_commit(partial(withdraw, [thing.reference], by=get_active_log_context().user))


def refuse_deletion(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Nothing goes that readers see or others point to, whichever way the deletion was asked for."""
    check_deletable(instance)


for _model in MODELS.values():
    pre_delete.connect(refuse_deletion, sender=_model)
