from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from modelcluster.fields import ParentalKey

from sourcebook.publishing.gather.errors import NotOnDesk
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore.desk_keys import batches
from sourcebook.publishing.uses.keeping import forget
from sourcebook.record import kind_of, slug_of


def remove(reference: str) -> None:
    """Take a thing off the desk, as after an import that is undone; `NotOnDesk` where it is not there.

    A StillPublished or StillUsed error where readers see it or others point to it.
    """
    model = MODELS.get(kind_of(reference))
    row = model._default_manager.filter(slug=slug_of(reference)).first() if model else None
    if row is None:
        raise NotOnDesk(reference)
    with transaction.atomic():
        row.delete()


LAST_FIRST = ("subject", "theme", "year", "source", "event", "person", "organisation", "term", "place")
"""Kinds in the order in which they go: what points before what is pointed to."""

OURS = ("authorities", "sources", "subjects")


def remove_all(references: Iterable[str]) -> None:
    """Take many things off the desk that may point to each other, and to which nothing else does.

    A StillPublished or StillUsed error, and nothing is removed, where readers see one or others point to it.
    """
    slugs: dict[str, list[str]] = defaultdict(list)
    for reference in references:
        slugs[kind_of(reference)].append(slug_of(reference))
    with transaction.atomic():
        rows: list[Any] = []
        for kind in LAST_FIRST:
            for batch in batches(slugs[kind]):
                rows += MODELS[kind]._default_manager.filter(slug__in=batch)
        forget(row.identifier for row in rows)
        for row in rows:
            _let_go(row)
        for row in rows:
            row.delete()


def _let_go(row: Any) -> None:
    """Drop all by which a thing points to others; `former_slugs` and names go with the row itself."""
    for relation in row._meta.get_fields(include_hidden=True):
        if relation.auto_created and relation.one_to_many and isinstance(relation.field, ParentalKey):
            relation.related_model._base_manager.filter(**{relation.field.name: row.pk}).delete()
    keys = [
        field.name
        for field in row._meta.concrete_fields
        if field.is_relation and field.null and field.related_model._meta.app_label in OURS
    ]
    if keys:
        type(row)._default_manager.filter(pk=row.pk).update(**dict.fromkeys(keys))
