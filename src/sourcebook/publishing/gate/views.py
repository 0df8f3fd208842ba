"""The gate's page: what is to be mended in these drafts, each line with a link to its field; and the way past it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from sourcebook.publishing.gate.drafts import draft_record
from sourcebook.publishing.gate.faults import ONLY_UNPUBLISHED, blocking
from sourcebook.publishing.gate.passing import faults_together, one_act
from sourcebook.publishing.gate.places import edit_address_of
from sourcebook.publishing.gate.sentences import sentence
from sourcebook.publishing.gate.workflow import approve_or_publish
from sourcebook.publishing.roles import PUBLISH_DESPITE_FAULTS
from sourcebook.publishing.things import may_publish, may_see, things_with
from sourcebook.record import Record

MOST = 200


def gate(request: HttpRequest) -> HttpResponse:
    """GET shows the faults of `of=kind:slug`, as often as given; POST with a reason publishes despite them."""
    things = things_with(request.GET.getlist("of")[:MOST])
    if not things:
        raise Http404
    if not all(may_see(request.user, thing) for thing in things):
        raise PermissionDenied
    records = [draft_record(thing) for thing in things]
    if request.method == "POST":
        return _publish(request, things, records)
    return _page(request, things, records)


def _page(
    request: HttpRequest, things: list[Any], records: list[Record], error: str = "", status: int = 200
) -> HttpResponse:
    faults = faults_together(records)
    of = {thing.reference: [] for thing in things}  # type: dict[str, list[Any]]
    for thing, record in zip(things, records, strict=True):
        for fault in faults:
            if fault.reference == record.reference:
                of[thing.reference].append(
                    {
                        "sentence": sentence(fault),
                        "blocks": fault.severity == "blocks",
                        "code": fault.code,
                        "address": edit_address_of(thing, fault.field, fault.words),
                    }
                )
    stopped = len(blocking(faults))
    asked = "&".join("of=" + thing.reference for thing in things)
    publishes = all(may_publish(request.user, thing) for thing in things)
    return TemplateResponse(
        request,
        "publishing/gate.html",
        {
            "things": [
                {"thing": thing, "edit": edit_address_of(thing), "faults": of[thing.reference]}
                for thing in things
            ],
            "stopped": stopped,
            "advice": len(faults) - stopped,
            "was_stopped": "stopped" in request.GET,
            "may_publish": publishes,
            "may_despite": publishes and request.user.has_perm(PUBLISH_DESPITE_FAULTS),
            "unpublished": sum(fault.code in ONLY_UNPUBLISHED for fault in faults),
            "together": f"{reverse('publish_together')}?{asked}",
            "again": f"{request.path}?{asked}",
            "error": error,
            "reason": request.POST.get("reason", ""),
            "page_title": _("What is to be mended"),
        },
        status=status,
    )


def _publish(request: HttpRequest, things: list[Any], records: list[Record]) -> HttpResponse:
    """All of them or none."""
    if not all(may_publish(request.user, thing) for thing in things):
        raise PermissionDenied
    reason = request.POST.get("reason", "").strip() if request.POST.get("despite") else ""
    if request.POST.get("despite"):
        if not request.user.has_perm(PUBLISH_DESPITE_FAULTS):
            raise PermissionDenied
        if not reason:
            error = _("Write why it is published despite what is missing: the reason is kept with it.")
            return _page(request, things, records, error, 422)
    with transaction.atomic(), one_act(records, reason=reason):
        for thing in things:
            approve_or_publish(thing, request.user, reason)
    messages.success(
        request,
        ngettext("“%(title)s” is published.", "%(count)s things are published.", len(things))
        % {"title": str(things[0]), "count": len(things)},
    )
    return redirect(edit_address_of(things[0]))
