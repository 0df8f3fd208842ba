"""The pages on which something is withdrawn, and on which all that was withdrawn is listed and put back."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_valid_next_url_from_request

from sourcebook.publishing import log
from sourcebook.publishing.gate.places import edit_address_of
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.things import may_publish, things_with
from sourcebook.publishing.uses.keeping import uses_of
from sourcebook.publishing.uses.showing import shown
from sourcebook.publishing.withdrawing.deeds import (
    put_things_back,
    withdraw_things,
)
from sourcebook.publishing.withdrawing.forms import WithdrawForm
from sourcebook.subjects.models import PAGES

SHOWN = 20
"""Uses that are listed before the question; the rest is behind a link."""
PER_PAGE = 50


def withdraw_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """At the address of Wagtail's own question whether to unpublish a page."""
    found = (model._default_manager.filter(pk=page_id).first() for model in PAGES.values())
    return _withdraw(request, next((page for page in found if page), None))


def withdraw_snippet(request: HttpRequest, app: str, model: str, pk: str) -> HttpResponse:
    """At the address of Wagtail's own question whether to unpublish anything else."""
    for kind in MODELS.values():
        if (kind._meta.app_label, kind._meta.model_name) == (app, model):
            return _withdraw(request, get_object_or_404(kind, pk=unquote(pk)))
    raise Http404(model)


def _withdraw(request: HttpRequest, thing: Any) -> HttpResponse:
    if thing is None:
        raise Http404
    if not may_publish(request.user, thing):
        raise PermissionDenied
    edit = AdminURLFinder(request.user).get_edit_url(thing) or reverse("wagtailadmin_home")
    onward = get_valid_next_url_from_request(request) or edit
    if not thing.live:
        messages.warning(request, _("“%(thing)s” is not published.") % {"thing": thing})
        return redirect(onward)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        withdraw_things([thing], request.user, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(
            request,
            _("“%(thing)s” is withdrawn: its address says so from now on.") % {"thing": thing},
            buttons=[messages.button(reverse("withdrawn"), _("Put it back …"))],
        )
        return redirect(onward)
    found = uses_of(thing)
    context = {
        "form": form,
        "thing": thing,
        "onward": onward,
        "uses": shown(list(found[:SHOWN]), request.user),
        "more": max(0, found.count() - SHOWN),
        "page_title": _("Withdraw"),
        "page_subtitle": str(thing),
        "header_icon": "view",
    }
    return TemplateResponse(request, "publishing/withdraw.html", context, status=400 if form.errors else 200)


def withdrawn(request: HttpRequest) -> HttpResponse:
    """All that is withdrawn, the latest first, with why and by whom."""
    page = Paginator(log.withdrawals(), PER_PAGE).get_page(request.GET.get("p"))
    things = {thing.reference: thing for thing in things_with(line.reference for line in page)}
    finder = AdminURLFinder(request.user)
    rows = [
        {
            "line": line,
            "thing": (thing := things.get(line.reference)),
            "edit": finder.get_edit_url(thing) if thing else None,
            "may": thing is not None and may_publish(request.user, thing),
        }
        for line in page
    ]
    context = {"page": page, "rows": rows, "page_title": _("Withdrawn"), "header_icon": "view"}
    return TemplateResponse(request, "publishing/withdrawn.html", context)


def put_back(request: HttpRequest) -> HttpResponse:
    """Undo a withdrawal; asked for by its address, the question whether to."""
    asked = request.POST if request.method == "POST" else request.GET
    things = things_with([asked.get("of", "")])
    if not things:
        raise Http404
    (thing,) = things
    if not may_publish(request.user, thing):
        raise PermissionDenied
    onward = get_valid_next_url_from_request(request)
    if request.method == "POST":
        put_things_back(things, request.user)  # type: ignore[arg-type]
        messages.success(request, _("“%(thing)s” is published again, as it was.") % {"thing": thing})
        return redirect(onward or "withdrawn")
    context = {
        "thing": thing,
        "line": log.withdrawals([thing.reference]).first(),
        "onward": onward or edit_address_of(thing),
        "page_title": _("Put back"),
        "page_subtitle": str(thing),
        "header_icon": "rotate",
    }
    return TemplateResponse(request, "publishing/put_back.html", context)
