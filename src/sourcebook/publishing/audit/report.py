"""The audit log in the editor: Wagtail's history of the site, with the version of each deed."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from sourcebook.publishing.audit.log_actions import WORK, work_of
from sourcebook.publishing.background.kinds import title_of_kind
from sourcebook.publishing.roles import VIEW_AUDIT_LOG


class AuditLog(LogEntriesView):
    """What was done to records by whoever may see them; what was done to accounts, by those who keep them."""

    page_title = _("Audit log")
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    results_template_name = "publishing/audit_results.html"
    permission_required = VIEW_AUDIT_LOG
    list_export = [*LogEntriesView.list_export, "message", "comment", "revision_id", "record"]
    export_headings = {
        **LogEntriesView.export_headings,
        "message": _("What was done"),
        "comment": _("Comment"),
        "revision_id": _("Version"),
        "record": _("Record (SHA-256)"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        plainly = {self.FORMAT_CSV: _plain, self.FORMAT_XLSX: _plain}
        for column in ("label", "message", "comment", "user_display_name"):
            self.custom_field_preprocess[column] = plainly

    def user_has_permission(self, permission: str) -> bool:
        return bool(self.request.user.has_perm(VIEW_AUDIT_LOG))

    def decorate_paginated_queryset(self, queryset: Any) -> Any:
        entries = super().decorate_paginated_queryset(queryset)
        for entry in entries:
            entry.record = (entry.data or {}).get("record", "")
            if entry.action == WORK:
                kind, title = work_of(entry)
                entry.label = title or title_of_kind(kind)
                entry.edit_url = reverse("work", args=[entry.object_id])
        return entries


def _plain(words: Any) -> str:
    """A spreadsheet takes what begins like this for a formula."""
    text = str(words)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


class AuditItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(VIEW_AUDIT_LOG))


@hooks.register("register_reports_menu_item")
def audit_log() -> AuditItem:
    return AuditItem(_("Audit log"), reverse("audit_log"), name="audit", icon_name="history", order=20)


@hooks.register("construct_reports_menu")
def one_history(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's own history of the site is this one; its other reports know nothing of what we publish."""
    items[:] = [
        item for item in items if item.name not in ("site-history", "aging-pages", "page-types-usage")
    ]


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("reports/audit/", AuditLog.as_view(), name="audit_log"),
        path("reports/audit/results/", AuditLog.as_view(results_only=True), name="audit_log_results"),
    ]
