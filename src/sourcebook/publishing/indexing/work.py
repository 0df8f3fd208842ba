"""Making the search index anew as background work, and seeing to it that it is done when it is due."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background import Journal, kind_of_work, start
from sourcebook.publishing.background.worker import duty
from sourcebook.publishing.following import not_found_by_search
from sourcebook.publishing.library import library_path
from sourcebook.publishing.models import Run

RETRY = timedelta(minutes=10)
"""After which an index is made again when making it failed."""


@kind_of_work("index", _("Making the search index anew"), {"index": _("Taking in for search")})
def make_index(journal: Journal) -> None:
    """Beside the one that serves, which it replaces."""
    from sourcebook.publishing.indexing.making import make_anew

    with journal.step("index") as step:
        taken = make_anew(current_archive(), step.tell)
        step.done = taken.put
    if taken.aside:
        journal.outcome(not_found_by_search(taken.aside))


@duty
def see_to_the_index() -> None:
    """An index that is missing, damaged or of another making is made anew, without anybody asking."""
    archive = current_archive()
    if not library_path(archive.access).exists():
        return
    from sourcebook.publishing.indexing.making import indexer_of

    if not indexer_of(archive).is_due():
        return
    last = Run.objects.filter(kind="index").first()
    failed = last is not None and last.error and last.finished and last.finished > timezone.now() - RETRY
    if last is None or (last.finished and not failed):
        start("index")
