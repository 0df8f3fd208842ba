"""Undoing an accession: what nobody has touched since goes back to what it was; the rest is spared and listed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sourcebook.ingest.accessions.bringing import address_of
from sourcebook.ingest.accessions.files import clear_files
from sourcebook.ingest.models import Accession, AccessionLine, ImportedRecord
from sourcebook.publishing import log
from sourcebook.publishing.background import Journal
from sourcebook.publishing.gather import gather_these, with_drafts
from sourcebook.publishing.restore import restore_all
from sourcebook.publishing.restore.desk_keys import batches
from sourcebook.publishing.restore.removing import remove_all
from sourcebook.publishing.uses.keeping import identifiers_of, users_by_target
from sourcebook.record import Record, decode, digest, encode

Lines = dict[str, AccessionLine]


def undo_accession(journal: Journal, accession: Accession) -> None:
    """Take back what it made and changed, all that can be taken back in one transaction."""
    if accession.state == Accession.State.BROUGHT:
        with transaction.atomic():
            with journal.step("compare") as step:
                lines = {
                    line.reference: line for line in accession.lines.filter(outcome__in=("made", "changed"))
                }
                standing = _standing(lines)
                _spare_what_changed(lines, standing)
                step.done = len(lines)
            with journal.step("write") as step:
                restore_all(_before(lines))
                _spare_what_is_used(lines, standing)
                remove_all(line.reference for line in _going(lines, "made"))
                _forget(lines)
                step.done = sum(not line.why for line in lines.values())
            AccessionLine.objects.bulk_update(lines.values(), ["undone", "why"], batch_size=200)
            accession.state = Accession.State.UNDONE
            accession.save(update_fields=["state"])
    clear_files(accession)
    journal.outcome(
        _("What nobody had touched since is as it was."), (_("See the report"), address_of(accession))
    )


def _standing(lines: Lines) -> dict[str, Record]:
    """What is on the desk of what was brought."""
    there = identifiers_of(lines)
    return {record.reference: record for record in gather_these(there)}


def _spare(line: AccessionLine, why: str) -> None:
    if not line.why:
        line.undone, line.why = "spared", why


def _going(lines: Lines, outcome: str) -> Iterator[AccessionLine]:
    return (line for line in lines.values() if line.outcome == outcome and not line.why)


def _spare_what_changed(lines: Lines, standing: dict[str, Record]) -> None:
    live = log.live(record.id for record in standing.values())
    drafted = with_drafts(standing)
    for line in lines.values():
        line.undone = "undone"
        record = standing.get(line.reference)
        if record is None:
            _spare(line, _("It is no longer on the desk under this name."))
        elif digest(encode(record)) != line.left:
            _spare(line, _("It was changed since."))
        elif line.reference in drafted:
            _spare(line, _("There is a draft of it."))
        elif line.outcome == "made" and record.id in live:
            _spare(line, _("It is published: withdraw it first."))


def _before(lines: Lines) -> list[Record]:
    return [decode(bytes(line.before)) for line in _going(lines, "changed") if line.before]


def _spare_what_is_used(lines: Lines, standing: dict[str, Record]) -> None:
    """What stays may point to what would go: then that stays too, and so on until nothing more is found."""
    going = {line.reference: standing[line.reference].id for line in _going(lines, "made")}
    users: dict[str, set[str]] = defaultdict(set)
    for batch in batches(going.values()):
        for target, found in users_by_target(batch).items():
            users[target] |= found
    while True:
        leaving = set(going.values())
        staying = [reference for reference, identifier in going.items() if users[identifier] - leaving]
        if not staying:
            return
        for reference in staying:
            _spare(lines[reference], _("Something that stays points to it."))
            del going[reference]


def _forget(lines: Lines) -> None:
    """The next import finds what the one before this had left."""
    gone = [line for line in lines.values() if not line.why]
    for batch in batches(line.reference for line in gone):
        ImportedRecord.objects.filter(reference__in=batch).delete()
    ImportedRecord.objects.bulk_create(_earlier(gone), batch_size=100)


def _earlier(lines: Iterable[AccessionLine]) -> Iterator[ImportedRecord]:
    for line in lines:
        if line.earlier:
            yield ImportedRecord(reference=line.reference, at=timezone.now(), **line.earlier)
