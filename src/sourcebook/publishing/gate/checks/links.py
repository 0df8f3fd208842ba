"""Every link leads to what readers can open, and every span is inside its source."""

import re
from collections.abc import Iterator

from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.questions import Questions
from sourcebook.record import Record, Subject, is_reference, kind_of
from sourcebook.record.links import links_in
from sourcebook.record.reference import KIND
from sourcebook.record.spans import SpanError, check_span, parse_span
from sourcebook.sentences import Sentence

_LIKE_A_LINK = re.compile(rf"\]\(((?:{KIND}):[^)\n]*)\)")
_CODES = {
    "unknown": "link-unknown",
    "moved": "link-moved",
    "withdrawn": "link-withdrawn",
    "unpublished": "link-unpublished",
}


def link_fault(
    record: Record, field: str, target: str, fragment: str, words: str, questions: Questions
) -> Fault | None:
    """What is wrong with one link, if anything is."""
    about = {"target": target, "fragment": fragment}
    if target == record.reference:
        return None
    if code := _CODES.get(questions.standing(target)):
        return Fault(
            code=code, reference=record.reference, field=field, words=words, about=about, target=target
        )
    if fragment:
        why = _outside(target, fragment, questions)
        if why:
            return Fault(
                code="span-missing",
                reference=record.reference,
                field=field,
                words=words,
                about={**about, "why": why},
                target=target,
            )
    return None


def _outside(target: str, fragment: str, questions: Questions) -> str:
    """Why there is no such span, packed: it is told in the language of whoever reads the list of faults."""
    source = questions.source(target)
    try:
        if kind_of(target) != "source" or source is None:
            parse_span(fragment)
            return Sentence("{target} has no spans; only sources have.", target=target).packed()
        check_span(source, parse_span(fragment))
    except SpanError as error:
        return error.sentence.packed()
    return ""


def check(record: Record, questions: Questions) -> Iterator[Fault]:
    yield from _in_texts(record, questions)
    yield from _in_fields(record, questions)
    if isinstance(record, Subject):
        yield from _selections(record, questions)


def _in_texts(record: Record, questions: Questions) -> Iterator[Fault]:
    for prose in form_fields.prose(record):
        if "](" not in prose.text:
            continue
        for mention in links_in(prose.text):
            words = _label(prose.text, mention.target + (f"#{mention.fragment}" if mention.fragment else ""))
            if fault := link_fault(record, prose.field, mention.target, mention.fragment, words, questions):
                yield fault
        for match in _LIKE_A_LINK.finditer(prose.text):
            if not is_reference(match[1].partition("#")[0]):
                yield Fault(
                    code="link-unwritten",
                    reference=record.reference,
                    field=prose.field,
                    words=match[1],
                    about={"target": match[1]},
                )


def _label(text: str, address: str) -> str:
    """The words by which a link is found where its address is not shown; the address where it has none."""
    found = re.search(r"\[([^\[\]]+)\]\(" + re.escape(address) + r"\)", text)
    return found[1] if found else address


def _in_fields(record: Record, questions: Questions) -> Iterator[Fault]:
    for pointer in form_fields.pointers(record):
        standing = questions.standing(pointer.to)
        code = _CODES.get(standing)
        if not code or pointer.to == record.reference:
            continue
        if standing == "unpublished" and not pointer.weighty:
            code = "named-unpublished"
        yield Fault(
            code=code,
            reference=record.reference,
            field=pointer.field,
            about={"target": pointer.to},
            target=pointer.to,
        )


def _selections(subject: Subject, questions: Questions) -> Iterator[Fault]:
    for index, selection in enumerate(subject.selections):
        standing = questions.standing(selection.source)
        if standing == "live":
            continue
        code = "selection-unpublished" if standing == "unpublished" else _CODES[standing]
        yield Fault(
            code=code,
            reference=subject.reference,
            field=f"selections-{index}-source",
            about={"target": selection.source},
            target=selection.source,
        )
