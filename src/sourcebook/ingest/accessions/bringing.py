"""Trying an accession and bringing it in: reports that are kept, and what the undo needs."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from sourcebook.ingest.accessions.files import brought
from sourcebook.ingest.accessions.reading import lines_of, read
from sourcebook.ingest.accessions.receiving import clear_away, unpacked
from sourcebook.ingest.models import Accession, AccessionLine
from sourcebook.ingest.remembering import remembered
from sourcebook.ingest.report import Report
from sourcebook.ingest.settle import settle
from sourcebook.ingest.standing import standing
from sourcebook.publishing.background import Journal
from sourcebook.record import encode

BATCH = 500


def try_accession(journal: Journal, accession: Accession) -> None:
    """Report what bringing it in would do; nothing is written to the desk."""
    with journal.step("unpack") as step:
        root = unpacked(accession, step.tell)
    with journal.step("read") as step:
        arrival = read(accession, root)
        step.done = len(arrival.records)
    with journal.step("compare") as step, transaction.atomic():
        report = settle(arrival, dry_run=True)
        _keep(accession, report, list(lines_of(accession, report, root)), Accession.State.TRIED)
        step.done = len(report.lines)
    journal.outcome(_("The report is ready."), (_("See the report"), address_of(accession)))


def bring_in(journal: Journal, accession: Accession) -> None:
    """Bring it onto the desk, all of it or nothing. Done a second time after it was cut off, it finds its own work."""
    if accession.state != Accession.State.BROUGHT:
        with journal.step("unpack") as step:
            root = unpacked(accession, step.tell)
        with journal.step("read") as step:
            arrival = read(accession, root)
            step.done = len(arrival.records)
        with journal.step("write") as step, transaction.atomic():
            before = standing(arrival.records.values())
            earlier = remembered({*arrival.records, *(record.reference for record in before.values())})
            report = settle(arrival)
            lines = list(lines_of(accession, report, root))
            left = remembered(line.reference for line in lines if line.outcome in ("made", "changed"))
            for line in lines:
                if line.outcome in ("made", "changed"):
                    line.left = left[line.reference].left
                    desk = before.get(line.reference)
                    line.before = encode(desk) if desk else None
                    row = earlier.get(line.reference)
                    line.earlier = row and {"arrived": row.arrived, "left": row.left, "origin": row.origin}
            accession.brought = brought(report.brought)
            _keep(accession, report, lines, accession.state if report.refused else Accession.State.BROUGHT)
            step.done = len(lines)
    if accession.state == Accession.State.BROUGHT:
        clear_away(accession)
        said = _("All of it is on the desk.")
    else:
        said = _("Nothing was brought in: the report says why.")
    journal.outcome(said, (_("See the report"), address_of(accession)))


def _keep(accession: Accession, report: Report, lines: list[AccessionLine], state: str) -> None:
    accession.lines.all().delete()
    AccessionLine.objects.bulk_create(lines, batch_size=BATCH)
    accession.counts = {outcome: count for outcome, count in report.counts.items() if count}
    accession.state = state
    accession.save(update_fields=["counts", "state", "brought"])


def address_of(accession: Accession) -> str:
    """Its page at the desk."""
    return reverse("accession", args=[accession.pk])
