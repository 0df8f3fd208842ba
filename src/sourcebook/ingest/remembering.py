"""What was imported or exported last: the state that files and desk agreed on."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.models import ImportedRecord
from sourcebook.publishing.gather import gather_these
from sourcebook.publishing.restore.desk_keys import batches
from sourcebook.record import Record, digest, encode


def remembered(references: Iterable[str]) -> dict[str, ImportedRecord]:
    """By the reference under which it arrived."""
    rows: dict[str, ImportedRecord] = {}
    for batch in batches(references):
        rows.update((row.reference, row) for row in ImportedRecord.objects.filter(reference__in=batch))
    return rows


def remember(settled: Mapping[str, Record], arrival: Arrival | None = None) -> None:
    """Note what each record was when it arrived, and what the desk made of it; without an arrival both are the same.

    `settled` has the records as they are on the desk, by the reference under which they arrived.
    """
    now = timezone.now()
    left = {
        record.reference: record for record in gather_these(record.reference for record in settled.values())
    }
    rows = [
        ImportedRecord(
            reference=reference,
            arrived=digest(encode(arrival.records[reference] if arrival else record)),
            left=digest(encode(left[record.reference])),
            origin=str(arrival.origins[reference])[:1000] if arrival else "",
            at=now,
        )
        for reference, record in settled.items()
    ]
    ImportedRecord.objects.bulk_create(
        rows,
        batch_size=100,
        update_conflicts=True,
        unique_fields=["reference"],
        update_fields=["arrived", "left", "origin", "at"],
    )
