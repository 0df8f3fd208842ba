"""Publish and withdraw."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder, current_archive
from sourcebook.errors import SourcebookError
from sourcebook.publishing import log
from sourcebook.publishing.gather import gather_all, gather_these, mark_live
from sourcebook.publishing.journal import begin_run, end_run, journalled
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.models import Run
from sourcebook.publishing.steps import STEPS, Progress, Work, site_of
from sourcebook.publishing.waiting import no_longer_waiting, waiting


class PublishingError(SourcebookError):
    """What was asked for cannot be published or withdrawn."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What a run came to."""

    published: int = 0
    """Records whose publication is new or changed."""
    withdrawn: int = 0
    copies: int = 0
    """Access copies made."""
    pages: int = 0
    """Pages that changed on disk."""


def publish(
    references: Iterable[str] | None = None,
    *,
    by: User | None = None,
    full: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Publish these, or all that waits; `full` looks at the whole desk and bakes every page anew."""
    archive = current_archive()
    asked = None if references is None else list(references)
    with publishing_lock(archive.access):
        run = begin_run(asked or [], by)
        with journalled(run, "record") as entry, transaction.atomic():
            wanted = waiting() if asked is None else asked
            records = list(gather_all() if full and asked is None else gather_these(wanted))
            entry.done = log.append_published(records, by=by)
            mark_live(record.reference for record in records)
            no_longer_waiting({*wanted, *(record.reference for record in records)})
        outcome = Outcome(published=entry.done)
        return _follow(run, archive, outcome, full=full, workers=workers, progress=progress)


def withdraw(
    references: Iterable[str], *, by: User | None = None, reason: str = "", progress: Progress | None = None
) -> Outcome:
    """Take these out of the reading room; the log keeps what they were."""
    archive = current_archive()
    asked = list(references)
    with publishing_lock(archive.access):
        run = begin_run(asked, by)
        with journalled(run, "record") as entry, transaction.atomic():
            withdrawn = log.append_withdrawn(asked, by=by, reason=reason)
            mark_live(withdrawn, live=False)
            entry.done = len(withdrawn)
        return _follow(run, archive, Outcome(withdrawn=len(withdrawn)), progress=progress)


def _follow(
    run: Run,
    archive: ArchiveFolder,
    outcome: Outcome,
    *,
    full: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Let the outlets follow the log."""
    path = archive.access / "library.sqlite3"
    if full:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    done: dict[str, int] = {}
    with PublishedLibrary(path) as library:
        work = Work(
            archive=archive,
            library=library,
            site=site_of(archive),
            full=full,
            workers=workers,
            progress=progress,
        )
        for name, step in STEPS:
            with journalled(run, name) as entry:
                entry.done = done[name] = step(work)
    end_run(run)
    return Outcome(
        published=outcome.published, withdrawn=outcome.withdrawn, copies=done["derive"], pages=done["bake"]
    )
