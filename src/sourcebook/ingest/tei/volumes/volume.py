"""A volume: a source of its own, with its front matter, chapters and index, of which the documents are parts."""

from collections.abc import Callable

import msgspec

from sourcebook.ingest.slugs import slug
from sourcebook.ingest.tei.block import read
from sourcebook.ingest.tei.header import credited, find, find_language, statements, titles
from sourcebook.ingest.tei.reading import Draft, Reading
from sourcebook.ingest.tei.sketch import Import, Sketch, text_version
from sourcebook.ingest.tei.volume import Volume
from sourcebook.ingest.tei.volumes.document import Around, document_source
from sourcebook.ingest.tei.volumes.lists import read_lists
from sourcebook.ingest.tei.volumes.places import read_places
from sourcebook.ingest.tei.volumes.publication import department_of, publication, rights_of
from sourcebook.record import ExternalIdentifier, Source
from sourcebook.record.reference import slug_of
from sourcebook.standards.markdown.blocks import Item, Listing, Paragraph
from sourcebook.standards.markdown.inline import Resolve
from sourcebook.standards.markdown.words import Inline, Pointer, Run
from sourcebook.standards.tei import Element, local, name_of, text_of, xml_id


def is_volume(root: Element) -> bool:
    """Whether a TEI document has documents, each with an identifier, and an identifier itself."""
    documents = root.iterfind(f".//{name_of('div')}[@type='document']")
    return bool(xml_id(root)) and any(xml_id(document) for document in documents)


def read_volume(volume: Volume, shared: Import) -> None:
    """Sketch the volume and its documents, and make the authorities that its lists and datelines name."""
    volume.language = find_language(volume)
    reference = shared.free("source", slug(volume.identifier, "volume"))
    shared.targets.places[volume.identifier, ""] = reference
    around = Around(
        volume=volume,
        reference=reference,
        rights=rights_of(volume),
        department=department_of(volume, shared),
        people=read_lists(volume, shared),
        places=read_places(volume, shared),
    )
    whole = Reading(volume, point=_knows(around))
    documents = _Documents(around, shared, whole)
    whole.divert = documents.take
    text = find(volume.root, "text")
    shared.sketches.append(Sketch(reference, volume.origin(volume.root), _maker(_about(around), whole)))
    if text is not None:
        for part in text:
            if local(part):
                read(whole, part)
    whole.finish()
    shared.place(whole, reference)


class _Documents:
    """Takes documents out of the volume's own text, and leaves a list of them in their place."""

    def __init__(self, around: Around, shared: Import, whole: Reading) -> None:
        self.around, self.shared, self.whole = around, shared, whole
        self.count = 0
        self.contents: Draft | None = None

    def take(self, element: Element) -> bool:
        if element.get("type") != "document":
            return False
        self.count += 1
        volume, identifier = self.around.volume, xml_id(element)
        number = identifier or f"d{self.count}"
        reference = self.shared.free("source", f"{slug_of(self.around.reference)}-{slug(number, 'd')}")
        reading = Reading(volume, point=self.whole.point)
        self.whole.pass_pages(reading)
        for child in element:
            if local(child):
                read(reading, child)
        reading.pass_pages(self.whole)
        reading.finish()
        if identifier:
            self.shared.targets.places.setdefault((volume.identifier, identifier), reference)
        self.shared.place(reading, reference)
        source = document_source(element, reference, self.count, self.around)
        self.shared.sketches.append(Sketch(reference, volume.origin(element), _maker(source, reading)))
        self._list(source, element)
        return True

    def _list(self, source: Source, element: Element) -> None:
        volume = self.around.volume
        pointer = Pointer("", volume.identifier, element.sourceline or 0, "div", source.reference)
        date = f", {source.date.as_written}" if source.date else ""
        words: list[Inline] = [Run(source.title[volume.language], pointers=(pointer,)), Run(date)]
        item = Item([], [Paragraph(words)])
        last = self.whole.drafts[-1] if self.whole.drafts else None
        if self.contents is not None and last is self.contents and isinstance(last.block, Listing):
            last.block.items.append(item)
            return
        self.contents = Draft("list", Listing([item]), identifier=f"{self.whole.scope_name}contents")
        self.whole.add(self.contents)


def _maker(source: Source, reading: Reading) -> Callable[[Resolve], Source]:
    def make(resolve: Resolve) -> Source:
        return msgspec.structs.replace(source, texts=text_version(reading, resolve))

    return make


def _knows(around: Around) -> Callable[[Element], Pointer | None]:
    """Names of the lists and places of datelines lead to their records, though the file has no target there."""

    def point(element: Element) -> Pointer | None:
        reference = around.places.get(element) or around.people.get(xml_id(element), "")
        if not reference:
            return None
        return Pointer("", around.volume.identifier, element.sourceline or 0, local(element), reference)

    return point


def _about(around: Around) -> Source:
    volume = around.volume
    facts = publication(volume)
    numbers = [(n.get("type") or "", text_of(n)) for n in statements(volume.root, "publicationStmt", "idno")]
    return Source(
        slug=slug_of(around.reference),
        medium="text",
        title=titles(volume) or {volume.language: volume.identifier},
        languages=(volume.language,),
        date=facts.date if facts else None,
        contributions=tuple(credited(volume.root, "editor", "editor")),
        provenance=(facts,) if facts else (),
        identifiers=tuple(
            ExternalIdentifier(scheme=scheme, value=value) for scheme, value in numbers if scheme and value
        ),
        rights=around.rights,
    )
