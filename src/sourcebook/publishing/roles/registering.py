"""The deeds stand among the permissions of a group in the editor."""

from typing import Any

from django.contrib.auth.models import Permission
from wagtail import hooks

from sourcebook.publishing.roles.deeds import (
    CHANGE_MANY,
    IMPORT,
    PUBLISH_DESPITE_FAULTS,
    VIEW_AUDIT_LOG,
    VIEW_REPORT,
)

DEEDS = (PUBLISH_DESPITE_FAULTS, VIEW_REPORT, VIEW_AUDIT_LOG, IMPORT, CHANGE_MANY)


@hooks.register("register_permissions")
def deeds() -> Any:
    codenames = [deed.partition(".")[2] for deed in DEEDS]
    return Permission.objects.filter(content_type__app_label="publishing", codename__in=codenames)
