"""Passing the gate: records with faults are stopped, unless somebody who may gives a reason."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sourcebook.errors import SourcebookError
from sourcebook.publishing.gate.answers import answers
from sourcebook.publishing.gate.checking import faults_of
from sourcebook.publishing.gate.exempting import keep_exemptions
from sourcebook.publishing.gate.faults import Fault, blocking
from sourcebook.publishing.gate.sentences import sentence
from sourcebook.record import Record

TOLD = 20
"""Faults that the sentence of an error names; the gate's page and `--json` have all."""


class NotThroughTheGateError(SourcebookError):
    """Records have faults that keep them from being published; nothing was published."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        self.references = tuple(dict.fromkeys(fault.reference for fault in faults))
        super().__init__(self._told())

    def _told(self) -> str:
        first = ngettext(
            "Nothing was published: one thing is to be mended first.",
            "Nothing was published: %(count)s things are to be mended first.",
            len(self.faults),
        ) % {"count": len(self.faults)}
        lines = [f"{fault.reference} ({fault.field}): {sentence(fault)}" for fault in self.faults[:TOLD]]
        if len(self.faults) > TOLD:
            lines.append(_("… and %(count)s more.") % {"count": len(self.faults) - TOLD})
        return "\n  ".join([first, *lines])


class Act(msgspec.Struct, frozen=True):
    """What is being published together, and the reason for doing so despite faults."""

    records: dict[str, Record]
    reason: str = ""


_act: ContextVar[Act | None] = ContextVar("act of publishing", default=None)


@contextmanager
def one_act(records: Iterable[Record] = (), *, reason: str = "") -> Iterator[None]:
    """Within it, these records count as live to each other, and faults are passed over for the reason, if there is."""
    token = _act.set(Act({record.reference: record for record in records}, reason))
    try:
        yield
    finally:
        _act.reset(token)


def faults_together(records: Sequence[Record]) -> list[Fault]:
    """The faults of records that are published in one act; asks the database a fixed number of times."""
    known = answers(records, published_too=records)
    return [fault for record in records for fault in faults_of(record, known)]


def pass_gate(records: Sequence[Record], *, by: Any = None, reason: str = "") -> None:
    """Let these be published now, or raise; a reason that was needed is kept. To be called in the same transaction."""
    act = _act.get()
    reason = (reason or (act.reason if act else "")).strip()
    too = {**(act.records if act else {}), **{record.reference: record for record in records}}
    known = answers(records, published_too=[*too.values()])
    stopped = {record.reference: blocking(faults_of(record, known)) for record in records}
    faults = [fault for found in stopped.values() for fault in found]
    if not faults:
        return
    if not reason:
        raise NotThroughTheGateError(faults)
    keep_exemptions(
        [(record, found) for record in records if (found := stopped[record.reference])], reason, by
    )
