"""A play as a text source: its people, acts, speeches and stage directions are passages."""

import msgspec

from sourcebook.ingest.slugs import slug
from sourcebook.ingest.tei.block import read
from sourcebook.ingest.tei.header import find, find_language, statements, titles
from sourcebook.ingest.tei.plays.authors import authors
from sourcebook.ingest.tei.plays.history import date_written, history
from sourcebook.ingest.tei.plays.origin import holdings, identifiers, rights
from sourcebook.ingest.tei.reading import Reading
from sourcebook.ingest.tei.sketch import Import, Sketch, text_version
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Source
from sourcebook.record.reference import slug_of
from sourcebook.standards.markdown.escaping import escape, escape_start
from sourcebook.standards.markdown.inline import Resolve
from sourcebook.standards.tei import Element, language_of, local, name_of, text_of


def is_play(root: Element) -> bool:
    """Whether somebody speaks in its body."""
    return next(root.iter(name_of("sp")), None) is not None


def read_play(volume: Volume, shared: Import) -> None:
    """Sketch the play and make its author; characters are imagined, so they are names in speeches only."""
    volume.language = find_language(volume)
    named = titles(volume)
    wanted = slug(volume.file_name, "") or slug(volume.identifier, "play")
    reference = shared.free("source", wanted)
    shared.targets.places[volume.identifier, ""] = reference
    reading = Reading(volume)
    text = find(volume.root, "text")
    for part in text if text is not None else ():
        if local(part):
            read(reading, part)
    reading.finish()
    shared.place(reading, reference)
    source = Source(
        slug=slug_of(reference),
        medium="text",
        title=named or {volume.language: volume.identifier},
        description=_subtitles(volume),
        form={"en": "Play", "ru": "Пьеса"},
        languages=(volume.language,),
        date=date_written(volume),
        contributions=authors(volume, shared),
        holdings=holdings(volume),
        provenance=history(volume),
        identifiers=identifiers(volume),
        rights=rights(volume),
    )

    def make(resolve: Resolve) -> Source:
        return msgspec.structs.replace(source, texts=text_version(reading, resolve))

    shared.sketches.append(Sketch(reference, volume.origin(volume.root), make))


def _subtitles(volume: Volume) -> dict[str, str]:
    found: dict[str, str] = {}
    for title in statements(volume.root, "titleStmt", "title"):
        if title.get("type") == "sub" and text_of(title):
            found.setdefault(language_of(title) or volume.language, escape_start(escape(text_of(title))))
    return found
