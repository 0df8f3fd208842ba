"""The outlets follow the log: one run of the steps does it for all that was written into the log before."""

from collections.abc import Mapping
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _

from sourcebook.archive_folder import current_archive
from sourcebook.publishing.background.doing import Journal, Step
from sourcebook.publishing.library import PublishedLibrary, library_path
from sourcebook.publishing.models import Run
from sourcebook.publishing.site import site_of
from sourcebook.publishing.steps import STEPS, Progress, Tell, Work


def follow(
    journal: Journal, *, full: bool = False, workers: int | None = None, progress: Progress | None = None
) -> dict[str, int]:
    """Run the steps; the answer says what each did. To be called by whoever holds the publishing lock."""
    archive = current_archive()
    path = library_path(archive.access)
    if full:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    done: dict[str, int] = {}
    others = _others(journal.run)
    try:
        with PublishedLibrary(path) as library:
            work = Work(archive=archive, library=library, site=site_of(archive), full=full, workers=workers)
            for name, step in STEPS:
                with journal.step(name) as told:
                    work.tell = _to_both(told, partial(progress, name) if progress else None)
                    told.done = done[name] = step(work)
        if work.not_indexed:
            journal.outcome(not_found_by_search(work.not_indexed))
    except BaseException:
        Run.objects.filter(pk__in=others).update(done_by=None)
        raise
    Run.objects.filter(pk__in=others).update(finished=timezone.now())
    return done


def not_found_by_search(reasons: Mapping[str, str]) -> str:
    """A sentence on records that the search index could not take."""
    some = "; ".join(f"{reference} ({reason})" for reference, reason in list(reasons.items())[:5])
    return _("Search does not find these records, the rest is in place: %(records)s.") % {
        "records": f"{some} …" if len(reasons) > 5 else some
    }


def _to_both(step: Step, progress: Tell | None) -> Tell:
    def tell(done: int, total: int) -> None:
        step.tell(done, total)
        if progress:
            progress(done, total)

    return tell


def _others(run: Run) -> list[int]:
    """Runs that wait, or were cut off: what they wrote into the log is there, so that this run does their work too."""
    others = Run.objects.filter(kind__in=("publish", "withdraw"), finished=None).exclude(pk=run.pk)
    numbers = list(others.values_list("pk", flat=True))
    Run.objects.filter(pk__in=numbers).update(started=timezone.now(), done_by=run)
    return numbers
