"""Every picture says what it shows: each canvas, and what essays and cards show of other sources."""

from collections.abc import Iterator

from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.checks.links import link_fault
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record, Source
from sourcebook.record.links import links_in
from sourcebook.record.spans import RegionSpan, SpanError, parse_span


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    if isinstance(record, Source):
        yield from _canvases(record)
    if image := getattr(record, "image", ""):
        target, _, fragment = image.partition("#")
        if fault := link_fault(record, "image", target, fragment, "", questions):
            yield fault
        yield from _shown(record, "image", target, fragment, questions)
    for prose in form_fields.prose(record):
        for mention in links_in(prose.text):
            if mention.manner == "shows":
                yield from _shown(record, prose.field, mention.target, mention.fragment, questions)


def _canvases(source: Source) -> Iterator[Fault]:
    pictures = {file.name for file in source.files if file.media_type.startswith("image/")}
    for index, canvas in enumerate(source.canvases):
        if canvas.file in pictures and not any(text.strip() for text in canvas.alt.values()):
            yield Fault(
                code="alternative-text-missing",
                reference=source.reference,
                field=f"canvases-{index}-alt",
                about={"canvas": canvas.label or str(index + 1), "file": canvas.file},
            )


def _shown(record: Record, field: str, target: str, fragment: str, questions: Questions) -> Iterator[Fault]:
    """Its alternative text stands in the source that it is taken from."""
    if target == record.reference or not (source := questions.source(target)):
        return
    number = 1
    try:
        span = parse_span(fragment) if fragment else None
    except SpanError:
        return
    if isinstance(span, RegionSpan):
        number = span.canvas
    canvases = source.canvases[number - 1 : number]
    pictures = {file.name for file in source.files if file.media_type.startswith("image/")}
    for canvas in canvases:
        if canvas.file in pictures and not any(text.strip() for text in canvas.alt.values()):
            yield Fault(
                code="picture-undescribed",
                reference=record.reference,
                field=field,
                words=target if field != "image" else "",
                about={"canvas": str(number), "target": target},
                target=target,
            )
