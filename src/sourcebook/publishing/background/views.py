"""The pages of background work: all of it, and one piece, with what it tells while it goes."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sourcebook.publishing.background.showing import address_of, nobody_works, shown
from sourcebook.publishing.background.starting import again
from sourcebook.publishing.mail.trouble import trouble_with_mail
from sourcebook.publishing.models import Run

RUNS = Run.objects.select_related("by", "done_by").prefetch_related("entries", "done_by__entries")
PER_PAGE = 25


def may_repeat(user: Any, run: Run) -> bool:
    """Whoever asked may ask again; so may administrators."""
    return isinstance(user, User) and (user.is_superuser or run.by_id == user.pk)


def _context(request: HttpRequest, run: Run) -> dict[str, Any]:
    return {"shown": shown(run), "may_repeat": may_repeat(request.user, run)}


def all_work(request: HttpRequest) -> HttpResponse:
    """All work, the latest first."""
    page = Paginator(RUNS, PER_PAGE).get_page(request.GET.get("p"))
    waiting = Run.objects.filter(finished=None, started=None).exists()
    context = {
        "page": page,
        "shown_runs": [shown(run) for run in page],
        "nobody": waiting and nobody_works(),
        "mail": trouble_with_mail(request.user),
    }
    return TemplateResponse(request, "publishing/all_work.html", context)


def one_work(request: HttpRequest, number: int) -> HttpResponse:
    run = get_object_or_404(RUNS, pk=number)
    return TemplateResponse(request, "publishing/one_work.html", _context(request, run))


def figures(request: HttpRequest, number: int) -> JsonResponse:
    """What the page shows now, as JSON: `over`, `said` (a sentence to be read out), `html` and, short, `line`."""
    context = _context(request, get_object_or_404(RUNS, pk=number))
    one = context["shown"]
    return JsonResponse(
        {
            "over": one.over,
            "said": f"{one.state_words}: {one.now.words}" if one.now else str(one.state_words),
            "html": render_to_string("publishing/work_figures.html", context, request),
            "line": render_to_string("publishing/work_line.html", context, request),
        }
    )


@require_POST
def repeat(request: HttpRequest, number: int) -> HttpResponse:
    run = get_object_or_404(RUNS, pk=number)
    if not may_repeat(request.user, run):
        raise PermissionDenied
    again(run)
    messages.success(request, _("It is tried again."))
    return redirect(address_of(run))
