"""Looking at everything anew, in the background: when somebody asks, and after a release with other rules."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from sourcebook.authorities.models import Authority
from sourcebook.publishing.background import start
from sourcebook.publishing.models import CheckedRecord, Run, ToCheck
from sourcebook.sources.models import Source

KIND = "look_again"


def ask_to_look_at_everything(by: Any = None) -> Run:
    """Ask a worker to look at the whole archive; where that waits to be done already, the answer is what waits."""
    with transaction.atomic():
        waiting: Run | None = Run.objects.filter(kind=KIND, finished=None, started=None).first()
        return waiting or start(KIND, by=by)


def never_looked_at() -> int:
    """How many things on the desk nobody has looked at and none is about to: those that an earlier release left."""
    pages: int = Page.objects.filter(depth__gt=1).count()
    there = pages + Source.objects.count() + Authority.objects.count()
    seen = CheckedRecord.objects.count()
    if there <= seen:
        return 0
    marked = ToCheck.objects.exclude(reference__in=CheckedRecord.objects.values("reference")).count()
    unknown: int = there - seen - marked
    return max(0, unknown)
