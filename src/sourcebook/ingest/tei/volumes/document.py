"""One document of a volume as a source."""

from dataclasses import dataclass

from sourcebook.ingest.tei.volume import Volume
from sourcebook.ingest.tei.volumes.heading import (
    correspondents,
    date_of_document,
    dateline_of,
    form_of,
    holdings,
)
from sourcebook.record import Rights, Source
from sourcebook.record.reference import slug_of
from sourcebook.standards.tei import Element, children, name_of, text_of


@dataclass(frozen=True, slots=True)
class Around:
    """What the documents of a volume share."""

    volume: Volume
    reference: str
    """The volume's own source."""
    rights: Rights
    department: str
    people: dict[str, str]
    places: dict[Element, str]


def title_of(document: Element) -> str:
    """The heading without its notes; a document without one is called by its number."""
    head = next(children(document, "head"), None)
    return (
        text_of(head, without=("note",)) if head is not None else ""
    ) or f"Document {document.get('n') or ''}".strip()


def document_source(document: Element, reference: str, position: int, around: Around) -> Source:
    """Everything about the document but its text, which waits for all files to be read."""
    language = around.volume.language
    form = form_of(document)
    line = dateline_of(document)
    place = next(line.iter(name_of("placeName")), None) if line is not None else None
    return Source(
        slug=slug_of(reference),
        medium="text",
        title={language: title_of(document)},
        form={language: form} if form else {},
        languages=(language,),
        date=date_of_document(document, around.volume),
        contributions=correspondents(document, around.volume, around.people),
        place=around.places.get(place, "") if place is not None else "",
        part_of=around.reference,
        position=position,
        holdings=holdings(document, around.department),
        rights=around.rights,
    )
