"""Authors of plays, with their names in several languages."""

import msgspec

from sourcebook.ingest.tei.header import statements
from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Contribution, ExternalIdentifier, Name
from sourcebook.standards.tei import Element, children, language_of, text_of


def authors(volume: Volume, shared: Import) -> tuple[Contribution, ...]:
    """A line of the byline for each author; one without a structured name is credited as printed."""
    found: list[Contribution] = []
    for author in statements(volume.root, "titleStmt", "author"):
        names = tuple(_name(named, volume) for named in children(author, "persName") if text_of(named))
        if names:
            found.append(Contribution(role="author", agent=_person(author, names, volume, shared)))
        elif text_of(author):
            found.append(Contribution(role="author", credited_as=text_of(author)))
    return tuple(found)


def _person(author: Element, names: tuple[Name, ...], volume: Volume, shared: Import) -> str:
    identifiers = tuple(
        ExternalIdentifier(scheme=number.get("type") or "", value=text_of(number))
        for number in children(author, "idno")
        if number.get("type") and text_of(number)
    )
    shown: set[str] = set()
    given: list[Name] = []
    for name in names:
        given.append(msgspec.structs.replace(name, use="variant") if name.language in shown else name)
        shown.add(name.language)
    called = next((name.text for name in names if name.language.startswith("en")), names[0].text)
    return shared.authorities.take(
        "person", tuple(given), volume.origin(author), identifiers=identifiers, called=called
    )


def _name(named: Element, volume: Volume) -> Name:
    surname = " ".join(text_of(part) for part in children(named, "surname"))
    others = " ".join(text_of(part) for part in children(named, "forename"))
    return Name(
        text=text_of(named),
        language=language_of(named) or volume.language,
        sort_as=f"{surname}, {others}" if surname and others else "",
    )
