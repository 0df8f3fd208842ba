"""The pages on which many sources are changed: what to change, what it does to each, what was done."""

from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sourcebook.authorities.lists.paging import rows_of
from sourcebook.publishing.background import address_of, message_of, start
from sourcebook.publishing.bulk.changes import CHANGES
from sourcebook.publishing.bulk.choosing import chosen_in, reasons
from sourcebook.publishing.bulk.counting import Tally, count_on
from sourcebook.publishing.bulk.doing import current_records
from sourcebook.publishing.bulk.forms import ChangeForm
from sourcebook.publishing.differences import differences
from sourcebook.publishing.models import ManyChanged, Run
from sourcebook.publishing.roles import CHANGE_MANY
from sourcebook.record import decode
from sourcebook.sources.models import Source

PER_PAGE = 25


def _for_those_who_may(view: Any) -> Any:
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        user: Any = request.user
        if not (user.has_perm(CHANGE_MANY) and user.has_perm("sources.change_source")):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


@_for_those_who_may
def change_many(request: HttpRequest) -> HttpResponse:
    """Choose what to change; then see what it does, page by page; then have it done."""
    user: Any = request.user
    asked = request.GET
    chosen = chosen_in(asked)
    change = asked.get("change", "")
    rows = chosen.rows().order_by("heading", "pk")
    kept = {name: asked[name] for name in ("ids", "of") if name in asked}
    context: dict[str, Any] = {
        "count": rows.count(),
        "changes": [(name, one.label) for name, one in CHANGES.items()],
        "change": change,
        "kept": kept,
        "page_title": _("Change many sources"),
        "header_icon": "edit",
    }
    if change:
        if change not in CHANGES:
            raise Http404(change)
        may_publish = user.has_perm("sources.publish_source")
        shown = asked if "preview" in asked else None
        form = ChangeForm(change, request.POST or shown, may_publish=may_publish)
        context |= {"form": form, "label": CHANGES[change].label, "media": form.media}
        if request.method == "POST" and form.is_valid():
            run = start(
                "change-many",
                f"{CHANGES[change].label} ({context['count']})",
                by=user,
                change=change,
                values=form.values,
                keys=list(rows.values_list("pk", flat=True)),
                publish=bool(form.cleaned_data.get("publish")),
            )
            messages.info(request, message_of(run))
            return redirect(address_of(run))
        if form.is_bound and form.is_valid():
            context |= _preview(request, rows, change, form.values)
    return TemplateResponse(request, "publishing/change_many.html", context)


def _preview(request: HttpRequest, rows: Any, change: str, values: dict[str, str]) -> dict[str, Any]:
    """One page of differences, and what stays as it is on it."""
    pages = Paginator(rows.values_list("pk", flat=True), PER_PAGE)
    page = pages.get_page(request.GET.get("p"))
    shown = list(Source.objects.filter(pk__in=list(page.object_list)).order_by("heading", "pk"))
    refused = reasons(shown)
    before = current_records(row for row in shown if row.pk not in refused)
    lines = []
    for row in shown:
        found = (
            differences(before[row.pk], CHANGES[change].apply(before[row.pk], values))
            if row.pk in before
            else []
        )
        lines.append(
            {
                "row": row,
                "identifier": row.identifier,
                "reason": refused.get(row.pk, ""),
                "differences": found,
            }
        )
    return {
        "lines": lines,
        "page_obj": page,
        "paginator": pages,
        "elided_page_range": pages.get_elided_page_range(page.number),
        "changed_here": sum(bool(line["differences"]) for line in lines),
        "refused_here": len(refused),
        "address": request.get_full_path(),
        "counting": _counting(request, rows),
    }


def _counting(request: HttpRequest, rows: Any) -> str:
    """Where all is counted that is chosen, beside what this page shows."""
    asked = request.GET.copy()
    asked.pop("p", None)
    return f"{reverse('count_many')}?{asked.urlencode()}&total={rows.count()}"


@_for_those_who_may
def count_many(request: HttpRequest) -> HttpResponse:
    """What a change does to all that were chosen: counts on from the figures in the address, for a moment."""
    asked = request.GET
    change = asked.get("change", "")
    form = ChangeForm(change, asked) if change in CHANGES else None
    if form is None or not form.is_valid():
        raise Http404(change)
    rows = chosen_in(asked).rows()
    changed, same, left, after = (
        _number(asked.get(name, "")) for name in ("changed", "same", "left", "after")
    )
    tally = Tally(changed=changed, same=same, left=left, after=after)
    count_on(rows, change, form.values, tally)
    figures = {name: getattr(tally, name) for name in ("changed", "same", "left", "after")}
    total = _number(asked.get("total", "")) or rows.count()
    return JsonResponse({"over": tally.over, "said": tally.sentence(total), "tally": figures})


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 18 else 0


@_for_those_who_may
def many_changed(request: HttpRequest, run: int) -> HttpResponse:
    """What a run changed, each source as it was and as it is now."""
    done = get_object_or_404(Run, pk=run, kind="change-many")
    pages = Paginator(ManyChanged.objects.filter(run=done).order_by("pk"), PER_PAGE)
    page = pages.get_page(request.GET.get("p"))
    lines = list(page.object_list)
    keys = Source.objects.filter(identifier__in=[line.identifier for line in lines]).values_list(
        "pk", flat=True
    )
    rows = {row.identifier: row for row in rows_of(Source, keys)}
    now = {record.id: record for record in current_records(rows.values()).values()}
    context = {
        "run": done,
        "lines": [
            {
                "row": rows.get(line.identifier),
                "undone": line.undone,
                "identifier": line.identifier,
                "differences": differences(decode(bytes(line.before)), now[line.identifier])
                if line.identifier in now
                else [],
            }
            for line in lines
        ],
        "page_obj": page,
        "paginator": pages,
        "elided_page_range": pages.get_elided_page_range(page.number),
        "left": done.kept.get("left", []),
        "undoable": ManyChanged.objects.filter(run=done, undone=False).exists() and done.finished,
        "page_title": _("What was changed"),
        "page_subtitle": done.title,
        "header_icon": "edit",
    }
    return TemplateResponse(request, "publishing/many_changed.html", context)


@require_POST
@_for_those_who_may
def undo_many(request: HttpRequest, run: int) -> HttpResponse:
    """Have it put back."""
    user: Any = request.user
    done = get_object_or_404(Run, pk=run, kind="change-many")
    undoing = start("undo-many", done.title, by=user, run=done.pk)
    messages.info(request, message_of(undoing))
    return redirect(address_of(undoing))


def address_for(**chosen: str) -> str:
    """Of the page on which sources are changed: `ids` of the ticked ones, or `of`, what was asked of the list."""
    return f"{reverse('change_many')}?{urlencode(chosen)}"


urlpatterns = [
    path("change-many/", change_many, name="change_many"),
    path("change-many/count/", count_many, name="count_many"),
    path("change-many/<int:run>/", many_changed, name="many_changed"),
    path("change-many/<int:run>/undo/", undo_many, name="undo_many"),
]
