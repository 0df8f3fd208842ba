"""How many of what: the counts above the report, each one question to an index."""

from collections import defaultdict
from typing import Any

from django.db.models import Count, Q
from django.utils.text import capfirst

from sourcebook.publishing.gate.sentences import HEADINGS, heading
from sourcebook.publishing.models import CheckedRecord, FoundFault
from sourcebook.publishing.models_of_kinds import MODELS

STATES = tuple(CheckedRecord.State)


def by_kind() -> list[dict[str, Any]]:
    """Kinds that there are, with how many there are in each state and how many cannot be published."""
    counted = CheckedRecord.objects.order_by().values("kind", "state").annotate(number=Count("pk"))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in counted:
        found[row["kind"]][row["state"]] = row["number"]
    faulty = dict(
        CheckedRecord.objects.filter(blocks__gt=0).order_by().values_list("kind").annotate(number=Count("pk"))
    )
    return [
        {
            "kind": kind,
            "name": capfirst(str(MODELS[kind]._meta.verbose_name_plural)),
            "states": [found[kind].get(state, 0) for state in STATES],
            "all": sum(found[kind].values()),
            "faulty": faulty.get(kind, 0),
        }
        for kind in MODELS
        if kind in found
    ]


def by_code() -> list[dict[str, Any]]:
    """Faults that there are, the most frequent first."""
    counted = (
        FoundFault.objects.order_by()
        .values("code")
        .annotate(number=Count("pk"), records=Count("record", distinct=True))
    )
    rows = [
        {
            "code": row["code"],
            "name": heading(row["code"]),
            "number": row["number"],
            "records": row["records"],
        }
        for row in counted
        if row["code"] in HEADINGS
    ]
    return sorted(rows, key=lambda row: (-row["records"], row["code"]))


def of_person(user: Any) -> dict[str, int]:
    """What waits for somebody: their drafts, and how many of them cannot be published."""
    mine = CheckedRecord.objects.filter(by=user).exclude(state__in=("live", "withdrawn"))
    return mine.aggregate(drafts=Count("pk"), faulty=Count("pk", filter=Q(blocks__gt=0)))
