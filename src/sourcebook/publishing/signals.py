"""What the editor's buttons set going: Publish and Unpublish publish and withdraw records, Delete may be refused."""

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, TaskState
from wagtail.signals import published, unpublished

from sourcebook.publishing.actions import ask_to_publish, ask_to_withdraw
from sourcebook.publishing.deleting import check_deletable
from sourcebook.publishing.models_of_kinds import MODELS


def _record_of(instance: Any) -> Any:
    """The thing itself, where Wagtail speaks of a bare page; None for what has no record."""
    thing = instance.specific if isinstance(instance, Page) else instance
    return thing if hasattr(thing, "KIND") else None


@receiver(published)
def publish_record(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The record is in the log when the row is written, in one transaction; a worker does the rest.

    Wagtail sends this for what is to go live only later, too.
    """
    if (thing := _record_of(instance)) and thing.live:
        by = get_active_log_context().user
        ask_to_publish([thing.reference], title=str(thing), by=by, passed=True)


@receiver(unpublished)
def withdraw_record(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The withdrawal is in the log when the row is written, in one transaction; a worker does the rest."""
    if thing := _record_of(instance):
        by = get_active_log_context().user
        reason = (
            _("The time for which it was published is over.")
            if thing.expired
            else _("Its editors unpublished it.")
        )
        ask_to_withdraw([thing.reference], title=str(thing), by=by, reason=reason)


@receiver(pre_save, sender=TaskState)
def review_what_was_sent(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A draft that was sent back, written on and sent again is reviewed as it was sent last.

    Wagtail takes the version that the form held when it was opened, and approving it would publish that one.
    """
    if instance._state.adding:
        thing = instance.workflow_state.content_object
        thing.refresh_from_db(fields=["latest_revision"])
        instance.revision = thing.get_latest_revision()


def refuse_deletion(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Nothing goes that readers see or others point to, whichever way the deletion was asked for."""
    check_deletable(instance)


for _model in MODELS.values():
    pre_delete.connect(refuse_deletion, sender=_model)
