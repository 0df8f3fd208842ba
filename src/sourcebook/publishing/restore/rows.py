"""Rows that belong to things: collected first, then written a table at a time."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Model

from sourcebook.publishing.restore.desk_keys import BATCH, DeskKeys, batches
from sourcebook.record import Contribution, ExternalIdentifier, Relation


class Rows:
    """Rows to be written, each numbered in its place below its owner."""

    def __init__(self) -> None:
        self._new: dict[type[Model], list[Any]] = defaultdict(list)

    def add(self, model: type[Model], values: Iterable[dict[str, Any]], **owner: Any) -> list[Any]:
        """Rows of one owner, in order; their keys are known after `write`."""
        made = [model(sort_order=number, **owner, **fields) for number, fields in enumerate(values)]
        self._new[model].extend(made)
        return made

    def write(self) -> None:
        """Tables in the order in which they were first added to, so that owners precede what they own."""
        for model, rows in self._new.items():
            model._default_manager.bulk_create(rows, batch_size=BATCH)
        self._new.clear()


def clear_rows(model: type[Model], column: str, owners: Iterable[int]) -> None:
    """Delete the rows of these owners, and what belongs to them."""
    for batch in batches(owners):
        model._default_manager.filter(**{f"{column}__in": batch}).delete()


def insert_children(model: Any, instances: list[Any]) -> None:
    """Insert the rows of a child table whose parent rows are there: what `bulk_create` refuses to do."""
    fields = model._meta.local_concrete_fields
    size = max(1, (connection.features.max_query_params or 65_535) // len(fields))
    for start in range(0, len(instances), size):
        model._base_manager._insert(instances[start : start + size], fields=fields, using=connection.alias)


def contributions(byline: Iterable[Contribution], keys: DeskKeys) -> Iterable[dict[str, Any]]:
    for line in byline:
        yield {"role": line.role, "agent_id": keys.get(line.agent), "credited_as": line.credited_as}


def identifiers(of: Iterable[ExternalIdentifier]) -> Iterable[dict[str, Any]]:
    for one in of:
        yield {"scheme": one.scheme, "value": one.value}


def relation(of: Relation) -> dict[str, Any]:
    """All but the other end."""
    return {"type": of.type, "certainty": of.certainty, "rationale": of.rationale, "evidence": of.evidence}
