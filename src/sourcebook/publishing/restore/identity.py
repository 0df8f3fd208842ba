"""Which row a record is: the one with its identifier, else the one with its slug, else a new one."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from sourcebook.authorities.identifiers import mint
from sourcebook.authorities.models import Identifier
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore.desk_keys import batches
from sourcebook.publishing.restore.errors import RestoreError
from sourcebook.record import Record


def find(kind: str, records: Sequence[Record]) -> dict[str, Any]:
    """The rows that are there, by the slug of the record that each stands for."""
    manager = MODELS[kind]._default_manager
    by_identifier: dict[str, Any] = {}
    by_slug: dict[str, Any] = {}
    for batch in batches(record.id for record in records if record.id):
        by_identifier.update((row.identifier, row) for row in manager.filter(identifier__in=batch))
    for batch in batches(record.slug for record in records):
        by_slug.update((row.slug, row) for row in manager.filter(slug__in=batch))
    found = {}
    for record in records:
        row = by_identifier.get(record.id) or by_slug.get(record.slug)
        if row is None:
            continue
        if record.id and row.identifier != record.id:
            raise RestoreError(
                gettext(
                    "%(reference)s has the identifier %(identifier)s on the desk and %(id)s here: give "
                    "the new one another slug, or leave its identifier out."
                )
                % {"reference": record.reference, "identifier": row.identifier, "id": record.id}
            )
        found[record.slug] = row
    return found


def identify(kind: str, records: Sequence[Record]) -> dict[str, str]:
    """An identifier for each new record, by slug: its own, or one that is minted now."""
    own = {record.slug: record.id for record in records if record.id}
    taken: dict[str, str] = {}
    for batch in batches(own.values()):
        taken.update(Identifier.objects.filter(value__in=batch).values_list("value", "kind"))
    for slug, identifier in own.items():
        if taken.get(identifier, kind) != kind:
            raise RestoreError(
                gettext(
                    "%(kind)s:%(slug)s has the identifier %(identifier)s, which belongs to a %(part)s: "
                    "leave it out, so that a new one is given."
                )
                % {"kind": kind, "slug": slug, "identifier": identifier, "part": taken[identifier]}
            )
    if len(set(own.values())) < len(own):
        twice = next(value for value in own.values() if list(own.values()).count(value) > 1)
        both = " and ".join(f"{kind}:{slug}" for slug, value in own.items() if value == twice)
        raise RestoreError(
            gettext("%(both)s have the same identifier %(twice)s: leave it out in one of them.")
            % {"both": both, "twice": twice}
        )
    Identifier.objects.bulk_create(
        Identifier(value=value, kind=kind) for value in own.values() if value not in taken
    )
    return own | mint(kind, [record.slug for record in records if not record.id])
