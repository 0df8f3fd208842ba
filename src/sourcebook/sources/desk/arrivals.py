"""A whole upload becomes a master; the answer is what the form writes into its new row."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sourcebook.archive_folder import current_archive
from sourcebook.errors import SourcebookError
from sourcebook.masters.facts import Facts
from sourcebook.masters.uploads import UploadError, find, finish
from sourcebook.sources.desk.permission import for_editors_of_sources
from sourcebook.sources.desk.thumbnails import keep_thumbnail, thumbnail_address
from sourcebook.sources.desk.tus import STATUS, owner
from sourcebook.sources.forms.facts import facts_line
from sourcebook.sources.forms.file_names import name_after

SHOWN = ("image/", "audio/", "video/")


@require_POST
@for_editors_of_sources
def arrival(request: HttpRequest, identifier: str) -> HttpResponse:
    """JSON with `sha256`, `name`, `facts`, `media_type`, `thumbnail`, `shown`, `also_in`; or `error`, a sentence.

    `taken` may be given as often as there are names of other files in the form.
    """
    inbox = current_archive().inbox
    try:
        upload = find(inbox, identifier, owner(request))
        sha256, facts = finish(inbox, upload)
    except UploadError as error:
        return JsonResponse({"error": str(error)}, status=STATUS[error.fault])
    except SourcebookError as error:
        return JsonResponse({"error": str(error)}, status=422)
    return JsonResponse(_told(sha256, facts, upload.name, request.POST.getlist("taken")))


def _told(sha256: str, facts: Facts, came_as: str, taken: list[str]) -> dict[str, Any]:
    return {
        "sha256": sha256,
        "name": name_after(came_as or _("file"), facts.media_type, taken),
        "facts": facts_line(facts),
        "media_type": facts.media_type,
        "width": facts.width,
        "height": facts.height,
        "thumbnail": thumbnail_address(sha256) if keep_thumbnail(sha256) else "",
        "shown": facts.media_type.startswith(SHOWN),
        "also_in": _also_in(sha256),
    }


def _also_in(sha256: str) -> list[dict[str, str]]:
    """The sources that have this very file, by its checksum; the first few of them."""
    from sourcebook.sources.models import File, Source

    edit = Source.snippet_viewset.get_url_name("edit")
    files = File.objects.filter(sha256=sha256).select_related("source").order_by("source__heading")[:5]
    return [
        {"title": str(file.source), "address": reverse(edit, args=[file.source_id]), "name": file.name}
        for file in files
    ]
