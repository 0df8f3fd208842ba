"""Publish and withdraw: the log of publications is written first, then the outlets follow it."""

from collections.abc import Callable, Iterable
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from msgspec import Struct

from sourcebook.archive_folder import current_archive
from sourcebook.errors import SourcebookError
from sourcebook.publishing import log
from sourcebook.publishing.background import start
from sourcebook.publishing.background.doing import running
from sourcebook.publishing.following import follow
from sourcebook.publishing.gate.passing import pass_gate
from sourcebook.publishing.gather import gather_all, gather_these, mark_live
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.models import Run
from sourcebook.publishing.state.marking import mark_published
from sourcebook.publishing.steps import Progress
from sourcebook.publishing.waiting import no_longer_waiting, waiting
from sourcebook.record import Record

Gate = Callable[[list[Record]], None]
"""Looks at records before they are published, and raises where one may not be."""


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
    told: str = ""
    """What else a person should know, in a sentence."""


def record_published(
    references: Iterable[str] | None = None,
    *,
    by: User | None = None,
    full: bool = False,
    gate: Gate | None = None,
) -> int:
    """Write what is to be published into the log; counts what is new. To be called in a transaction.

    The gate, where one is given, sees all the records before anything is written, and may raise.
    """
    asked = None if references is None else list(references)
    wanted = waiting() if asked is None else asked
    records = list(gather_all() if full and asked is None else gather_these(wanted))
    if gate:
        gate(records)
    count = log.append_published(records, by=by)
    mark_live(record.reference for record in records)
    mark_published(record.reference for record in records)
    no_longer_waiting({*wanted, *(record.reference for record in records)})
    return count


def record_withdrawn(references: Iterable[str], *, by: User | None = None, reason: str = "") -> list[str]:
    """Write withdrawals into the log; names what was live of these. To be called in a transaction."""
    withdrawn = log.append_withdrawn(references, by=by, reason=reason)
    mark_live(withdrawn, live=False)
    mark_published(withdrawn)
    return withdrawn


def ask_to_publish(
    references: Iterable[str], *, title: str = "", by: User | None = None, passed: bool = False
) -> Run:
    """Publish these from the desk: they are in the log at once, and a worker has the outlets follow.

    `passed` says that they were let through the gate already; else a NotThroughTheGateError where they have faults.
    """
    with transaction.atomic():
        record_published(references, by=by, gate=None if passed else partial(pass_gate, by=by))
        return start("publish", title, by=by)


def ask_to_withdraw(
    references: Iterable[str], *, title: str = "", by: User | None = None, reason: str = ""
) -> Run:
    """Withdraw these from the desk; a worker has the outlets follow."""
    with transaction.atomic():
        record_withdrawn(references, by=by, reason=reason)
        return start("withdraw", title, by=by)


def publish(
    references: Iterable[str] | None = None,
    *,
    by: User | None = None,
    full: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
    gate: Gate | None = None,
) -> Outcome:
    """Publish these, or all that waits, and wait for it; `full` looks at the whole desk and bakes every page anew."""
    asked = None if references is None else list(references)
    with publishing_lock(current_archive().access), running(_run("publish", asked, by)) as journal:
        with journal.step("record") as step, transaction.atomic():
            step.done = record_published(asked, by=by, full=full, gate=gate)
        done = follow(journal, full=full, workers=workers, progress=progress)
        return Outcome(
            published=step.done, copies=done["derive"], pages=done["bake"], told=journal.run.outcome
        )


def withdraw(
    references: Iterable[str], *, by: User | None = None, reason: str = "", progress: Progress | None = None
) -> Outcome:
    """Take these out of the reading room and wait for it; the log keeps what they were."""
    asked = list(references)
    with publishing_lock(current_archive().access), running(_run("withdraw", asked, by)) as journal:
        with journal.step("record") as step, transaction.atomic():
            step.done = len(record_withdrawn(asked, by=by, reason=reason))
        done = follow(journal, progress=progress)
        return Outcome(
            withdrawn=step.done, copies=done["derive"], pages=done["bake"], told=journal.run.outcome
        )


def _run(kind: str, asked: list[str] | None, by: User | None) -> Run:
    run: Run = Run.objects.create(kind=kind, title=", ".join((asked or [])[:20])[:250], by=by)
    return run
