"""The pages of one thing's publications: all of them, two compared, and the button that brings one back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sourcebook.publishing.differences import differences
from sourcebook.publishing.gate.drafts import draft_record
from sourcebook.publishing.gate.places import edit_address_of
from sourcebook.publishing.models import Publication
from sourcebook.publishing.publications.drafting import (
    CannotBeDraftError,
    as_it_would_be,
    bring_back,
    may_edit,
)
from sourcebook.publishing.publications.listing import lines_of, publications_of
from sourcebook.publishing.uses.views import check_may_see, thing_with
from sourcebook.record import decode

PER_PAGE = 50


def _seen(request: HttpRequest, identifier: str) -> Any:
    thing = thing_with(identifier)
    check_may_see(request.user, thing)
    return thing


def _published(thing: Any, number: Any) -> Publication:
    if not str(number).isdecimal() or len(str(number)) > 18:
        raise Http404(number)
    return get_object_or_404(Publication, pk=number, identifier=thing.identifier, act="published")


def publications(request: HttpRequest, identifier: str) -> HttpResponse:
    """All of them, the latest first."""
    thing = _seen(request, identifier)
    pages = Paginator(publications_of(thing), PER_PAGE)
    page = pages.get_page(request.GET.get("p"))
    context = {
        "thing": thing,
        "lines": lines_of(thing, page.start_index() - 1 if pages.count else 0, PER_PAGE),
        "may_edit": may_edit(request.user, thing),
        "page_obj": page,
        "paginator": pages,
        "elided_page_range": pages.get_elided_page_range(page.number),
        "edit_address": edit_address_of(thing),
        "page_title": _("Publications"),
        "page_subtitle": str(thing),
        "header_icon": "history",
    }
    return TemplateResponse(request, "publishing/publications.html", context)


def compare(request: HttpRequest, identifier: str, number: int) -> HttpResponse:
    """What bringing a publication back would change; or, `with` the number of another, what it changed."""
    thing = _seen(request, identifier)
    publication = _published(thing, number)
    other = _published(thing, request.GET["with"]) if request.GET.get("with") else None
    if other:
        found = differences(decode(bytes(other.record)), decode(bytes(publication.record)))
    else:
        found = differences(draft_record(thing), as_it_would_be(publication, thing))
    context = {
        "thing": thing,
        "publication": publication,
        "other": other,
        "differences": found,
        "may_edit": may_edit(request.user, thing),
        "page_title": _("Publications compared"),
        "page_subtitle": str(thing),
        "header_icon": "history",
    }
    return TemplateResponse(request, "publishing/publications_compared.html", context)


@require_POST
def bring_back_as_draft(request: HttpRequest, identifier: str, number: int) -> HttpResponse:
    """Make it the draft, and open the form."""
    thing = _seen(request, identifier)
    if not may_edit(request.user, thing):
        raise PermissionDenied
    publication = _published(thing, number)
    try:
        changed = bring_back(publication, thing, request.user)
    except CannotBeDraftError as error:
        messages.error(request, str(error))
        return redirect(reverse("publications", args=[identifier]))
    if changed:
        told = _(
            "The draft is now as it was published then. Readers see nothing of it until it is published; "
            "the draft before it is kept in the history."
        )
        messages.success(request, told)
    else:
        messages.info(request, _("The latest draft says the same already: nothing was changed."))
    return redirect(edit_address_of(thing))


urlpatterns = [
    path("publications/<str:identifier>/", publications, name="publications"),
    path("publications/<str:identifier>/<int:number>/", compare, name="compare_publications"),
    path("publications/<str:identifier>/<int:number>/draft/", bring_back_as_draft, name="bring_back"),
]
