"""What is due at an hour: drafts that were approved to go live then, and things that were published until then.

A worker looks every few seconds. What cannot be done is not tried for ever: it is told on the list of work.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext
from wagtail.models import Page, Revision

from sourcebook.authorities.models import AUTHORITIES, Authority
from sourcebook.publishing.background.doing import in_a_sentence
from sourcebook.publishing.background.worker import duty
from sourcebook.publishing.models import Run
from sourcebook.sources.models import Source

LOG = logging.getLogger("sourcebook.work")


@duty
def keep_appointments() -> None:
    now = timezone.now()
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        _keep(revision.object_str, revision.user, partial(_go_live, revision))
        Revision.objects.filter(pk=revision.pk, approved_go_live_at__lte=now).update(approved_go_live_at=None)
    for rows in over(now):
        for row in rows:
            thing = _itself(row)
            if not _keep(str(thing), None, partial(_end, thing)):
                # Otherwise it would be tried, and told, again and again.
                type(thing)._default_manager.filter(pk=thing.pk).update(expire_at=None)


def over(now: Any) -> Iterator[QuerySet[Any]]:
    """What was published until an hour that is past: three questions, each answered by an index of what has an end."""
    for model in (Page, Source, Authority):
        rows: QuerySet[Any] = model._default_manager.filter(live=True, expire_at__lte=now)
        yield rows.order_by("expire_at")


def _itself(row: Any) -> Any:
    """The person, subject … of which the row is the part that all kinds share."""
    if isinstance(row, Page):
        return row.specific
    return AUTHORITIES[row.kind]._default_manager.get(pk=row.pk) if isinstance(row, Authority) else row


def _go_live(revision: Revision) -> None:
    revision.publish(user=revision.user, log_action="wagtail.publish.scheduled", skip_permission_checks=True)


def _end(thing: Any) -> None:
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _keep(words: str, by: User | None, do: Callable[[], None]) -> bool:
    """Do it, all of it or nothing; a failure is a line in the list of work."""
    try:
        with transaction.atomic(), LogContext(user=by):
            do()
    except Exception as error:
        LOG.warning("%s could not be done at its hour: %s", words, error)
        Run.objects.create(
            kind="appointment",
            title=words[:250],
            by=by,
            started=timezone.now(),
            finished=timezone.now(),
            error=_("It was due, and could not be done. %(why)s") % {"why": in_a_sentence(error)},
        )
        return False
    return True
