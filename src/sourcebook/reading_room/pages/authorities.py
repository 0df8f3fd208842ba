"""Pages of people, organisations, places, events and terms: all their names, what is known, who speaks of them."""

from typing import NamedTuple

from markupsafe import Markup, escape

from sourcebook.reading_room import labels
from sourcebook.reading_room.addresses import address_of, folder_of, permanent
from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.credits import Credit, credit
from sourcebook.reading_room.dating import as_written, dated
from sourcebook.reading_room.entries.shortly import title_of
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.linked import linked_data_of
from sourcebook.reading_room.pages.cited import TOGETHER, Citing, citing
from sourcebook.reading_room.pages.composing import compose
from sourcebook.reading_room.pages.sheet import Crumb, lay_out, own_words
from sourcebook.reading_room.pages.ties import ties
from sourcebook.reading_room.pictures import shown_of
from sourcebook.record import Authority, Event, Name, Organisation, Person, Place, Term
from sourcebook.vocabulary.dates import HistoricalDate


class NameShown(NamedTuple):
    """One of its names."""

    text: str
    language: str
    use: str
    """The language, the use and the romanisation, in words."""
    during: Markup
    """When it was called so."""
    as_written: str


class Fact(NamedTuple):
    """A date, a place, or both, under a label."""

    label: str
    date: Markup
    place: Credit | None
    reason: str
    as_written: str


def authority(leaf: Leaf) -> Made:
    held = leaf.reading.publication(leaf.argument)
    record = held.record if held else None
    if not isinstance(record, Person | Organisation | Place | Event | Term):
        return None
    own = [record.reference, *(f"{record.kind}:{slug}" for slug in record.former_slugs)]
    found = citing(leaf, own)
    title = leaf.say(title_of(record))
    description = leaf.say(record.description)
    folder = folder_of(record.kind)  # type: ignore[arg-type]
    image = shown_of(leaf, record.image)
    return lay_out(
        leaf,
        "authority.html",
        address_of(record),
        title,
        description=leaf.say(record.summary).text or description.text,
        crumbs=[
            Crumb(leaf.address(folder), own_words(leaf, getattr(leaf.words, f"nav_{_PLURAL[record.kind]}")))
        ],
        data=linked_data_of(leaf, record),
        record=record,
        summary=leaf.say(record.summary),
        names=[_name(leaf, name) for name in record.names if name.text != title.text],
        facts=_facts(leaf, record),
        text=compose(leaf, description),
        text_language=description.language,
        image=image,
        image_address=leaf.href(record.image),
        ties=ties(leaf, record.relations, found),
        subjects=[one for one in found if one.kind == "subject"],
        sources=[one for one in found if one.kind == "source" and not _relates_only(one)],
        others=[
            one
            for one in found
            if one.kind not in ("subject", "source", "archive") and not _relates_only(one)
        ],
        found_more=leaf.address(f"{address_of(record)}mentions/") if len(found) >= TOGETHER else "",
        identifiers=[(one.scheme, one.value, _link(one.scheme, one.value)) for one in record.identifiers],
        permanent=leaf.site.base + (permanent(record.id) if record.id else address_of(record)),
    )


_PLURAL = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "event": "events",
    "term": "glossary",
}


def _relates_only(one: Citing) -> bool:
    return all(place.manner == "relates" for place in one.places)


def _name(leaf: Leaf, name: Name) -> NameShown:
    words = [labels.tongue(name.language, leaf.language)] if name.language else []
    if name.use != "preferred":
        words.append(str(getattr(leaf.words, f"use_{name.use}")))
    if name.romanisation:
        words.append(name.romanisation.upper())
    return NameShown(
        name.text, name.language, ", ".join(words), dated(name.during, leaf), as_written(name.during)
    )


def _facts(leaf: Leaf, record: Authority) -> list[Fact]:
    words = leaf.words
    if isinstance(record, Person):
        return [
            *_fact(leaf, words.born, record.born, record.birth_place),
            *_fact(leaf, words.died, record.died, record.death_place),
        ]
    if isinstance(record, Organisation):
        return [
            *_fact(leaf, words.founded, record.founded, ""),
            *_fact(leaf, words.dissolved, record.dissolved, ""),
            *_fact(leaf, words.seat, None, record.place),
        ]
    if isinstance(record, Event):
        return [*_fact(leaf, words.when, record.date, ""), *_fact(leaf, words.where, None, record.place)]
    if isinstance(record, Place) and record.latitude is not None and record.longitude is not None:
        return [
            Fact(words.coordinates, escape(_coordinates(record.latitude, record.longitude)), None, "", "")
        ]
    return []


def _fact(leaf: Leaf, label: str, date: HistoricalDate | None, place: str) -> list[Fact]:
    if date is None and not place:
        return []
    return [
        Fact(
            label,
            dated(date, leaf),
            credit(leaf, place) if place else None,
            date.reason if date else "",
            as_written(date),
        )
    ]


def _coordinates(latitude: float, longitude: float) -> str:
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.4g}° {north}, {abs(longitude):.4g}° {east}"


_RESOLVERS = {
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "lcnaf": "https://id.loc.gov/authorities/names/{}",
    "isni": "https://isni.org/isni/{}",
    "orcid": "https://orcid.org/{}",
    "geonames": "https://www.geonames.org/{}",
    "tgn": "https://vocab.getty.edu/tgn/{}",
    "ulan": "https://vocab.getty.edu/ulan/{}",
    "aat": "https://vocab.getty.edu/aat/{}",
}


def _link(scheme: str, value: str) -> str:
    if value.startswith("https://"):
        return value
    return _RESOLVERS[scheme].format(value) if scheme in _RESOLVERS else ""
