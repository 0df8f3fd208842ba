"""Every quotation stands in the span that it names, word by word."""

from collections.abc import Iterator

from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record, Source
from sourcebook.record.quotations import first_difference, quotations_in, stands_in


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    for prose in form_fields.prose(record):
        if ">" not in prose.text:
            continue
        for quotation in quotations_in(prose.text):
            target = quotation.mention.target
            source = record if target == record.reference else questions.source(target)
            if not isinstance(source, Source) or stands_in(quotation, source):
                continue
            quoted, there = first_difference(quotation, source)
            fragment = quotation.mention.fragment
            yield Fault(
                code="quotation-differs",
                reference=record.reference,
                field=prose.field,
                words=next((line.strip() for line in quotation.words.split("\n") if line.strip()), target),
                about={
                    "span": f"{target}#{fragment}" if fragment else target,
                    "quoted": quoted,
                    "there": there,
                },
                target=target,
            )
