"""Writing into the log of publications, with what the editor shows of it; all to be called in a transaction."""

from collections.abc import Callable, Iterable

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from sourcebook.errors import SourcebookError
from sourcebook.publishing import log
from sourcebook.publishing.gather import gather_all, gather_these, mark_live, unschedule
from sourcebook.publishing.models import Publication
from sourcebook.publishing.state.marking import mark_published
from sourcebook.publishing.waiting import no_longer_waiting, waiting
from sourcebook.record import Record, decode

Gate = Callable[[list[Record]], None]
"""Looks at records before they are published, and raises where one may not be."""


class PublishingError(SourcebookError):
    """What was asked for cannot be published or withdrawn."""


def record_published(
    references: Iterable[str] | None = None,
    *,
    by: User | None = None,
    full: bool = False,
    gate: Gate | None = None,
) -> int:
    """Write these into the log, or all that waits, or the whole desk; counts what is new.

    The gate, where one is given, sees all the records before anything is written, and may raise.

    What was withdrawn comes back only where it is named, never with all the rest.
    """
    asked = None if references is None else list(references)
    wanted = waiting() if asked is None else asked
    records = list(gather_all() if full and asked is None else gather_these(wanted))
    if asked is None:
        kept_back = {line.identifier for line in log.withdrawals()}
        records = [record for record in records if record.id not in kept_back]
        wanted = [record.reference for record in records]
    if gate:
        gate(records)
    count = log.append_published(records, by=by)
    mark_live(record.reference for record in records)
    mark_published(record.reference for record in records)
    no_longer_waiting({*wanted, *(record.reference for record in records)})
    return count


def record_withdrawn(
    references: Iterable[str], *, by: User | None = None, reason: str, note: str = ""
) -> list[Publication]:
    """Write withdrawals of what is live of these; the answer is their lines in the log."""
    asked = list(references)
    if not reason.strip():
        raise PublishingError(_("Say why it is withdrawn: readers find the reason at its address."))
    if "archive:archive" in asked:
        raise PublishingError(
            _("The archive itself cannot be withdrawn: withdraw what is in it, or stop the server.")
        )
    lines = log.append_withdrawn(asked, by=by, reason=reason.strip(), note=note.strip())
    taken = [line.reference for line in lines]
    mark_live(taken, live=False)
    mark_published(taken)
    unschedule(taken)
    return lines


def record_put_back(references: Iterable[str], *, by: User | None = None) -> int:
    """Publish again what was withdrawn of these, each record as it was; counts them."""
    lines = log.withdrawals(references)
    records = [decode(data) for line in lines if (data := log.last_record(line.identifier))]
    count = log.append_published(records, by=by)
    mark_live(record.reference for record in records)
    mark_published(record.reference for record in records)
    return count
