"""The pages on which many things are published together: what will be, what stays behind, and what stayed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from sourcebook.publishing.background import address_of, message_of, start
from sourcebook.publishing.gate.places import edit_address_of
from sourcebook.publishing.models import Run
from sourcebook.publishing.things import may_publish, may_see, things_with, title_of
from sourcebook.publishing.together.deciding import decide

MOST = 200
"""Things that an address may name."""
SHOWN = 200


def publish_together(request: HttpRequest) -> HttpResponse:
    """`of=kind:slug`, as often as given: these with all that they cannot be published without."""
    references = request.GET.getlist("of")[:MOST]
    things = things_with(references)
    if not things:
        raise Http404
    if not all(may_publish(request.user, thing) for thing in things):
        raise PermissionDenied
    if request.method == "POST":
        user: Any = request.user
        named = [thing.reference for thing in things]
        run = start("publish-many", title_of(things), by=user, references=named, named_too=True)
        messages.info(request, message_of(run))
        return redirect(address_of(run))
    decision = decide(references, request.user, named_too=True)
    context = {
        "going": things_with([*decision.records][:SHOWN]),
        "number": len(decision.records),
        "left": _with_things([*decision.left.items()][:SHOWN]),
        "left_out": len(decision.left),
        "back": f"{reverse('gate')}?{'&'.join('of=' + thing.reference for thing in things)}",
        "page_title": _("Publish together"),
        "header_icon": "tasks",
    }
    return TemplateResponse(request, "publishing/publish_together.html", context)


def published_together(request: HttpRequest, number: int) -> HttpResponse:
    """What a run left out, with the reasons."""
    run = get_object_or_404(Run, pk=number, kind="publish-many")
    left = run.kept.get("left", [])
    context = {
        "run": run,
        "left": [
            one for one in _with_things(left) if not one["thing"] or may_see(request.user, one["thing"])
        ],
        "left_out": run.kept.get("left_out", 0),
        "listed": len(left),
        "page_title": _("What stayed behind"),
        "page_subtitle": run.title,
        "header_icon": "tasks",
    }
    return TemplateResponse(request, "publishing/published_together.html", context)


def _with_things(left: Any) -> list[dict[str, Any]]:
    things = {thing.reference: thing for thing in things_with(reference for reference, _why in left)}
    return [
        {
            "reference": reference,
            "why": why,
            "thing": (thing := things.get(reference)),
            "edit": edit_address_of(thing) if thing else "",
        }
        for reference, why in left
    ]


urlpatterns = [
    path("publish-together/", publish_together, name="publish_together"),
    path("publish-together/<int:number>/", published_together, name="published_together"),
]
