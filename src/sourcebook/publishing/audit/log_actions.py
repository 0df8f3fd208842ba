"""Deeds that Wagtail does not log by itself, and how they are told in a history."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from sourcebook.publishing.background.kinds import title_of_kind

DESPITE = "sourcebook.despite"
SIGNED_IN = "sourcebook.sign_in"
SIGNED_OUT = "sourcebook.sign_out"
NOT_SIGNED_IN = "sourcebook.sign_in_failed"
ROLES = "sourcebook.roles"
WORK = "sourcebook.work"


class DespiteFormatter(LogFormatter):
    label = gettext_lazy("Publish despite faults")

    def format_message(self, log_entry: Any) -> str:
        number = len(log_entry.data.get("faults", ()))
        return ngettext(
            "Let through the gate despite one fault", "Let through the gate despite %(count)s faults", number
        ) % {"count": number}

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("reason", ""))


class RolesFormatter(LogFormatter):
    label = gettext_lazy("Change roles")

    def format_message(self, log_entry: Any) -> str:
        roles = ", ".join(log_entry.data.get("roles", ())) or _("none")
        return _("Roles are now: %(roles)s") % {"roles": roles}


class WorkFormatter(LogFormatter):
    label = gettext_lazy("Ask for work on many things")

    def format_message(self, log_entry: Any) -> str:
        kind, title = work_of(log_entry)
        return _("Asked for: %(work)s") % {"work": ": ".join(filter(None, (title_of_kind(kind), title)))}


def work_of(log_entry: Any) -> tuple[str, str]:
    """The kind of the work that was asked for, and what it is about."""
    kind, _space, title = str((log_entry.data or {}).get("work", "")).partition(" ")
    return kind, title


@hooks.register("register_log_actions")
def our_actions(actions: Any) -> None:
    actions.register_action(SIGNED_IN, gettext_lazy("Sign in"), gettext_lazy("Signed in"))
    actions.register_action(SIGNED_OUT, gettext_lazy("Sign out"), gettext_lazy("Signed out"))
    actions.register_action(
        NOT_SIGNED_IN, gettext_lazy("Fail to sign in"), gettext_lazy("Tried to sign in and was refused")
    )
    actions.register_action(DESPITE)(DespiteFormatter)
    actions.register_action(ROLES)(RolesFormatter)
    actions.register_action(WORK)(WorkFormatter)
