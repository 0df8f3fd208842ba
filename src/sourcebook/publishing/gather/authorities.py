"""Authorities as records."""

from collections.abc import Callable
from typing import Any

from sourcebook import record
from sourcebook.publishing.gather.parts import addresses, identifiers, names, relation, rows
from sourcebook.publishing.gather.referents import Referents

Fields = dict[str, Any]


def _shared(row: Any, to: Referents) -> Fields:
    return {
        "slug": row.slug,
        **addresses(row),
        "names": names(row),
        "summary": row.summary,
        "description": row.description,
        "image": row.image,
        "identifiers": identifiers(row),
        "relations": tuple(
            relation(one, one.to_source or to.authority(one.to_id)) for one in rows(row, "relations")
        ),
    }


def person(row: Any, to: Referents) -> record.Person:
    return record.Person(
        **_shared(row, to),
        born=row.born,
        died=row.died,
        birth_place=to.authority(row.birth_place_id),
        death_place=to.authority(row.death_place_id),
    )


def organisation(row: Any, to: Referents) -> record.Organisation:
    return record.Organisation(
        **_shared(row, to), founded=row.founded, dissolved=row.dissolved, place=to.authority(row.where_id)
    )


def place(row: Any, to: Referents) -> record.Place:
    return record.Place(**_shared(row, to), latitude=row.latitude, longitude=row.longitude)


def event(row: Any, to: Referents) -> record.Event:
    return record.Event(**_shared(row, to), date=row.date, place=to.authority(row.where_id))


def term(row: Any, to: Referents) -> record.Term:
    return record.Term(**_shared(row, to))


RELATIONS = ("former_slugs", "legacy_addresses", "names", "identifiers", "relations")
GATHERERS: dict[str, Callable[[Any, Referents], record.Record]] = {
    "person": person, "organisation": organisation, "place": place, "event": event, "term": term,
}  # fmt: skip
