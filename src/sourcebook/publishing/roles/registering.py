"""The deeds stand among the permissions of a group in the editor."""

from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import GroupPagePermission

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


def _refuse_deletion(user: Any) -> None:
    """Wagtail lets everybody delete a page that is not published; drafts of colleagues are for archivists to delete."""
    keeps = GroupPagePermission.objects.filter(group__user=user, permission__codename="bulk_delete_page")
    if not user.is_superuser and not keeps.exists():
        raise PermissionDenied


@hooks.register("before_delete_page", order=-1)
def before_deleting_a_page(request: HttpRequest, page: Any) -> None:
    _refuse_deletion(request.user)


@hooks.register("before_bulk_action", order=-1)
def before_deleting_pages(request: HttpRequest, action: str, things: Any, view: Any) -> None:
    if action == "delete" and any(hasattr(thing, "depth") for thing in things):
        _refuse_deletion(request.user)
