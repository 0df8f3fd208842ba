"""What is due at an hour: drafts that were approved to go live then, and things that were published until then.

A worker looks every few seconds. What cannot be done is not tried for ever: it is told on the list of work.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext
from wagtail.models import Page, Revision

from sourcebook.publishing.background.doing import in_a_sentence
from sourcebook.publishing.background.worker import duty
from sourcebook.publishing.models import Run
from sourcebook.publishing.models_of_kinds import MODELS

LOG = logging.getLogger("sourcebook.work")

ENDS = 30.0
"""Seconds between two looks for what was published until an hour: no index helps to find it."""

_looked = {"ends": float("-inf")}


@duty
def keep_appointments() -> None:
    now = timezone.now()
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        _keep(revision.object_str, revision.user, partial(_go_live, revision))
        Revision.objects.filter(pk=revision.pk, approved_go_live_at__lte=now).update(approved_go_live_at=None)
    if monotonic() - _looked["ends"] >= ENDS:
        _looked["ends"] = monotonic()
        for thing in _over(now):
            if not _keep(str(thing), None, partial(_end, thing)):
                # Otherwise it would be tried, and told, again and again.
                type(thing)._default_manager.filter(pk=thing.pk).update(expire_at=None)


def _over(now: Any) -> Iterator[Any]:
    for model in MODELS.values():
        yield from model._default_manager.filter(live=True, expire_at__lte=now).order_by("expire_at")


def _go_live(revision: Revision) -> None:
    revision.publish(user=revision.user, log_action="wagtail.publish.scheduled", skip_permission_checks=True)


def _end(thing: Any) -> None:
    thing = thing.specific if isinstance(thing, Page) else thing
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
