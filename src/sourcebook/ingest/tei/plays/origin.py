"""Where an edition of a play was taken from, under what licence, and its numbers elsewhere."""

from collections.abc import Iterator

from sourcebook.ingest.tei.header import every, statements
from sourcebook.ingest.tei.rights import licence_rights
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import ExternalIdentifier, Holding, Rights
from sourcebook.standards.tei import Element, children, name_of, text_of, xml_id

_ENTITY = "wikidata.org/entity/"


def holdings(volume: Volume) -> tuple[Holding, ...]:
    """The digital text it was taken from, with the print edition behind that as a note."""
    return tuple(
        filter(None, (_holding(bibl, volume) for bibl in statements(volume.root, "sourceDesc", "bibl")))
    )


def _holding(bibl: Element, volume: Volume) -> Holding | None:
    name = " ".join(text_of(part) for part in children(bibl, "name"))
    link = next((text_of(n) for n in children(bibl, "idno") if n.get("type") == "URL"), "")
    printed = [text_of(title) for inner in children(bibl, "bibl") for title in children(inner, "title")]
    note = " ".join(filter(None, printed))
    if not (name or link):
        return None
    return Holding(repository=name or link, link=link, note={volume.language: note} if note else {})


def rights(volume: Volume) -> Rights:
    """The licence of the edition; another that its source text is under is said in the note."""
    licences = list(statements(volume.root, "publicationStmt", "availability", "licence"))
    given = (
        licence_rights(licences[0].get("target") or text_of(licences[0]), volume) if licences else Rights()
    )
    others = [
        text_of(licence)
        for bibl in statements(volume.root, "sourceDesc", "bibl")
        for licence in bibl.iter(name_of("licence"))
        if text_of(licence)
    ]
    if not others:
        return given
    said = f"The text it was taken from is offered under {', '.join(others)}."
    return Rights(statement=given.statement, note={**given.note, "en": said})


def identifiers(volume: Volume) -> tuple[ExternalIdentifier, ...]:
    """The edition's own identifier, and the work's in Wikidata."""
    found = [ExternalIdentifier(scheme="dracor", value=xml_id(volume.root))] if _is_dracor(volume) else []
    for relation in every(volume.root, "standOff", "listRelation", "relation"):
        _, entity, value = (relation.get("passive") or "").partition(_ENTITY)
        if entity and value and relation.get("name") == "wikidata":
            found.append(ExternalIdentifier(scheme="wikidata", value=value))
    return tuple(found)


def _is_dracor(volume: Volume) -> bool:
    return bool(xml_id(volume.root)) and any("DraCor" in text for text in _publishers(volume))


def _publishers(volume: Volume) -> Iterator[str]:
    return (text_of(publisher) for publisher in statements(volume.root, "publicationStmt", "publisher"))
