"""What publishing adds to the editor: pages of background work, and refusals to delete, told in a sentence."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.authorities.lists.buttons import further_buttons
from sourcebook.errors import SourcebookError
from sourcebook.publishing.audit import log_actions, report  # noqa: F401
from sourcebook.publishing.background import urls
from sourcebook.publishing.bulk import views as changing
from sourcebook.publishing.bulk.entrances import ChangeMany, button_of_a_list
from sourcebook.publishing.deleting import StillUsed, check_deletable
from sourcebook.publishing.first_steps import FirstSteps
from sourcebook.publishing.gate import editor  # noqa: F401
from sourcebook.publishing.mail import trouble as _trouble  # noqa: F401 - its panel
from sourcebook.publishing.publications import views as publications
from sourcebook.publishing.publications.drafting import BROUGHT_BACK
from sourcebook.publishing.roles import registering  # noqa: F401
from sourcebook.publishing.state import desk_home, menu  # noqa: F401
from sourcebook.publishing.together import views as together
from sourcebook.publishing.together.bulk import PublishOthers, PublishPages
from sourcebook.publishing.uses.views import where_used
from sourcebook.publishing.withdrawing import menu as put_back_menu  # noqa: F401
from sourcebook.publishing.withdrawing.bulk import DeleteOthers, WithdrawOthers, WithdrawPages
from sourcebook.sources.models import Source


def _refused(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    try:
        for thing in things:
            if hasattr(thing, "KIND"):
                asked = thing
                check_deletable(thing, texts=True)
    except StillUsed as error:
        where = messages.button(reverse("where_used", args=[asked.identifier]), _("Where it is used"))
        messages.error(request, str(error), buttons=[where])
        return redirect(request.META.get("HTTP_REFERER") or "wagtailadmin_home")
    except SourcebookError as error:
        messages.error(request, str(error))
        return redirect(request.META.get("HTTP_REFERER") or "wagtailadmin_home")
    return None


@hooks.register("before_delete_snippet")
def before_snippets(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    return _refused(request, instances)


@hooks.register("before_delete_page")
def before_page(request: HttpRequest, page: Any) -> HttpResponse | None:
    return _refused(request, [one.specific for one in page.get_descendants(inclusive=True)])


@hooks.register("before_bulk_action")
def before_bulk(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    return _refused(request, [getattr(one, "specific", one) for one in objects])


@hooks.register("register_admin_urls")
def pages_of_work() -> list[Any]:
    return [
        *urls.urlpatterns,
        *changing.urlpatterns,
        *publications.urlpatterns,
        *together.urlpatterns,
        path("uses/<str:identifier>/", where_used, name="where_used"),
    ]


@hooks.register("register_admin_menu_item")
def work_in_the_menu() -> MenuItem:
    return MenuItem(_("Work"), reverse("all_work"), name="work", icon_name="tasks", order=900)


@hooks.register("register_reports_menu_item")
def withdrawn_in_the_menu() -> MenuItem:
    return MenuItem(_("Withdrawn"), reverse("withdrawn"), name="withdrawn", icon_name="view", order=800)


# After Wagtail's own, in whose place some of them come.
hooks.register("register_bulk_action", WithdrawPages, order=1000)
hooks.register("register_bulk_action", WithdrawOthers, order=1000)
hooks.register("register_bulk_action", DeleteOthers, order=1000)
hooks.register("register_bulk_action", PublishPages, order=1000)
hooks.register("register_bulk_action", PublishOthers)


@hooks.register("insert_global_admin_js")
def progress_of_work() -> SafeString:
    scripts = ((desk_asset(name),) for name in ("work.js", "counting.js"))
    return format_html_join("", '<script type="module" src="{}"></script>', scripts)


@hooks.register("insert_editor_js")
def links_in_previews() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', desk_asset("preview.js"))


@hooks.register("construct_homepage_panels")
def first_steps(request: HttpRequest, panels: list[Any]) -> None:
    panels.insert(0, FirstSteps(request.user))


@hooks.register("construct_page_action_menu", order=1000)
@hooks.register("construct_snippet_action_menu", order=1000)
def withdraw_in_our_words(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """What Wagtail calls unpublishing asks for a reason here and leaves a tombstone."""
    for item in menu_items:
        if item.name == "action-unpublish":
            item.label = _("Withdraw …")


hooks.register("register_bulk_action", ChangeMany)
further_buttons(Source, button_of_a_list)


@hooks.register("register_log_actions")
def deeds_of_bulk_work(actions: Any) -> None:
    actions.register_action(
        BROUGHT_BACK, _("Bring a publication back"), _("A publication was brought back as a draft")
    )
    actions.register_action(
        "sourcebook.change_many", _("Change among many"), _("Changed together with others")
    )
    actions.register_action("sourcebook.undo_many", _("Undo among many"), _("A change of many was undone"))
