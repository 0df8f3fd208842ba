"""The report among the editor's reports."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sourcebook.publishing.background import address_of
from sourcebook.publishing.roles import VIEW_REPORT
from sourcebook.publishing.state.anew import ask_to_look_at_everything
from sourcebook.publishing.state.report import StateReport


class ReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(VIEW_REPORT))


@hooks.register("register_reports_menu_item")
def state_report() -> ReportItem:
    return ReportItem(
        _("State of the archive"), reverse("state_report"), name="state", icon_name="tasks", order=10
    )


@require_POST
def look_again(request: HttpRequest) -> HttpResponse:
    """Ask for a look at everything, in the background."""
    user: Any = request.user
    if not user.has_perm(VIEW_REPORT):
        raise PermissionDenied
    return redirect(address_of(ask_to_look_at_everything(by=user)))


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("reports/state/again/", look_again, name="look_again"),
        path("reports/state/", StateReport.as_view(), name="state_report"),
        path("reports/state/results/", StateReport.as_view(results_only=True), name="state_report_results"),
    ]
