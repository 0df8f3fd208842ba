"""What goes into the audit log beside what the editor's own buttons write there."""

from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import m2m_changed, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry

from sourcebook.publishing.audit.log_actions import NOT_SIGNED_IN, ROLES, SIGNED_IN, SIGNED_OUT, WORK
from sourcebook.publishing.models import Publication, Run

LONGEST_NAME = 150
"""Letters of a name somebody tried to sign in with that are kept."""
NOBODY = "0"
"""The key of an account that does not exist."""
PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled", "wagtail.revert")
BY_THE_EDITOR = ("publish", "withdraw")
"""Work that follows a click which Wagtail has logged already, when somebody clicked."""


@receiver(user_logged_in)
def signed_in(sender: Any, user: Any, **kwargs: Any) -> None:
    log(instance=user, action=SIGNED_IN, user=user)


@receiver(user_logged_out)
def signed_out(sender: Any, user: Any, **kwargs: Any) -> None:
    if user is not None:
        log(instance=user, action=SIGNED_OUT, user=user)


@receiver(user_login_failed)
def not_signed_in(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    """Under the name that was tried, whether there is such an account or not; never the password."""
    name = str(credentials.get("username") or "")[:LONGEST_NAME].replace("\x00", "")
    account = User.objects.filter(username=name).first()
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(account.pk) if account else NOBODY,
        label=name,
        action=NOT_SIGNED_IN,
        timestamp=timezone.now(),
        data={},
    )


@receiver(m2m_changed, sender=User.groups.through)
def roles_changed(sender: Any, instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    if action in ("post_add", "post_remove", "post_clear") and not reverse:
        roles = sorted(instance.groups.values_list("name", flat=True))
        log(instance=instance, action=ROLES, data={"roles": roles})


@receiver(post_save, sender=Run)
def work_asked_for(sender: Any, instance: Run, created: bool, **kwargs: Any) -> None:
    """Imports, changes of many things, their undoing; and what was published or withdrawn by a command."""
    if created and not (instance.kind in BY_THE_EDITOR and instance.by_id):
        work = f"{instance.kind} {instance.title}".strip()
        log(instance=instance, action=WORK, user=instance.by, data={"work": work})


def name_the_version(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A publication is logged with the record that it wrote, by its checksum."""
    if instance.pk is None and instance.action in PUBLISHED:
        thing = _thing(instance)
        identifier = getattr(thing, "identifier", "")
        line = Publication.objects.filter(identifier=identifier).order_by("-id").defer("record").first()
        if line is not None and line.digest:
            instance.data = {**(instance.data or {}), "record": line.digest}


def _thing(entry: Any) -> Any:
    if isinstance(entry, PageLogEntry):
        return entry.page.specific_deferred if entry.page_id else None
    model = entry.content_type.model_class()
    return model._default_manager.filter(pk=entry.object_id).first() if model else None


for entries in (PageLogEntry, ModelLogEntry):
    pre_save.connect(name_the_version, sender=entries, dispatch_uid=f"version in {entries.__name__}")
