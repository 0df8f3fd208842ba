"""What is kept when records are published despite their faults: a table for ever, a line of the audit log, a letter."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from sourcebook.publishing.audit.log_actions import DESPITE
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.models import Exemption
from sourcebook.publishing.mail.telling import tell_of_exemption
from sourcebook.publishing.things import things_with
from sourcebook.record import Record, digest, encode


def keep_exemptions(exempted: Sequence[tuple[Record, list[Fault]]], reason: str, by: Any) -> None:
    """To be called in the transaction that publishes them."""
    kept = Exemption.objects.bulk_create(
        Exemption(
            reference=record.reference,
            identifier=record.id,
            digest=digest(encode(record)),
            faults=msgspec.to_builtins(found),
            reason=reason,
            at=timezone.now(),
            by=by,
        )
        for record, found in exempted
    )
    rows = {row.reference: row for row in things_with(one.reference for one in kept)}
    for one in kept:
        if row := rows.get(one.reference):
            codes = [fault["code"] for fault in one.faults]
            log(
                instance=row,
                action=DESPITE,
                user=by,
                revision=row.latest_revision,
                data={"reason": reason, "faults": codes, "record": one.digest},
            )
    titles = [str(rows[one.reference]) if one.reference in rows else one.reference for one in kept]
    faults = [fault for _, found in exempted for fault in found]
    transaction.on_commit(partial(tell_of_exemption, titles, faults, reason, by), robust=True)
