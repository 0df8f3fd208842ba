"""The gate stands behind every button of the editor that publishes."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem as PageMenuItem
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.snippets.action_menu import ActionMenuItem as SnippetMenuItem

from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.publishing.gate.asking import ask_the_gate
from sourcebook.publishing.gate.views import gate


@hooks.register("before_publish_page")
def before_page(request: HttpRequest, page: Any) -> None:
    """The form of a page publishes by itself, not through the page's own `publish`."""
    ask_the_gate(page, request.user)


class PagesToLookAt(PagesAdminAPIViewSet):
    """The editor's frame reads pages through this; none of its deeds, of which one would publish past the gate."""

    actions: ClassVar[dict[str, Any]] = {}


@hooks.register("construct_admin_api")
def without_deeds(router: Any) -> None:
    router.register_endpoint("pages", PagesToLookAt)


@hooks.register("before_copy_page")
def no_copies(request: HttpRequest, page: Any) -> HttpResponse:
    """A copy would be published with its original, and have its identifier."""
    messages.warning(request, _("Years, themes and subjects are not copied: begin a new one."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


class _Check:
    """A button of the form that shows what would be found at the gate."""

    name = "action-check"
    label = _("Check what is missing")
    icon_name = "tasks"
    order = 900

    def _address(self, thing: Any) -> str:
        return f"{reverse('gate')}?of={thing.reference}" if thing and thing.pk else ""


class CheckPage(_Check, PageMenuItem):
    def is_shown(self, context: Any) -> bool:
        return context["view"] == "edit" and hasattr(context["page"], "KIND")

    def get_url(self, parent_context: Any) -> str:
        return self._address(parent_context["page"])


class CheckSnippet(_Check, SnippetMenuItem):
    def is_shown(self, context: Any) -> bool:
        return context["view"] == "edit" and hasattr(context["instance"], "KIND")

    def get_url(self, parent_context: Any) -> str:
        return self._address(parent_context["instance"])


@hooks.register("register_page_action_menu_item")
def check_page() -> CheckPage:
    return CheckPage()


@hooks.register("register_snippet_action_menu_item")
def check_snippet(model: Any) -> CheckSnippet | None:
    return CheckSnippet() if hasattr(model, "KIND") else None


@hooks.register("insert_editor_js")
def mend_js() -> SafeString:
    return format_html('<script src="{}"></script>', desk_asset("mend.js"))


@hooks.register("insert_global_admin_css")
def gate_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', desk_asset("gate.css"))


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("gate/", gate, name="gate")]
