"""Asking for background work."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.auth.models import User

from sourcebook.publishing.background.doing import do_work
from sourcebook.publishing.background.kinds import kind_named
from sourcebook.publishing.models import Run

URGENT = 50
"""A priority before that of other work, which is 0."""

_noticed: ContextVar[list[Run] | None] = ContextVar("noticed", default=None)


@contextmanager
def noticed() -> Iterator[list[Run]]:
    """The runs that are asked for within the block, as during one click."""
    runs: list[Run] = []
    token = _noticed.set(runs)
    try:
        yield runs
    finally:
        _noticed.reset(token)


def start(kind: str, title: str = "", *, by: User | None = None, priority: int = 0, **parameters: Any) -> Run:
    """Ask for work; parameters are plain JSON values. In a transaction, it begins when that is committed."""
    kind_named(kind)
    run: Run = Run.objects.create(kind=kind, title=title[:250], by=by, parameters=parameters)
    do_work.using(priority=priority).enqueue(run.pk)
    if (runs := _noticed.get()) is not None:
        runs.append(run)
    return run


def again(run: Run) -> None:
    """Ask once more for work that failed."""
    asked = Run.objects.filter(pk=run.pk).exclude(finished=None).exclude(error="")
    if asked.update(started=None, finished=None, error="", done_by=None):
        run.refresh_from_db()
        do_work.enqueue(run.pk)
