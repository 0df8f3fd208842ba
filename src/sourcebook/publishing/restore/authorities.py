"""Authorities: first all of them bare, then what they say of each other."""

from collections.abc import Sequence
from typing import Any

from sourcebook import record as r
from sourcebook.authorities.languages import archive_languages
from sourcebook.authorities.models import (
    AUTHORITIES,
    Authority,
    ExternalIdentifier,
    FormerSlug,
    LegacyAddress,
    Name,
    Relation,
)
from sourcebook.authorities.models.names import heading
from sourcebook.publishing.restore.desk_keys import DeskKeys
from sourcebook.publishing.restore.identity import find, identify
from sourcebook.publishing.restore.rows import Rows, clear_rows, identifiers, insert_children, relation
from sourcebook.publishing.restore.state import settle_draft, update_row
from sourcebook.publishing.restore.words import write_name_words

OWNED = (Name, ExternalIdentifier, Relation, FormerSlug, LegacyAddress)


def _shared(record: r.Authority, languages: Sequence[str]) -> dict[str, Any]:
    return {
        "slug": record.slug,
        "kind": record.kind,
        "heading": heading(record.names, languages) or record.slug,
        "summary": record.summary,
        "description": record.description,
        "image": record.image,
    }


def _own(record: Any, keys: DeskKeys) -> dict[str, Any]:
    """What only this kind has."""
    match record:
        case r.Person():
            return {
                "born": record.born,
                "died": record.died,
                "birth_place_id": keys.get(record.birth_place),
                "death_place_id": keys.get(record.death_place),
            }
        case r.Organisation():
            return {
                "founded": record.founded,
                "dissolved": record.dissolved,
                "where_id": keys.get(record.place),
            }
        case r.Place():
            return {"latitude": record.latitude, "longitude": record.longitude}
        case r.Event():
            return {"date": record.date, "where_id": keys.get(record.place)}
    return {}


def _rows(record: r.Authority, key: int, keys: DeskKeys, rows: Rows) -> None:
    rows.add(
        Name,
        (
            {
                "text": name.text,
                "language": name.language,
                "use": name.use,
                "romanisation": name.romanisation,
                "sort_as": name.sort_as,
                "during": name.during,
            }
            for name in record.names
        ),
        authority_id=key,
    )
    rows.add(ExternalIdentifier, identifiers(record.identifiers), authority_id=key)
    rows.add(
        FormerSlug, ({"slug": slug, "kind": record.kind} for slug in record.former_slugs), authority_id=key
    )
    rows.add(LegacyAddress, ({"path": path} for path in record.legacy_addresses), authority_id=key)
    ends = (
        {"to_source": one.to} if r.kind_of(one.to) == "source" else {"to_id": keys[one.to]}
        for one in record.relations
    )
    rows.add(
        Relation,
        (relation(one) | end for one, end in zip(record.relations, ends, strict=True)),
        authority_id=key,
    )


def _bare(kind: str, records: Sequence[Any], keys: DeskKeys, languages: Sequence[str]) -> list[int]:
    """Write the rows of one kind without what belongs to them; the keys of those that were there before."""
    model = AUTHORITIES[kind]
    there = find(kind, records)
    new = [record for record in records if record.slug not in there]
    given = identify(kind, new)
    parents = [
        Authority(identifier=given[record.slug], live=False, **_shared(record, languages)) for record in new
    ]
    for parent in parents:
        parent.note_change()
    Authority.objects.bulk_create(parents, batch_size=500)
    children = [
        model(authority_ptr_id=parent.pk, **_own(record, keys))
        for record, parent in zip(new, parents, strict=True)
    ]
    insert_children(model, children)
    for record, parent in zip(new, parents, strict=True):
        keys.add(record.reference, parent.pk)
    for record in records:
        if row := there.get(record.slug):
            update_row(row, {**_shared(record, languages), **_own(record, keys), **settle_draft(row)})
            keys.add(record.reference, row.pk)
    return [row.pk for row in there.values()]


def write_authorities(records: Sequence[Any], keys: DeskKeys) -> None:
    """Places come first, because the others point to them."""
    languages = archive_languages()
    old: list[int] = []
    for kind in AUTHORITIES:
        old += _bare(kind, [record for record in records if record.kind == kind], keys, languages)
    for model in OWNED:
        clear_rows(model, "authority", old)
    rows = Rows()
    for record in records:
        _rows(record, keys[record.reference], keys, rows)
    rows.write()
    write_name_words(records, keys, old)
