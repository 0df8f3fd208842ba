"""Reading a Word document, captions or a paste for a form: nothing is kept, the answer is what stands in it."""

import msgspec
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from sourcebook.errors import SourcebookError
from sourcebook.ingest.desk.essays import essay_from
from sourcebook.ingest.desk.texts import LARGEST, read_text, with_keys
from sourcebook.sources.desk.permission import for_editors_of_sources
from sourcebook.standards.wordprocessing import read_docx, read_html
from sourcebook.subjects.essay.field import form_state


class NotBroughtError(SourcebookError, ValueError):
    """No file came, or none that could be a text; the message says so in a sentence."""


def _brought(request: HttpRequest) -> bytes:
    upload = request.FILES.get("file")
    if upload is None or not upload.size:
        raise NotBroughtError(_("The file is empty."))
    if upload.size > LARGEST:
        raise NotBroughtError(_("The file is too large for a text."))
    data: bytes = upload.read()
    return data


def _unread(error: SourcebookError) -> JsonResponse:
    return JsonResponse({"error": str(error)}, status=422)


@require_POST
@for_editors_of_sources
def read_text_file(request: HttpRequest) -> HttpResponse:
    """`file` as passages and notes in JSON; 422 with `error`, a sentence, where it cannot be read."""
    try:
        text = read_text(_brought(request))
        return HttpResponse(msgspec.json.encode(text), content_type="application/json")
    except SourcebookError as error:
        return _unread(error)


@require_POST
def read_essay_file(request: HttpRequest) -> HttpResponse:
    """`file`, a Word document, as the `blocks` of an essay's form in JSON, its `title` and notices; 422 as above."""
    if not page_permission_policy.user_has_any_permission(request.user, {"add", "change", "publish"}):
        raise PermissionDenied
    try:
        essay = essay_from(read_docx(_brought(request)))
    except SourcebookError as error:
        return _unread(error)
    if not essay.body:
        return JsonResponse({"error": _("There are no words in the document.")}, status=422)
    notices = list(essay.notices)
    told = {"title": essay.title, "blocks": form_state(essay.body), "notices": notices}
    return JsonResponse(told, encoder=DjangoJSONEncoder)


@require_POST
@for_editors_of_sources
def read_paste(request: HttpRequest) -> HttpResponse:
    """`html` from the clipboard: blocks, notes and notices in JSON, and the same as `passages`."""
    try:
        written = read_html(request.POST.get("html", ""))
    except SourcebookError as error:
        return _unread(error)
    passages = msgspec.to_builtins(with_keys(written).passages)
    told = {
        **msgspec.to_builtins(written),
        "passages": passages,
    }
    return JsonResponse(told)
