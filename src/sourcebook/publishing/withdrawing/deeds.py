"""Withdrawing and putting back as the desk does them: with a line in its history."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from wagtail.log_actions import log

from sourcebook.publishing.actions import ask_to_put_back, ask_to_withdraw
from sourcebook.publishing.audit.logging_many import log_many
from sourcebook.publishing.things import title_of


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
