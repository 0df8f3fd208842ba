"""The period of a collection as a theme, with the foreword as its introduction."""

from collections.abc import Callable

from sourcebook.ingest.slugs import slug
from sourcebook.ingest.tei.block import read
from sourcebook.ingest.tei.essays.body import body_of
from sourcebook.ingest.tei.header import find
from sourcebook.ingest.tei.reading import Reading
from sourcebook.ingest.tei.sketch import Import, Sketch
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Theme
from sourcebook.record.reference import slug_of
from sourcebook.standards.markdown.inline import Resolve
from sourcebook.standards.markdown.words import Pointer
from sourcebook.standards.tei import Element, children, local, text_of, xml_id


def read_theme(
    volume: Volume, shared: Import, point: Callable[[Element], Pointer | None], title: str, address: str
) -> str:
    """Sketch the theme; its reference."""
    reading = Reading(volume, point=point)
    front = find(volume.root, "text", "front")
    sections = list(children(front, "div")) if front is not None else []
    for section in sections:
        head = next(children(section, "head"), None)
        if head is not None and section is sections[0]:
            title = text_of(head, without=("note",))
        reading.see(section)
        for child in section:
            if local(child) and (child is not head or section is not sections[0]):
                read(reading, child)
    reading.finish()
    reference = shared.free("theme", slug(title, "period"))
    shared.targets.addresses[address] = reference
    for section in sections:
        shared.targets.places[volume.identifier, xml_id(section)] = reference

    def make(resolve: Resolve) -> Theme:
        body = body_of(reading, resolve)
        return Theme(
            slug=slug_of(reference),
            legacy_addresses=(address,),
            title={volume.language: title},
            introduction={volume.language: body} if body else {},
        )

    shared.sketches.append(Sketch(reference, volume.origin(sections[0] if sections else volume.root), make))
    return reference
