"""The pages of accessions: all of them with the form to bring in more, and one with its report."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sourcebook.errors import SourcebookError
from sourcebook.ingest.accessions.columns import MappingForms
from sourcebook.ingest.accessions.reading import spreadsheets
from sourcebook.ingest.accessions.receiving import clear_away, receive, unpacked
from sourcebook.ingest.accessions.showing import WORDS, WOULD, with_links
from sourcebook.ingest.models import Accession
from sourcebook.ingest.report import OUTCOMES
from sourcebook.publishing.background import start
from sourcebook.publishing.background.showing import shown
from sourcebook.publishing.roles.deeds import IMPORT

PER_PAGE = 25
LINES_PER_PAGE = 50

View = Callable[..., HttpResponse]


def may_bring_in(user: Any) -> bool:
    """Who may bring material in: one click makes or changes thousands of records."""
    return bool(user.has_perm(IMPORT))


def allowed(view: View) -> View:
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_bring_in(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def _start(kind: str, accession: Accession, by: Any) -> None:
    with transaction.atomic():
        accession.run = start(
            kind, accession.title, by=by if isinstance(by, User) else None, accession=accession.pk
        )
        accession.save(update_fields=["run"])


def _publish(accession: Accession, by: Any) -> None:
    """All that it made or changed or found the same already; what is not theirs to publish stays as it is."""
    brought = accession.lines.filter(outcome__in=("made", "changed", "left_alone")).exclude(reference="")
    references = list(dict.fromkeys(brought.values_list("reference", flat=True)))
    accession.run = start("publish-many", accession.title, by=by, references=references)
    accession.save(update_fields=["run"])


@allowed
def all_accessions(request: HttpRequest) -> HttpResponse:
    """All of them, the latest first; what is sent is received and tried at once."""
    if request.method == "POST":
        try:
            accession = receive(request.FILES.getlist("files"), request.user)
        except SourcebookError as error:
            messages.error(request, str(error))
            return redirect("accessions")
        _start("try_import", accession, request.user)
        return redirect("accession", accession.pk)
    page = Paginator(Accession.objects.select_related("by", "run"), PER_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(request, "ingest/accessions.html", {"page": page})


@allowed
def one_accession(request: HttpRequest, number: int) -> HttpResponse:
    accession = get_object_or_404(Accession.objects.select_related("run"), pk=number)
    run = shown(accession.run) if accession.run else None
    outcome = request.GET.get("outcome", "")
    lines = accession.lines.all()
    if outcome in OUTCOMES:
        lines = lines.filter(outcome=outcome)
    elif outcome in ("undone", "spared"):
        lines = lines.filter(undone=outcome)
    page = Paginator(lines, LINES_PER_PAGE).get_page(request.GET.get("p"))
    over = run is None or run.over
    context = {
        "accession": accession,
        "shown": run,
        "over": over,
        "page": page,
        "lines": with_links(page),
        "outcome": outcome,
        "totals": _totals(accession),
        "words": WOULD if accession.state == Accession.State.TRIED else WORDS,
        "mapping": _mapping(accession) if over else None,
    }
    return TemplateResponse(request, "ingest/accession.html", context)


def _totals(accession: Accession) -> list[tuple[str, Any, int]]:
    words = WOULD if accession.state == Accession.State.TRIED else WORDS
    counts = accession.counts
    totals: list[tuple[str, Any, int]] = [
        (name, words[name], counts[name]) for name in OUTCOMES if counts.get(name)
    ]
    if accession.state == Accession.State.UNDONE:
        for name in ("undone", "spared"):
            totals.append((name, words[name], accession.lines.filter(undone=name).count()))
    return totals


def _mapping(accession: Accession, data: Any = None) -> MappingForms | None:
    """The forms of a spreadsheet's columns, while there is something to be said."""
    if accession.state not in (Accession.State.RECEIVED, Accession.State.TRIED) or not accession.folder:
        return None
    try:
        sheets = spreadsheets(unpacked(accession))
    except (SourcebookError, OSError):
        return None
    return MappingForms(sheets[0], accession.options, data) if sheets else None


@allowed
@require_POST
def act(request: HttpRequest, number: int, deed: str) -> HttpResponse:
    """Try again with other columns, bring in, undo or throw away; what is not the accession's turn is refused."""
    with transaction.atomic():
        accession = get_object_or_404(Accession.objects.select_for_update(), pk=number)
        busy = accession.run is not None and not accession.run.finished
        if busy:
            messages.error(request, _("Work on it is going on: wait until it is over."))
        elif deed == "try" and accession.folder:
            forms = _mapping(accession, request.POST)
            if forms is None or forms.is_valid():
                accession.options = forms.options() if forms else {}
                accession.save(update_fields=["options"])
                _start("try_import", accession, request.user)
            else:
                messages.error(request, _("Look at the table of columns: something in it cannot be."))
        elif deed == "bring" and accession.state == Accession.State.TRIED and not accession.refused:
            _start("import", accession, request.user)
        elif deed == "undo" and accession.state == Accession.State.BROUGHT:
            _start("undo_import", accession, request.user)
        elif deed == "publish" and accession.state == Accession.State.BROUGHT:
            _publish(accession, request.user)
        elif deed == "discard" and accession.state in (Accession.State.RECEIVED, Accession.State.TRIED):
            clear_away(accession)
            accession.delete()
            messages.success(request, _("It was thrown away; nothing of it came onto the desk."))
            return redirect("accessions")
        else:
            messages.error(request, _("That can no longer be done here."))
    return redirect("accession", number)
