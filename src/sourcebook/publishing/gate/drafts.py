"""The things that are asked about at the gate, as they would be published: each with its latest draft."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sourcebook.publishing.gather import gather_object
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import Record, kind_of, slug_of


def things(references: Iterable[str]) -> list[Any]:
    """The rows, in the order asked; what is not on the desk is left out."""
    wanted: dict[str, list[str]] = defaultdict(list)
    asked = list(dict.fromkeys(references))
    for reference in asked:
        if kind_of(reference) in MODELS:
            wanted[kind_of(reference)].append(slug_of(reference))
    found = {
        row.reference: row
        for kind, slugs in wanted.items()
        for row in MODELS[kind]._default_manager.filter(slug__in=slugs)
    }
    return [found[reference] for reference in asked if reference in found]


def draft_record(thing: Any) -> Record:
    """The record of the latest draft, or of the row where there is none."""
    return gather_object(thing.get_latest_revision_as_object())


def may_see(user: Any, thing: Any) -> bool:
    """Whoever may edit or publish it may see what is wrong with it."""
    if hasattr(thing, "permissions_for_user"):
        permissions = thing.permissions_for_user(user)
        return bool(permissions.can_edit() or permissions.can_publish())
    options = thing._meta
    return any(
        user.has_perm(f"{options.app_label}.{verb}_{options.model_name}")
        for verb in ("change", "publish", "view")
    )


def may_publish(user: Any, thing: Any) -> bool:
    if hasattr(thing, "permissions_for_user"):
        return bool(thing.permissions_for_user(user).can_publish())
    options = thing._meta
    return bool(user.has_perm(f"{options.app_label}.publish_{options.model_name}"))
