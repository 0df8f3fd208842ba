"""The worker: takes one piece of work after another, until its process ends.

It may be killed at any moment. What it was doing is then done again, by the next worker or by one beside it.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from time import monotonic, sleep
from typing import Any

from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background.doing import QUEUE, Journal
from sourcebook.publishing.background.presence import at_work, present
from sourcebook.publishing.background.refusals import BrokenOffTooOften
from sourcebook.publishing.models import Run

LOG = logging.getLogger("sourcebook.work")

PAUSE = 0.1
"""Seconds between two looks for work."""
HOUSEKEEPING = 5.0
"""Seconds between two looks for work that a killed worker left, and for what the clock asks for."""
ATTEMPTS = 3
"""How often work is begun that never ends, because it takes its worker with it."""
KEPT = timedelta(days=1)
"""For how long the queue keeps what is done; the journal keeps it for good."""

Duty = Callable[[], None]
_duties: list[Duty] = []


def duty(do: Duty) -> Duty:
    """Have every worker call this now and then, as for what is due at an hour; cheap where there is nothing to do."""
    _duties.append(do)
    return do


def work() -> None:
    """Work on the archive of this process, for ever."""
    with present(current_archive().access) as name:
        worker = Worker(
            queue_names=["*"], interval=0, batch=True, backend_name=QUEUE, startup_delay=False, max_tasks=None,
            worker_id=name, excluded_queue_names=[],
        )  # fmt: skip
        ready = DBTaskResult.objects.filter(backend_name=QUEUE).ready
        others_wrote = OthersWrote()
        next_housekeeping = 0.0
        keeping = False
        while True:
            try:
                if keeping := monotonic() >= next_housekeeping:
                    keep_house()
                    next_housekeeping = monotonic() + HOUSEKEEPING
                if (others_wrote() or keeping) and ready().exists():
                    worker.run()
            except OperationalError as error:
                # Another process holds the database for long, or the database server is away.
                LOG.warning("The database does not answer (%s); trying again.", error)
                sleep(1)
                keeping = True
            if keeping:
                # A connection that is kept for long may be dead, or see what was long ago.
                close_old_connections()
            sleep(PAUSE)


class OthersWrote:
    """Asks whether another connection has written into the database since it was asked last.

    SQLite tells it for some microseconds (`PRAGMA data_version`), so that a worker that waits costs next to nothing; a
    database that cannot tell has always been written into. So has one to which the connection is new.
    """

    def __init__(self) -> None:
        self._seen: tuple[Any, int] | None = None

    def __call__(self) -> bool:
        if connection.vendor != "sqlite":
            return True
        connection.ensure_connection()
        kept = connection.connection
        seen = (kept, kept.execute("PRAGMA data_version").fetchone()[0])
        before, self._seen = self._seen, seen
        return before is None or before[0] is not kept or before[1] != seen[1]


def keep_house() -> None:
    take_up()
    old = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT)
    if old.exists():
        # Asked first, because a deletion takes the database's lock even where there is nothing to delete.
        old.delete()
    for do in _duties:
        try:
            do()
        except OperationalError:
            raise
        except Exception:
            LOG.exception("Something that is to be done now and then failed; it is tried again.")


def take_up() -> None:
    """Put what a killed worker was doing back in the queue."""
    running = list(DBTaskResult.objects.running().filter(backend_name=QUEUE))
    living = at_work(current_archive().access) if running else set()
    for result in running:
        if result.worker_ids and result.worker_ids[-1] in living:
            continue
        if len(result.worker_ids) < ATTEMPTS:
            result.status = TaskResultStatus.READY
            result.save(update_fields=["status"])
            continue
        result.set_failed(BrokenOffTooOften())
        for run in Run.objects.filter(pk=result.args_kwargs["args"][0], finished=None):
            Journal(run).end(BrokenOffTooOften())
