"""How a piece of work is shown at the desk: its steps with their figures, and the message that whoever asked gets."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background import live_figures
from sourcebook.publishing.background.kinds import kind_named
from sourcebook.publishing.background.presence import at_work
from sourcebook.publishing.models import Run

STATES = {
    "waiting": _("Waiting"),
    "running": _("In progress"),
    "done": _("Done"),
    "failed": _("Failed"),
}


class ShownStep(Struct):
    """One step as people see it."""

    words: Any
    state: str = "waiting"
    done: int = 0
    total: int = 0
    error: str = ""

    @property
    def state_words(self) -> Any:
        return STATES[self.state]


class ShownRun(Struct):
    """A run as people see it."""

    run: Run
    title: Any
    state: str
    steps: list[ShownStep]
    nobody: bool
    """Whether it waits for a worker that is not there."""
    may_repeat: bool

    @property
    def state_words(self) -> Any:
        return STATES[self.state]

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")

    @property
    def now(self) -> ShownStep | None:
        """The step that is being done."""
        return next((step for step in self.steps if step.state == "running"), None)


def shown(run: Run) -> ShownRun:
    """What the journal and the figures of the moment say."""
    kind = kind_named(run.kind)
    carrier = run.done_by or run
    steps = {name: ShownStep(words) for name, words in kind.steps.items()}
    for entry in carrier.entries.all():
        step = steps.setdefault(entry.step, ShownStep(entry.step))
        step.state = "failed" if entry.error else "done" if entry.finished else "running"
        step.done, step.total, step.error = entry.done, entry.total, entry.error
    figures = None if run.finished else live_figures.read(current_archive().access, carrier.pk)
    if figures and figures[0] in steps:
        step = steps[figures[0]]
        if step.state in ("waiting", "running"):
            step.state, step.done, step.total = "running", figures[1], figures[2]
    return ShownRun(
        run, kind.title, run.state, list(steps.values()), not run.finished and nobody_works(), kind.again
    )


def nobody_works() -> bool:
    """Whether work that is asked for waits because no worker runs."""
    return not at_work(current_archive().access)


def address_of(run: Run) -> str:
    """The page of a piece of work at the desk."""
    return reverse("work", args=[run.pk])


def message_of(run: Run) -> SafeString:
    """What whoever asked is told: that it goes on, how far it is, and where to see more."""
    return render_to_string("publishing/work_message.html", {"shown": shown(run), "address": address_of(run)})
