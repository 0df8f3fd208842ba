"""The gate is asked before a thing goes live, whichever way."""

from typing import Any

from wagtail.log_actions import get_active_log_context

from sourcebook.publishing.gate.passing import pass_gate
from sourcebook.publishing.gather import gather_object


def ask_the_gate(thing: Any, user: Any) -> None:
    """Raise where the thing has faults; what was scheduled is asked when it is scheduled and when its time has come."""
    if hasattr(thing, "KIND"):
        pass_gate([gather_object(thing)], by=user or get_active_log_context().user)
