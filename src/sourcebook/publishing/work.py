"""Publishing as background work."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sourcebook.archive_folder import current_archive
from sourcebook.publishing import appointments as _appointments  # noqa: F401 - their duty
from sourcebook.publishing.background import Journal, kind_of_work
from sourcebook.publishing.bulk import doing  # noqa: F401
from sourcebook.publishing.following import follow
from sourcebook.publishing.indexing import work as _indexing  # noqa: F401 - its kind of work and its duty
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.models import ToCheck
from sourcebook.publishing.state.looking import look
from sourcebook.publishing.state.marking import mark_all
from sourcebook.publishing.together import doing as _together  # noqa: F401 - its kind of work

STEPS = {
    "record": _("Written into the log of publications"),
    "derive": _("Making access copies of files"),
    "catalogue": _("Filing in the catalogues"),
    "index": _("Taking in for search"),
    "bake": _("Baking pages"),
}


@kind_of_work("appointment", _("Publishing at an hour"), {}, again=False)
def was_due(journal: Journal) -> None:
    """Only told, where it failed; whoever wants it now publishes it by hand."""


@kind_of_work("publish", _("Publishing"), STEPS)
@kind_of_work("withdraw", _("Withdrawing"), STEPS)
def bring_up_to_date(journal: Journal) -> None:
    """What was asked for is in the log already; this run takes in all of the log."""
    with journal.step("record"):
        pass
    with publishing_lock(current_archive().access):
        follow(journal)


@kind_of_work(
    "look_again", _("Looking at the whole archive"), {"look": _("Looking at everything on the desk")}
)
def look_at_everything(journal: Journal) -> None:
    """Check every record anew, as after a release with other rules."""
    with journal.step("look") as step:
        mark_all()
        total = ToCheck.objects.count()
        while done := look(seconds=1.0):
            step.done += done
            step.tell(step.done, max(total, step.done))
    journal.outcome(
        gettext("Everything was looked at."), (gettext("State of the archive"), reverse("state_report"))
    )
