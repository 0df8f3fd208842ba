"""The page that says where a thing is used."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import policy_registry

from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.uses.keeping import uses_of
from sourcebook.publishing.uses.showing import shown
from sourcebook.subjects.models import PAGES

PER_PAGE = 50


def thing_with(identifier: str) -> Any:
    """The thing on the desk with this identifier; Http404 where there is none."""
    for model in MODELS.values():
        if thing := model._default_manager.filter(identifier=identifier).first():
            return thing
    raise Http404(identifier)


def check_may_see(user: Any, thing: Any) -> None:
    """Whoever may see a list of its kind may see where it is used."""
    if thing.KIND in PAGES:
        allowed = thing.permissions_for_user(user).can_edit()
    else:
        policy = policy_registry.get_by_type(type(thing))
        allowed = policy.user_has_any_permission(user, ["add", "change", "delete", "view"])
    if not allowed:
        raise PermissionDenied


def where_used(request: HttpRequest, identifier: str) -> HttpResponse:
    """Everything on the desk that points to one thing, drafts too, each with a link to the input."""
    thing = thing_with(identifier)
    check_may_see(request.user, thing)
    pages = Paginator(uses_of(thing), PER_PAGE)
    page = pages.get_page(request.GET.get("p"))
    context = {
        "thing": thing,
        "edit_address": AdminURLFinder(request.user).get_edit_url(thing),
        "page_obj": page,
        "paginator": pages,
        "elided_page_range": pages.get_elided_page_range(page.number),
        "uses": shown(list(page.object_list), request.user),
        "page_title": _("Where it is used"),
        "page_subtitle": str(thing),
        "header_icon": "link",
    }
    return TemplateResponse(request, "publishing/where_used.html", context)
