"""Every date that is written is understood, in its words or by EDTF beside them."""

from collections.abc import Iterator

from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record
from sourcebook.vocabulary.dates import understood


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    for field, date in form_fields.dates(record):
        if not understood(date):
            about = {"date": date.as_written}
            yield Fault(code="date-unread", reference=record.reference, field=field, about=about)
