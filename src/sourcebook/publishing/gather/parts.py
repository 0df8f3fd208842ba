"""Rows that belong to a thing, as parts of its record."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sourcebook.publishing.gather.referents import Referents
from sourcebook.record import Contribution, ExternalIdentifier, Name, Relation

LOADED = "_rows_loaded"


class Row(Protocol):
    """What is kept in an order of its own."""

    sort_order: int | None


def load_rows(owners: Sequence[Any], names: Iterable[str]) -> None:
    """Fetch the rows of these relations, one query each; Django's own prefetching takes three times as long."""
    for path in names:
        above, _, below = path.rpartition("__")
        belong_to = [row for owner in owners for row in rows(owner, above)] if above else owners
        if not belong_to:
            continue
        relation = belong_to[0]._meta.get_field(below)
        column = relation.field.attname
        found = relation.related_model._default_manager.filter(
            **{f"{column}__in": [one.pk for one in belong_to]}
        )
        grouped = defaultdict(list)
        for row in found.order_by("sort_order", "pk"):
            grouped[getattr(row, column)].append(row)
        for one in belong_to:
            one.__dict__.setdefault(LOADED, {})[below] = grouped[one.pk]


def rows(owner: Any, name: str) -> list[Any]:
    """The rows of one relation in their order: those that were loaded, else what the database or a draft holds."""
    loaded: list[Any] | None = owner.__dict__.get(LOADED, {}).get(name)
    if loaded is not None:
        return loaded
    found: Iterable[Row] = getattr(owner, name).all()
    return sorted(found, key=lambda row: (row.sort_order is None, row.sort_order or 0))


def addresses(owner: Any) -> dict[str, Any]:
    """What every record has, but its slug."""
    return {
        "id": owner.identifier,
        "former_slugs": tuple(row.slug for row in rows(owner, "former_slugs")),
        "legacy_addresses": tuple(row.path for row in rows(owner, "legacy_addresses")),
    }


def names(owner: Any) -> tuple[Name, ...]:
    return tuple(
        Name(
            text=row.text,
            language=row.language,
            use=row.use,
            romanisation=row.romanisation,
            sort_as=row.sort_as,
            during=row.during,
        )
        for row in rows(owner, "names")
    )


def identifiers(owner: Any) -> tuple[ExternalIdentifier, ...]:
    return tuple(ExternalIdentifier(scheme=row.scheme, value=row.value) for row in rows(owner, "identifiers"))


def contributions(owner: Any, to: Referents) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(role=row.role, agent=to.authority(row.agent_id), credited_as=row.credited_as)
        for row in rows(owner, "contributions")
    )


def relation(row: Any, end: str) -> Relation:
    return Relation(
        type=row.type, to=end, certainty=row.certainty, rationale=row.rationale, evidence=row.evidence
    )
