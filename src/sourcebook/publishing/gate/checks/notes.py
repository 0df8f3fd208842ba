"""Every footnote that is called is there, and every one that is there is called."""

import re
from collections.abc import Iterator

from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record, Source, Subject

_DEFINED = re.compile(r"^[ ]{0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_CALLED = re.compile(r"(?<!\\)\[\^([^\]\s]+)\](?!:)")


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    for prose in form_fields.prose(record):
        if "[^" not in prose.text:
            continue
        defined = {*_DEFINED.findall(prose.text), *prose.notes}
        for key in dict.fromkeys(_CALLED.findall(prose.text)):
            if key not in defined:
                yield _fault(record, "note-missing", prose.field, key)
    if isinstance(record, Subject):
        for index, essay in enumerate(record.essays):
            called = set(_CALLED.findall(essay.body))
            for key in dict.fromkeys(_DEFINED.findall(essay.body)):
                if key not in called:
                    yield _fault(record, "note-uncalled", f"essays-{index}-body", key)
    if isinstance(record, Source):
        for index, version in enumerate(record.texts):
            texts = (*(p.text for p in version.passages), *(note.text for note in version.notes))
            called = {key for text in texts if "[^" in text for key in _CALLED.findall(text)}
            for note in version.notes:
                if note.key not in called:
                    yield _fault(record, "note-uncalled", f"texts-{index}-body", note.key)


def _fault(record: Record, code: str, field: str, key: str) -> Fault:
    return Fault(code=code, reference=record.reference, field=field, words=f"[^{key}]", about={"note": key})
