"""Every source says what may be done with it."""

from collections.abc import Iterator

from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record, Source


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    if isinstance(record, Source) and not record.rights.statement:
        yield Fault(code="rights-missing", reference=record.reference, field="rights_statement")
