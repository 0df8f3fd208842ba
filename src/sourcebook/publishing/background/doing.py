"""Doing a piece of work: its journal is written while it goes, and its failure is told in a sentence."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from sourcebook.archive_folder import current_archive
from sourcebook.errors import SourcebookError
from sourcebook.publishing.background import live_figures
from sourcebook.publishing.background.kinds import kind_named
from sourcebook.publishing.models import JournalEntry, Run

LOG = logging.getLogger("sourcebook.work")

QUEUE = "work"
"""The name under which settings.TASKS says how background work is done."""


class Step:
    """One step while it goes; `done` and `total` are what the journal keeps of it."""

    def __init__(self, run: Run, name: str) -> None:
        self.done = 0
        self.total = 0
        self._figures = live_figures.Figures(current_archive().access, run.pk, name)

    def tell(self, done: int, total: int) -> None:
        """Say how far it is; as often as one likes, also inside a transaction."""
        self.done, self.total = done, total
        self._figures.tell(done, total)


class Journal:
    """The journal of one run."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Write a step down before it begins and after it ended, or why it failed."""
        entry = JournalEntry(run=self.run, step=name, started=timezone.now())
        entry.save()
        step = Step(self.run, name)
        try:
            yield step
        except Exception as error:
            entry.error = in_a_sentence(error)
            entry.done, entry.total = step.done, step.total
            entry.save(update_fields=["error", "done", "total"])
            raise
        entry.done, entry.total = step.done, max(step.total, step.done)
        entry.finished = timezone.now()
        entry.save(update_fields=["finished", "done", "total"])

    def outcome(self, sentence: str, *links: tuple[str, str], kept: Any = None) -> None:
        """What came of the work: a sentence, links as (words, address), and what the run is to keep."""
        self.run.outcome = str(sentence)
        self.run.links = [[str(words), address] for words, address in links]
        if kept is not None:
            self.run.kept = kept

    def end(self, error: Exception | None = None) -> None:
        """The run is over."""
        run = self.run
        run.finished = timezone.now()
        run.error = in_a_sentence(error) if error else ""
        run.save(update_fields=["finished", "error", "outcome", "links", "kept"])
        live_figures.forget(current_archive().access, run.pk)


def in_a_sentence(error: Exception) -> str:
    """What went wrong, for people who are no programmers; the details of what nobody foresaw are in the log."""
    if isinstance(error, SourcebookError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        place = f" ({error.filename})" if error.filename else ""
        return _("The computer could not read or write a file: %(reason)s%(place)s.") % {
            "reason": error.strerror,
            "place": place,
        }
    return _(
        "Something went wrong that we did not foresee (%(kind)s: %(words)s). Nothing is lost: try again, and if "
        "that does not help, show this line to whoever looks after the server."
    ) % {"kind": type(error).__name__, "words": error}


@contextmanager
def running(run: Run) -> Iterator[Journal]:
    """A run from its beginning, which may be its second after it was cut off, to its end, good or bad."""
    run.entries.all().delete()
    run.started, run.finished, run.done_by = timezone.now(), None, None
    run.error, run.outcome, run.links = "", "", []
    run.attempts += 1
    run.save(update_fields=["started", "finished", "done_by", "error", "outcome", "links", "attempts"])
    journal = Journal(run)
    try:
        yield journal
    except Exception as error:
        journal.end(error)
        raise
    journal.end()


@task(backend=QUEUE)
def do_work(run_id: int) -> None:
    """Do one run, unless another has done its work meanwhile."""
    run = Run.objects.filter(pk=run_id, finished=None).select_related("by__wagtail_userprofile").first()
    if run is None:
        return
    with translation.override(_language_of(run)):
        try:
            with running(run) as journal:
                kind_named(run.kind).do(journal, **run.parameters)
        except SourcebookError:
            pass  # It is told on the page of the work.
        except Exception:
            LOG.exception("Background work %s failed.", run.pk)


def _language_of(run: Run) -> str:
    """Sentences are written in the language in which whoever asked has the desk."""
    profile = getattr(run.by, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else translation.get_language() or "en"
