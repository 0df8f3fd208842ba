"""Publish, withdraw, put back: the log of publications is written first, then the outlets follow it."""

from collections.abc import Iterable
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from msgspec import Struct

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background import start
from sourcebook.publishing.background.doing import running
from sourcebook.publishing.background.starting import URGENT
from sourcebook.publishing.following import follow
from sourcebook.publishing.gate.passing import pass_gate
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.models import Run
from sourcebook.publishing.recording import Gate, record_published, record_put_back, record_withdrawn
from sourcebook.publishing.steps import Progress
from sourcebook.publishing.taking_down import take_down


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
    references: Iterable[str], *, title: str = "", by: User | None = None, reason: str, note: str = ""
) -> Run:
    """Withdraw these from the desk: they are out of reach when the transaction is committed; a worker does the rest."""
    with transaction.atomic():
        lines = record_withdrawn(references, by=by, reason=reason, note=note)
        transaction.on_commit(partial(take_down, current_archive(), lines))
        return start("withdraw", title, by=by, priority=URGENT)


def ask_to_put_back(references: Iterable[str], *, title: str = "", by: User | None = None) -> Run:
    """Undo withdrawals: what was withdrawn is published again, just as it was."""
    with transaction.atomic():
        record_put_back(references, by=by)
        return start("publish", title, by=by)


def publish(
    references: Iterable[str] | None = None,
    *,
    by: User | None = None,
    full: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
    gate: Gate | None = None,
) -> Outcome:
    """Publish these, or all that waits, and wait for it; `full` looks at the whole desk and bakes every page anew.

    What was withdrawn is published again only where it is named.
    """
    asked = None if references is None else list(references)
    with publishing_lock(current_archive().access), running(_run("publish", asked, by)) as journal:
        with journal.step("record") as step, transaction.atomic():
            step.done = record_published(asked, by=by, full=full, gate=gate)
        done = follow(journal, full=full, workers=workers, progress=progress)
        return Outcome(
            published=step.done, copies=done["derive"], pages=done["bake"], told=journal.run.outcome
        )


def withdraw(
    references: Iterable[str],
    *,
    by: User | None = None,
    reason: str,
    note: str = "",
    progress: Progress | None = None,
) -> Outcome:
    """Take these out of the reading room and wait for it; the log keeps what they were."""
    asked = list(references)
    with running(_run("withdraw", asked, by)) as journal:
        with journal.step("record") as step:
            # Whoever is publishing meanwhile does not hold this up: the lock is for the steps alone.
            with transaction.atomic():
                lines = record_withdrawn(asked, by=by, reason=reason, note=note)
            take_down(current_archive(), lines)
            step.done = len(lines)
        with publishing_lock(current_archive().access):
            done = follow(journal, progress=progress)
        return Outcome(
            withdrawn=step.done, copies=done["derive"], pages=done["bake"], told=journal.run.outcome
        )


def _run(kind: str, asked: list[str] | None, by: User | None) -> Run:
    run: Run = Run.objects.create(kind=kind, title=", ".join((asked or [])[:20])[:250], by=by)
    return run
