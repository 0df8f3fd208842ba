"""All checks over one record, in the order in which people mend things."""

from collections.abc import Callable, Iterator

from sourcebook.publishing.gate.checks import (
    dates,
    languages,
    links,
    notes,
    pictures,
    quotations,
    recordings,
    rights,
)
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record

Check = Callable[[Record, Questions], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    languages.check,
    rights.check,
    dates.check,
    pictures.check,
    recordings.check,
    links.check,
    quotations.check,
    notes.check,
)


def faults_of(record: Record, questions: Questions) -> list[Fault]:
    """What is to be mended; each fault once, however often its cause stands in the same place."""
    found = {
        (fault.code, fault.field, fault.words, fault.target): fault
        for check in CHECKS
        for fault in check(record, questions)
    }
    return list(found.values())
