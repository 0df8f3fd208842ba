"""The journal of a run: each step is written down before it begins and after it ended."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User

from sourcebook.publishing.log import now
from sourcebook.publishing.models import JournalEntry, Run


def begin_run(asked: list[str], by: User | None = None) -> Run:
    run: Run = Run.objects.create(started=now(), asked=asked[:1000], by=by)
    return run


def end_run(run: Run) -> None:
    """Whatever earlier runs left undone, this one has done too: the steps take up where the archive stands."""
    Run.objects.filter(finished=None, id__lte=run.pk).update(finished=now())


@contextmanager
def journalled(run: Run, step: str) -> Iterator[JournalEntry]:
    """Write the step down; `done` of the entry that is given counts what it did."""
    entry: JournalEntry = JournalEntry.objects.create(run=run, step=step, started=now())
    try:
        yield entry
    except Exception as error:
        entry.error = f"{type(error).__name__}: {error}"
        entry.save(update_fields=["error"])
        raise
    entry.finished = now()
    entry.save(update_fields=["finished", "done"])
