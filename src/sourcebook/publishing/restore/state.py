"""Rows that are there already: how they are written over."""

from typing import Any

from django.db import models

from sourcebook.authorities.models import Changed


def settle_draft(row: Any) -> dict[str, Any]:
    """A thing that is not published shows its row from now on; a draft above a published one stays where it is."""
    return {} if row.live else {"has_unpublished_changes": False}


def update_row(row: Any, values: dict[str, Any]) -> None:
    """Write these columns, in the tables of the model and its parents, without what a model's own `save` adds."""
    for name, value in values.items():
        setattr(row, name, value)
    if isinstance(row, Changed):
        row.note_change()
    models.Model.save(row)
