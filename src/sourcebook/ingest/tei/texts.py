"""Any other TEI: one text, one source."""

from collections.abc import Iterator

import msgspec

from sourcebook.ingest.slugs import slug
from sourcebook.ingest.tei.block import read
from sourcebook.ingest.tei.dates import date_of
from sourcebook.ingest.tei.header import credited, every, find, find_language, statements, titles
from sourcebook.ingest.tei.reading import Reading
from sourcebook.ingest.tei.rights import licence_rights
from sourcebook.ingest.tei.sketch import Import, Sketch, text_version
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Contribution, ProvenanceEvent, Rights, Source
from sourcebook.record.reference import slug_of
from sourcebook.standards.markdown.inline import Resolve
from sourcebook.standards.tei import Element, local, name_of, text_of
from sourcebook.vocabulary.dates import HistoricalDate


def read_text(volume: Volume, shared: Import) -> None:
    """Sketch one source with all that stands in the file's `text`."""
    volume.language = find_language(volume)
    reference = shared.free("source", slug(volume.identifier, "text"))
    shared.targets.places[volume.identifier, ""] = reference
    reading = Reading(volume)
    text = find(volume.root, "text")
    for part in text if text is not None else ():
        if local(part):
            read(reading, part)
    reading.finish()
    shared.place(reading, reference)
    source = _source(volume, reference)

    def make(resolve: Resolve) -> Source:
        return msgspec.structs.replace(source, texts=text_version(reading, resolve))

    shared.sketches.append(Sketch(reference, volume.origin(volume.root), make))


def _source(volume: Volume, reference: str) -> Source:
    posted = [
        date_of(date, volume)
        for date in statements(volume.root, "publicationStmt", "date")
        if not _created(date)
    ]
    return Source(
        slug=slug_of(reference),
        medium="text",
        title=titles(volume) or {volume.language: volume.identifier},
        languages=(volume.language,),
        date=_date(volume),
        contributions=_makers(volume),
        provenance=tuple(ProvenanceEvent(type="published", date=date) for date in posted if date),
        rights=_rights(volume),
    )


def _makers(volume: Volume) -> tuple[Contribution, ...]:
    found = [
        *credited(volume.root, "author", "author"),
        *credited(volume.root, "editor", "editor"),
        *credited(volume.root, "sponsor", "sponsor"),
    ]
    return tuple(dict.fromkeys(found))


def _created(date: Element) -> bool:
    return date.get("type") in ("created", "creation", "content-date")


def _dates(volume: Volume) -> Iterator[Element]:
    """Dates of the text itself, the surest first."""
    yield from every(volume.root, "teiHeader", "profileDesc", "creation", "date")
    yield from filter(_created, statements(volume.root, "publicationStmt", "date"))
    for line in volume.root.iter(name_of("dateline")):
        yield from line.iter(name_of("date"))


def _date(volume: Volume) -> HistoricalDate | None:
    return next(filter(None, (date_of(date, volume) for date in _dates(volume))), None)


def _rights(volume: Volume) -> Rights:
    for licence in statements(volume.root, "publicationStmt", "availability", "licence"):
        return licence_rights(licence.get("target") or text_of(licence), volume)
    return Rights()
