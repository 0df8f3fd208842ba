"""Every recording and film can be read by those who do not hear it."""

from collections.abc import Iterator

from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record, Source

READ_FOR_HEARD = ("captions", "transcription", "translation", "lyrics", "description")
"""Kinds of text versions that stand for what is heard; a description stands for a film without words."""


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    if not isinstance(record, Source):
        return
    heard = next((f for f in record.files if f.media_type.startswith(("audio/", "video/"))), None)
    readable = any(text.passages and text.kind in READ_FOR_HEARD for text in record.texts)
    if heard and not readable:
        about = {"file": heard.name}
        yield Fault(code="captions-missing", reference=record.reference, field="texts", about=about)
