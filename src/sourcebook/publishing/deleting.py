"""What may not be deleted: what readers see, and what other things point to.

A field that points by key is asked for in its own table, so that no index has to be believed; the index of uses knows
the rest: drafts, fields that point by reference, and links in texts.
"""

from collections.abc import Iterator
from typing import Any

from modelcluster.fields import ParentalKey

from sourcebook.authorities.models import AbstractWord
from sourcebook.errors import SourcebookError
from sourcebook.publishing import log
from sourcebook.publishing.uses.keeping import references_of, uses_of
from sourcebook.sentences import Sentence


class StillPublished(SourcebookError):  # noqa: N818
    """The thing is in the reading room."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            Sentence("{reference} is published: unpublish it first, then delete it.", reference=reference)
        )


class StillUsed(SourcebookError):  # noqa: N818
    """Other things on the desk point to it."""

    def __init__(self, reference: str, users: list[str]) -> None:
        named = ", ".join(users)
        super().__init__(
            Sentence(
                "{reference} is named in {named}: take it out there first, then delete it.",
                reference=reference,
                named=named,
            )
        )


def users_of(instance: Any) -> Iterator[str]:
    """References of the things whose fields point to this one; not what belongs to it, nor links in texts."""
    for relation in instance._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and relation.one_to_many) or isinstance(relation.field, ParentalKey):
            continue
        model = relation.related_model
        if model._meta.app_label in ("authorities", "sources", "subjects") and not issubclass(
            model, AbstractWord
        ):
            for row in model._base_manager.filter(**{relation.field.name: instance.pk})[:3]:
                yield _owner(row).reference


def _owner(row: Any) -> Any:
    """The thing that a row belongs to, or that it is."""
    while not hasattr(row, "reference"):
        link = next(field for field in row._meta.concrete_fields if isinstance(field, ParentalKey))
        row = getattr(row, link.name)
    return row


IN_TEXTS = ("links", "quotes")


def check_deletable(instance: Any, *, texts: bool = False) -> None:
    """Raise StillPublished or StillUsed where the thing may not go; with `texts`, because of a link in a text too."""
    if log.live([instance.identifier]):
        raise StillPublished(instance.reference)
    users = {user for user in users_of(instance) if user != instance.reference}
    known = uses_of(instance) if texts else uses_of(instance).exclude(manner__in=IN_TEXTS)
    users |= set(references_of(known[:3]))
    if users:
        raise StillUsed(instance.reference, sorted(users)[:3])
