"""Deeds at the desk that are more than writing one kind of thing, as permissions that a group may be given."""

from sourcebook.publishing.roles.deeds import (
    CHANGE_MANY,
    IMPORT,
    PUBLISH_DESPITE_FAULTS,
    VIEW_AUDIT_LOG,
    VIEW_REPORT,
    Deed,
)

__all__ = ["CHANGE_MANY", "IMPORT", "PUBLISH_DESPITE_FAULTS", "VIEW_AUDIT_LOG", "VIEW_REPORT", "Deed"]
