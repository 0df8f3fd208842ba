"""Settling an arrival on the desk: all of it or nothing, nothing twice, and no editor's work undone."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext

from sourcebook.archive_folder import current_archive
from sourcebook.errors import SourcebookError
from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.checks import check
from sourcebook.ingest.deciding import decide
from sourcebook.ingest.remembering import remember, remembered
from sourcebook.ingest.report import Line, Outcome, Report
from sourcebook.ingest.standing import on_desk, standing
from sourcebook.masters.inbox import InboxError, bring, place
from sourcebook.publishing.gather import with_drafts
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Record, Source, digest, encode
from sourcebook.sources.desk.thumbnails import keep_thumbnail

NOWHERE = Origin("")


def settle(arrival: Arrival, *, dry_run: bool = False) -> Report:
    """Bring an arrival onto the desk and say what was done; with a refusal, or when dry, nothing is written."""
    check(arrival, on_desk())
    if arrival.refused:
        return Report(lines=tuple(arrival.lines), dry_run=dry_run)
    there = standing(arrival.records.values())
    lines: list[Line] = []
    wanted: dict[str, Record] = {}
    agreed: dict[str, Record] = {}
    drafted = with_drafts(desk.reference for desk in there.values())
    imported = remembered({*arrival.records, *(desk.reference for desk in there.values())})
    for reference, record in arrival.records.items():
        desk = there.get(reference)
        row = imported.get(reference) or (imported.get(desk.reference) if desk else None)
        if desk is not None and reference in arrival.named:
            lines.append(_line("left_alone", reference, arrival.origins[reference], row is not None))
            continue
        outcome, written = decide(record, desk, row)
        if outcome == "changed" and desk is not None and desk.reference in drafted:
            # The row is as it was, but the draft above it was begun from there and would undo what is written now.
            outcome = "kept"
        lines.append(_line(outcome, reference, arrival.origins[reference], row is not None))
        if outcome in ("made", "changed"):
            wanted[reference] = written
        elif written == desk and (row is None or row.left != digest(encode(desk))):
            agreed[reference] = written
    brought: list[str] = []
    try:
        brought = _write(arrival, wanted, agreed, dry_run=dry_run)
    except (SourcebookError, InboxError) as error:
        arrival.refuse(str(error), NOWHERE)
        lines = []
    return Report(lines=(*lines, *arrival.lines), dry_run=dry_run, brought=tuple(brought))


def _line(outcome: Outcome, reference: str, origin: Origin, known: bool) -> Line:
    if outcome != "kept":
        return Line(outcome=outcome, reference=reference, file=origin.file, line=origin.line)
    edited = gettext(
        "It was edited by hand since it was last imported or exported, and differs from what arrives."
    )
    by_hand = gettext("It was made by hand, and differs from what arrives.")
    return Line(
        outcome=outcome,
        reference=reference,
        message=edited if known else by_hand,
        file=origin.file,
        line=origin.line,
        advice=gettext("Export the archive to compare the two."),
    )


def _write(
    arrival: Arrival, wanted: dict[str, Record], agreed: dict[str, Record], *, dry_run: bool
) -> list[str]:
    """Files first, which nothing refers to yet, then the rows, all at once; when it fails both are as before.

    The answer is the checksums of the files that were not there.
    """
    brought: list[str] = []
    inbox = current_archive().inbox
    try:
        if not dry_run:
            for sha256 in _checksums(wanted.values()):
                if sha256 in arrival.files and bring(inbox, sha256, arrival.files[sha256]):
                    brought.append(sha256)
                    keep_thumbnail(sha256)
        with transaction.atomic():
            restore_all(wanted.values())
            remember(wanted | agreed, arrival)
            if dry_run:
                transaction.set_rollback(True)
    except BaseException:
        for sha256 in brought:
            place(inbox, sha256).unlink(missing_ok=True)
        raise
    return brought


def _checksums(records: Iterable[Record]) -> list[str]:
    return list(
        dict.fromkeys(
            file.sha256 for record in records if isinstance(record, Source) for file in record.files
        )
    )
