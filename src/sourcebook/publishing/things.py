"""Things on the desk by their references, what several are called together, and who may see and publish them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import kind_of, slug_of


def things_with(references: Iterable[str]) -> list[Any]:
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


def title_of(things: Sequence[Any]) -> str:
    """What a piece of work on these is called."""
    if len(things) == 1:
        return str(things[0])
    words = ngettext("%(first)s and %(count)d more", "%(first)s and %(count)d more", len(things) - 1)
    return words % {"first": things[0], "count": len(things) - 1}


def may_see(user: Any, thing: Any) -> bool:
    """Whoever may edit or publish it may see what is wrong with it."""
    if isinstance(thing, Page):
        permissions = thing.permissions_for_user(user)
        return bool(permissions.can_edit() or permissions.can_publish())
    options = thing._meta
    return any(
        user.has_perm(f"{options.app_label}.{verb}_{options.model_name}")
        for verb in ("change", "publish", "view")
    )


def may_publish(user: Any, thing: Any) -> bool:
    """Who may publish a thing may withdraw it and put it back."""
    if isinstance(thing, Page):
        return bool(thing.permissions_for_user(user).can_publish())
    policy = policy_registry.get_by_type(type(thing))
    return bool(policy.user_has_permission_for_instance(user, "publish", thing))
