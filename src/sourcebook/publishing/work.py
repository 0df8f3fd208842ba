"""Publishing as background work."""

from django.utils.translation import gettext_lazy as _

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background import Journal, kind_of_work
from sourcebook.publishing.following import follow
from sourcebook.publishing.lock import publishing_lock

STEPS = {
    "record": _("Written into the log of publications"),
    "derive": _("Making access copies of files"),
    "catalogue": _("Filing in the catalogues"),
    "bake": _("Baking pages"),
}


@kind_of_work("publish", _("Publishing"), STEPS)
@kind_of_work("withdraw", _("Withdrawing"), STEPS)
def bring_up_to_date(journal: Journal) -> None:
    """What was asked for is in the log already; this run takes in all of the log."""
    with journal.step("record"):
        pass
    with publishing_lock(current_archive().access):
        follow(journal)
