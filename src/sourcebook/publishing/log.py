"""The log of publications: append to it, read on from a place in it, ask what is live."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery

from sourcebook.publishing.library import LogEntry
from sourcebook.publishing.models import Publication
from sourcebook.record import Record, digest, encode


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def instant(moment: datetime) -> str:
    """ISO 8601, UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def live(identifiers: Iterable[str] | None = None) -> dict[str, Publication]:
    """The publications in force, by identifier, without their records; of all things, or of those named."""
    published: dict[str, Publication] = {}
    for batch in _batches(identifiers):
        lines = (
            Publication.objects.all() if batch is None else Publication.objects.filter(identifier__in=batch)
        )
        latest = lines.order_by().values("identifier").annotate(latest=Max("id")).values("latest")
        for line in Publication.objects.filter(id__in=latest, act="published").defer("record"):
            published[line.identifier] = line
    return published


def _batches(identifiers: Iterable[str] | None) -> Iterator[list[str] | None]:
    if identifiers is None:
        yield None
        return
    wanted = list(identifiers)
    for start in range(0, len(wanted), 500):
        yield wanted[start : start + 500]


def append_published(records: Iterable[Record], *, by: User | None = None, at: datetime | None = None) -> int:
    """Add what differs from what is live; the answer counts the lines added. To be called in a transaction."""
    moment = at or now()
    offered = [(record, encode(record)) for record in records]
    in_force = live(record.id for record, _ in offered)
    lines = []
    for record, data in offered:
        value = digest(data)
        present = in_force.get(record.id)
        if present is None or present.digest != value or present.reference != record.reference:
            lines.append(
                Publication(
                    act="published", reference=record.reference, identifier=record.id,
                    record=data, digest=value, at=moment, by=by,
                )
            )  # fmt: skip
    Publication.objects.bulk_create(lines, batch_size=500)
    return len(lines)


def append_withdrawn(
    references: Iterable[str],
    *,
    by: User | None = None,
    reason: str = "",
    note: str = "",
    at: datetime | None = None,
) -> list[Publication]:
    """Withdraw what is live of these; the answer is the lines added. To be called in a transaction.

    The reason is for readers, the note for the archive's own people.
    """
    wanted = set(references)
    identifiers = (
        Publication.objects.filter(reference__in=wanted).values_list("identifier", flat=True).distinct()
    )
    in_force = [line for line in live(identifiers).values() if line.reference in wanted]
    lines = [
        Publication(
            act="withdrawn", reference=line.reference, identifier=line.identifier,
            at=at or now(), by=by, reason=reason, note=note,
        )
        for line in in_force
    ]  # fmt: skip
    Publication.objects.bulk_create(lines, batch_size=500)
    return lines


def withdrawals(references: Iterable[str] | None = None) -> QuerySet[Publication]:
    """The withdrawals in force, the latest first; of all things, or of those named."""
    lines = Publication.objects.filter(act="withdrawn").order_by("-id").select_related("by")
    if references is not None:
        lines = lines.filter(reference__in=list(references))
    later = Publication.objects.filter(identifier=OuterRef("identifier"), id__gt=OuterRef("id"))
    return lines.filter(~Exists(later))


def last_record(identifier: str) -> bytes | None:
    """The record with this permanent identifier as it was published last, live or not."""
    lines = Publication.objects.filter(identifier=identifier, act="published").order_by("-id")
    data = lines.values_list("record", flat=True).first()
    return bytes(data) if data else None


def last_records(identifiers: Iterable[str]) -> dict[str, bytes]:
    """As `last_record`, of many: one question for each few hundred of them."""
    found: dict[str, bytes] = {}
    for batch in _batches(identifiers):
        lines = Publication.objects.filter(identifier__in=batch or [], act="published").order_by()
        latest = lines.values("identifier").annotate(latest=Max("id")).values("latest")
        rows = Publication.objects.filter(id__in=latest).values_list("identifier", "record")
        found.update((identifier, bytes(record)) for identifier, record in rows)
    return found


def entries_after(number: int) -> Iterator[LogEntry]:
    """The log from a place on, in order."""
    for line in Publication.objects.filter(id__gt=number).order_by("id").iterator(chunk_size=500):
        yield LogEntry(
            line.pk, line.reference, line.identifier, bytes(line.record), instant(line.at), line.reason
        )


def identifiers_after(number: int, up_to: int) -> list[str]:
    """What the lines after a number, up to another, publish or withdraw, each once."""
    lines = Publication.objects.filter(id__gt=number, id__lte=up_to).order_by("id")
    return list(dict.fromkeys(lines.values_list("identifier", flat=True)))


def in_force(references: Collection[str]) -> set[str]:
    """Those of these references under which something is published now."""
    latest = Publication.objects.filter(identifier=OuterRef("identifier")).order_by("-id").values("id")[:1]
    wanted = list(references)
    found: set[str] = set()
    for start in range(0, len(wanted), 500):
        lines = Publication.objects.filter(reference__in=wanted[start : start + 500], act="published")
        found.update(lines.filter(id=Subquery(latest)).values_list("reference", flat=True))
    return found


def last_number() -> int:
    return Publication.objects.aggregate(last=Max("id"))["last"] or 0
