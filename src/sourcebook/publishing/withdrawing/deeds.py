"""Who may withdraw and put back, and the deeds themselves, as the desk does them: with a line in its history."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sourcebook.publishing.actions import ask_to_put_back, ask_to_withdraw
from sourcebook.publishing.audit.logging_many import log_many
from sourcebook.publishing.gather.desk_state import rows_of


def may_publish(user: Any, thing: Any) -> bool:
    """Who may publish a thing may withdraw it and put it back."""
    if isinstance(thing, Page):
        return bool(thing.permissions_for_user(user).can_publish())
    policy = policy_registry.get_by_type(type(thing))
    return bool(policy.user_has_permission_for_instance(user, "publish", thing))


def things_with(references: Iterable[str]) -> list[Any]:
    """The things on the desk with these references, in the order of their kinds."""
    return [thing for rows in rows_of(references) for thing in rows]


def title_of(things: Sequence[Any]) -> str:
    """What a piece of work on these is called."""
    if len(things) == 1:
        return str(things[0])
    words = ngettext("%(first)s and %(count)d more", "%(first)s and %(count)d more", len(things) - 1)
    return words % {"first": things[0], "count": len(things) - 1}


def withdraw_things(things: Sequence[Any], user: User, reason: str, note: str = "") -> None:
    """Take these down; each has it in its history."""
    references = [thing.reference for thing in things]
    ask_to_withdraw(references, title=title_of(things), by=user, reason=reason, note=note)
    log_many(things, "wagtail.unpublish", user=user, data={"reason": reason, "note": note})


def put_things_back(things: Sequence[Any], user: User) -> None:
    """Publish these again as they were."""
    ask_to_put_back([thing.reference for thing in things], title=title_of(things), by=user)
    for thing in things:
        log(thing, "wagtail.publish", user=user)
