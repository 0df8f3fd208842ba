"""Reading a Word document, captions or a paste for a form: nothing is kept, the answer is what stands in it."""

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sourcebook.errors import SourcebookError
from sourcebook.ingest.desk.texts import LARGEST, as_json, read_text, with_keys
from sourcebook.sources.desk.permission import for_editors_of_sources
from sourcebook.standards.wordprocessing import read_html


@require_POST
@for_editors_of_sources
def read_text_file(request: HttpRequest) -> HttpResponse:
    """`file` as passages and notes in JSON; 422 with `error`, a sentence, where it cannot be read."""
    upload = request.FILES.get("file")
    if upload is None or not upload.size:
        return JsonResponse({"error": _("The file is empty.")}, status=422)
    if upload.size > LARGEST:
        return JsonResponse({"error": _("The file is too large for a text.")}, status=422)
    try:
        return HttpResponse(as_json(read_text(upload.read())), content_type="application/json")
    except SourcebookError as error:
        return JsonResponse({"error": str(error)}, status=422)


@require_POST
@for_editors_of_sources
def read_paste(request: HttpRequest) -> HttpResponse:
    """`html` from the clipboard: blocks, notes and notices in JSON, and the same as `passages`."""
    try:
        written = read_html(request.POST.get("html", ""))
    except SourcebookError as error:
        return JsonResponse({"error": str(error)}, status=422)
    told = {**msgspec.to_builtins(written), "passages": msgspec.to_builtins(with_keys(written).passages)}
    return JsonResponse(told)
