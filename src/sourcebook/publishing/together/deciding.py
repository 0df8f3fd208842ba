"""Which of many things can be published together, and why the others stay as they are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from sourcebook.authorities.lists.states import in_review, scheduled
from sourcebook.publishing import log
from sourcebook.publishing.gate.drafts import draft_record
from sourcebook.publishing.gate.faults import ONLY_UNPUBLISHED, Fault, blocking
from sourcebook.publishing.gate.passing import faults_together
from sourcebook.publishing.gate.workflow import may_approve
from sourcebook.publishing.gather import gather_these
from sourcebook.publishing.gather.desk_state import rows_of
from sourcebook.publishing.things import may_publish
from sourcebook.record import Record


class Decision(Struct):
    """What is to be done about many things."""

    records: dict[str, Record]
    """By reference: those that can be published together, as they will be published."""
    drafts: dict[str, Any]
    """The rows of those whose latest draft lies above the row."""
    left: dict[str, str]
    """Why the others are left out, in a sentence."""


def decide(references: Iterable[str], user: Any, *, named_too: bool = False) -> Decision:
    """Look at these as they would be published; `named_too` takes in what they cannot be published without."""
    decision = Decision({}, {}, {})
    wave = list(dict.fromkeys(references))
    while wave:
        _look_at(wave, user, decision)
        wave = _named(decision) if named_too else []
    behind: dict[str, str] = {}
    while found := _faults(decision):
        for reference, faults in found.items():
            del decision.records[reference]
            decision.drafts.pop(reference, None)
            behind[reference] = _why(faults, behind)
    # Whoever mends the first of them lets those that wait for them go too.
    decision.left = {**behind, **decision.left}
    return decision


def _why(faults: list[Fault], behind: Mapping[str, str]) -> str:
    waits_for = next((fault.target for fault in faults if fault.target in behind), "")
    if waits_for and all(fault.target in behind for fault in faults):
        return _("It names %(target)s, which stays behind.") % {"target": waits_for}
    words = ngettext("One thing is to be mended.", "%(count)d things are to be mended.", len(faults))
    return words % {"count": len(faults)}


def _look_at(references: Collection[str], user: Any, decision: Decision) -> None:
    """A fixed number of questions for each batch of a kind, and a few more for each draft."""
    plain: list[str] = []
    for found in rows_of(references):
        under_review, waiting = set(in_review(found.model)), set(scheduled(found.model))
        rows = list(found)
        withdrawn = set(log.withdrawals(row.reference for row in rows).values_list("reference", flat=True))
        for row in rows:
            reference = row.reference
            if not may_publish(user, row):
                decision.left[reference] = _("It is not yours to publish.")
            elif reference in withdrawn:
                decision.left[reference] = _("It was withdrawn: put it back by itself.")
            elif row.locked and row.locked_by != user:
                decision.left[reference] = _("It is locked.")
            elif row.pk in under_review and not may_approve(row, user):
                decision.left[reference] = _("It lies with a reviewer.")
            elif row.pk in waiting:
                decision.left[reference] = _("It is scheduled to be published.")
            elif row.has_unpublished_changes and row.latest_revision_id:
                decision.records[reference] = draft_record(row)
                decision.drafts[reference] = row
            else:
                plain.append(reference)
    decision.records.update((record.reference, record) for record in gather_these(plain))


def _named(decision: Decision) -> list[str]:
    """What keeps these from being published by not being published itself."""
    faults = faults_together([*decision.records.values()])
    targets = dict.fromkeys(fault.target for fault in faults if fault.code in ONLY_UNPUBLISHED)
    return [one for one in targets if one not in decision.records and one not in decision.left]


def _faults(decision: Decision) -> dict[str, list[Fault]]:
    """What the gate would stop although the others are published too."""
    found: dict[str, list[Fault]] = {}
    for fault in blocking(faults_together([*decision.records.values()])):
        found.setdefault(fault.reference, []).append(fault)
    return found
