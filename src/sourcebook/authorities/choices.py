"""The record's closed lists of words as a form's choices and a column's constraint."""

from typing import Any, get_args

from django.db.models import CheckConstraint, Q


def choices(literal: Any) -> list[tuple[str, str]]:
    """Of a `Literal`, in its order; an underscore is read as a space."""
    return [(word, word.replace("_", " ") or "—") for word in get_args(literal)]


def one_of(literal: Any, field: str) -> CheckConstraint:
    """The database's own word that a column holds nothing but the `Literal`'s values."""
    return CheckConstraint(
        condition=Q(**{f"{field}__in": get_args(literal)}), name=f"%(app_label)s_%(class)s_{field}_is_known"
    )
