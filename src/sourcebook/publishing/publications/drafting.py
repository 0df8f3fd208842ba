"""What was published once becomes the draft of its thing again; readers see nothing of it before it is published."""

from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sourcebook.archive_folder import current_archive
from sourcebook.errors import SourcebookError
from sourcebook.publishing.gate.drafts import draft_record
from sourcebook.publishing.gather import is_on_desk
from sourcebook.publishing.models import Publication
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore import RestoreError, restore_all
from sourcebook.publishing.restore.referring import pointers
from sourcebook.record import Record, Source, Subject, decode

BROUGHT_BACK = "sourcebook.bring_back"


class CannotBeDraftError(SourcebookError):
    """A publication cannot be made a draft; the message says why and what to do."""


def may_edit(user: Any, thing: Any) -> bool:
    if isinstance(thing, Page):
        return bool(thing.permissions_for_user(user).can_edit())
    policy = policy_registry.get_by_type(type(thing))
    return bool(policy.user_has_permission_for_instance(user, "change", thing))


def as_it_would_be(publication: Publication, thing: Any) -> Record:
    """What was published, under the addresses that its thing has now: these are a promise and are not taken back."""
    record, now = decode(bytes(publication.record)), draft_record(thing)
    kept: dict[str, Any] = {
        name: getattr(now, name) for name in ("id", "slug", "former_slugs", "legacy_addresses")
    }
    if isinstance(now, Subject):
        kept["year"] = now.year
    return msgspec.structs.replace(record, **kept)


def bring_back(publication: Publication, thing: Any, user: Any) -> bool:
    """Make it the latest draft, all of it or nothing; False where the latest draft says the same already.

    A CannotBeDraftError where somebody else holds the thing, or what it named is no longer there.
    """
    lock = thing.get_lock()
    if lock and lock.for_user(user):
        raise CannotBeDraftError(str(lock.get_message(user)))
    record = as_it_would_be(publication, thing)
    if record == draft_record(thing):
        return False
    _check(record)
    with transaction.atomic():
        draft = thing.with_content_json(_content(record, thing))
        revision = draft.save_revision(user=user)
        log(
            thing,
            BROUGHT_BACK,
            user=user,
            revision=revision,
            content_changed=True,
            data={"record": publication.digest, "published": publication.at.isoformat()},
        )
    return True


def _check(record: Record) -> None:
    gone = sorted({pointer.to for pointer in pointers(record) if not is_on_desk(pointer.to)})
    if gone:
        raise CannotBeDraftError(
            _(
                "This publication names what is no longer on the desk: %(references)s. "
                "Create it again under the same slug, then bring this back."
            )
            % {"references": ", ".join(gone)}
        )
    files = record.files if isinstance(record, Source) else ()
    lost = [file.name for file in files if not current_archive().master(file.sha256).exists()]
    if lost:
        raise CannotBeDraftError(
            _("These of its files are no longer in the archive: %(files)s. Restore them from a backup first.")
            % {"files": ", ".join(lost)}
        )


def _content(record: Record, thing: Any) -> Any:
    """What a revision of this record holds: the row is written as an import would write it, read, and taken back."""
    content: Any = None
    try:
        with transaction.atomic():
            restore_all([record])
            row = MODELS[record.kind]._default_manager.get(pk=thing.pk)
            content = row.serializable_data()
            transaction.set_rollback(True)
    except RestoreError as error:
        raise CannotBeDraftError(str(error)) from error
    _forget_keys(MODELS[record.kind], content)
    return content


def _forget_keys(model: Any, content: dict[str, Any]) -> None:
    """The rows below were given keys that were taken back, and that other rows will be given."""
    for relation in get_all_child_relations(model):
        for row in content.get(relation.get_accessor_name(), ()):
            row["pk"] = None
            row[relation.field.name] = None
            _forget_keys(relation.related_model, row)
