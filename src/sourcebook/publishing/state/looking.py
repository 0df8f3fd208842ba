"""Looking at what is to be looked at: the faults of each latest draft are written into the table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any

from django.db import transaction
from django.utils import timezone

from sourcebook.publishing.gate import Fault, faults_of
from sourcebook.publishing.gate.answers import answers
from sourcebook.publishing.gather import gather_object, gather_these
from sourcebook.publishing.models import CheckedRecord, FoundFault, ToCheck
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.state.standing import standings
from sourcebook.record import Record, kind_of, slug_of

BATCH = 200

LookedAt = list[tuple[Any, str, list[Fault]]]
"""Rows, each with its state and its faults."""


def look(seconds: float = 60.0) -> int:
    """Look at what waits for it, batch by batch, for about so long; counts what was looked at."""
    until = monotonic() + seconds
    done = 0
    while monotonic() < until and (batch := list(ToCheck.objects.order_by("pk")[:BATCH])):
        # Nobody is kept from writing while it is looked: that may take a second.
        done += keep(batch, look_at([one.reference for one in batch]))
    return done


def look_at(references: Sequence[str]) -> LookedAt:
    """How these stand, as far as they are on the desk; writes nothing."""
    of_kind: dict[str, list[str]] = defaultdict(list)
    for reference in references:
        of_kind[kind_of(reference)].append(slug_of(reference))
    rows = {
        kind: list(MODELS[kind]._default_manager.filter(slug__in=slugs))
        for kind, slugs in of_kind.items()
        if kind in MODELS
    }
    records = {record.id: record for found in rows.values() for record in _drafts(found)}
    known = answers(records.values())
    looked_at: LookedAt = []
    for kind, found in rows.items():
        states = standings(MODELS[kind], found)
        looked_at += [(row, states[row.pk], faults_of(records[row.identifier], known)) for row in found]
    return looked_at


def keep(batch: Sequence[ToCheck], looked_at: LookedAt) -> int:
    """Write down how these stand; what is no longer on the desk is forgotten. What was marked again meanwhile stays
    marked, and is not written; counts the others.
    """
    with transaction.atomic():
        now = dict(ToCheck.objects.filter(pk__in=[one.pk for one in batch]).values_list("pk", "marked_at"))
        same = [one for one in batch if now.get(one.pk) == one.marked_at]
        references = {one.reference for one in same}
        CheckedRecord.objects.filter(reference__in=references).delete()
        written = [one for one in looked_at if one[0].reference in references]
        # A thing whose slug was changed is known under its former one.
        keys: dict[str, list[int]] = defaultdict(list)
        for row, _state, _faults in written:
            keys[row.KIND or row.kind].append(row.pk)
        for kind, of_kind in keys.items():
            CheckedRecord.objects.filter(kind=kind, key__in=of_kind).delete()
        _write(written)
        ToCheck.objects.filter(pk__in=[one.pk for one in same]).delete()
    return len(same)


def _drafts(rows: Sequence[Any]) -> Iterator[Record]:
    drafted = [row for row in rows if row.has_unpublished_changes and row.latest_revision_id]
    yield from (gather_object(row.get_latest_revision_as_object()) for row in drafted)
    alike = {row.pk for row in drafted}
    yield from gather_these(row.reference for row in rows if row.pk not in alike)


def _write(looked_at: LookedAt) -> None:
    now = timezone.now()
    checked = CheckedRecord.objects.bulk_create(
        CheckedRecord(
            reference=row.reference,
            kind=row.KIND or row.kind,
            key=row.pk,
            title=str(row)[:500],
            state=state,
            by_id=_whose(row),
            blocks=sum(fault.severity == "blocks" for fault in faults),
            advice=sum(fault.severity == "advice" for fault in faults),
            at=now,
        )
        for row, state, faults in looked_at
    )
    FoundFault.objects.bulk_create(
        FoundFault(
            record=one,
            code=fault.code,
            severity=fault.severity,
            field=fault.field[:200],
            words=fault.words,
            about=fault.about,
            target=fault.target[:140],
        )
        for one, (_row, _state, faults) in zip(checked, looked_at, strict=True)
        for fault in faults
    )


def _whose(row: Any) -> Any:
    """Who changed it last, as far as that is known; of a page, whose it is."""
    return getattr(row, "changed_by_id", None) or getattr(row, "owner_id", None)
