"""What a document's heading, file number and dateline say: form, sender and addressee, holding, date."""

import re
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext

from sourcebook.ingest.tei.dates import date_of, read_words
from sourcebook.ingest.tei.inline import is_printed_inline
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Contribution, Holding
from sourcebook.standards.tei import Element, children, local, name_of, text_of
from sourcebook.vocabulary.dates import DateError, HistoricalDate, print_date, read_date

FRUS = "{http://history.state.gov/frus/ns/1.0}"
_ROLES = {"from": "sender", "to": "addressee"}
_FORMS = re.compile(
    r"(?:No\. )?(?:\d+\. )?((?:Circular |Despatch |Information )?(?:Telegram|Airgram|Cablegram|Despatch|Dispatch|"
    r"Letter|Instruction|Note|Message|Report|Minutes|"
    r"Memorandum(?: of (?:a )?(?:Telephone )?(?:Conversation|Discussion))?|"
    r"Aide-Mémoire|Editorial Note|National Intelligence Estimate|Intelligence Report|Paper|Circular|Extract))\b"
)
_BRACKETED = re.compile(r"\[([A-Z][\w ’'-]*?)(?:[—–-].*)?\.?\]")
_FORMS_IN_BRACKETS = frozenset(
    ("Telegram", "Cablegram", "Circular telegram", "Letter", "Memorandum", "Aide-Mémoire", "Note", "Circular")
)
_FILE_NUMBER = re.compile(r"File No\. (.+?)\.?")
_SOURCE = re.compile(
    r"Source: Department of State, (Central Files|[^,.]+ Files(?:: Lot [^,.]+)?), (\S*\d/\S+?)\.(?: |$)"
)


def form_of(document: Element) -> str:
    """The form said in brackets or at the beginning of the heading; empty where none is said."""
    if document.get("subtype") == "editorial-note":
        return "Editorial note"
    for remark in remarks(document):
        if (match := _BRACKETED.fullmatch(remark)) and match[1] in _FORMS_IN_BRACKETS:
            return match[1]
    head = next(children(document, "head"), None)
    match = _FORMS.match(text_of(head, without=("note",))) if head is not None else None
    return match[1].capitalize() if match else ""


def remarks(document: Element) -> Iterator[str]:
    """Notes printed at the head of a document: its file number, `[Telegram]`."""
    for note in children(document, "note"):
        if is_printed_inline(note):
            yield text_of(note)


def holdings(document: Element, department: str) -> tuple[Holding, ...]:
    """Where the original lies, if the file number or the source note says it in a known way."""
    found = [
        Holding(organisation=department, call_number=match[1])
        for remark in remarks(document)
        if (match := _FILE_NUMBER.fullmatch(remark))
    ]
    for note in document.iterfind(f"{name_of('head')}//{name_of('note')}"):
        if note.get("type") == "source" and (match := _SOURCE.match(text_of(note))):
            found.append(Holding(organisation=department, collection=match[1], call_number=match[2]))
    return tuple(found)


def correspondents(document: Element, volume: Volume, people: dict[str, str]) -> tuple[Contribution, ...]:
    """Sender and addressee as the heading names them: a listed person, or the words."""
    found: list[Contribution] = []
    for head in children(document, "head"):
        for named in head.iter(name_of("persName"), name_of("gloss"), name_of("orgName")):
            role = _ROLES.get(named.get("type") or "")
            words = text_of(named, without=("note",))
            if not role or not words:
                continue
            person = people.get((named.get("corresp") or named.get("ref") or "").removeprefix("#"), "")
            found.append(Contribution(role=role, agent=person, credited_as="" if person else words))
    return tuple(dict.fromkeys(found))


def dateline_of(document: Element) -> Element | None:
    """The document's own dateline, not one of what is attached to it."""
    found = (line for line in document.iter(name_of("dateline")) if not _attached(line, document))
    return next(found, None)


def _attached(line: Element, document: Element) -> bool:
    for up in line.iterancestors():
        if up is document:
            return False
        if local(up) in ("attachment", "quote", "floatingText"):
            return True
    return False


def date_of_document(document: Element, volume: Volume) -> HistoricalDate | None:
    """The date of the dateline; without one, the bounds the editors give, or the dateline's words."""
    line = dateline_of(document)
    if line is not None:
        for element in line.iter(name_of("date")):
            if date := date_of(element, volume):
                return date
    words = _undated(line)
    first, last = (document.get(f"{FRUS}doc-dateTime-{end}") or "" for end in ("min", "max"))
    first, last = first.partition("T")[0], last.partition("T")[0]
    if first and last:
        edtf = first if first == last else f"{first}/{last}"
        try:
            given = read_date(words or edtf, edtf=edtf, reason="The bounds that the volume’s editors give.")
            return (
                given
                if words
                else msgspec.structs.replace(given, as_written=print_date(given, volume.language))
            )
        except DateError as error:
            volume.notice(
                gettext("The bounds “%(edtf)s” of the document's date are no date: %(error)s")
                % {"edtf": edtf, "error": error},
                document,
            )
    return read_words(words, document, volume) if words else None


def _undated(line: Element | None) -> str:
    """The words of a dateline after the place."""
    if line is None:
        return ""
    place = next(line.iter(name_of("placeName")), None)
    words = text_of(line, without=("note",))
    return words.removeprefix(text_of(place) if place is not None else "").lstrip(" ,.;").rstrip()
