"""When the index of uses is written: with each row, each draft, each publication and deletion."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import published

from sourcebook.authorities.drafts import draft_saved
from sourcebook.publishing.gather import gather_object
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.uses.keeping import forget, keep


def _row_written(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    if not raw and update_fields is None:
        keep([gather_object(instance)])


def _row_deleted(sender: Any, instance: Any, **_: Any) -> None:
    forget([instance.identifier])


for _model in MODELS.values():
    post_save.connect(_row_written, sender=_model)
    post_delete.connect(_row_deleted, sender=_model)


@receiver(draft_saved)
def _draft_written(sender: Any, draft: Any, **_: Any) -> None:
    keep([gather_object(draft)], draft=True)


@receiver(published)
def _draft_published(sender: Any, instance: Any, **_: Any) -> None:
    """What waited is in the row now."""
    if hasattr(instance, "identifier") and not instance.has_unpublished_changes:
        forget([instance.identifier], draft=True)
