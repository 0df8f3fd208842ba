"""Passages between the columns of the form and the text in which they can be written too."""

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sourcebook.authorities.forms.inputs import plain
from sourcebook.record.passages_text import PassagesError, read_passages, write_passages
from sourcebook.sources.desk.permission import for_editors_of_sources
from sourcebook.sources.fields import TextBody


@require_POST
@for_editors_of_sources
def plain_passages(request: HttpRequest) -> HttpResponse:
    """Given `text`, its passages and notes; given `passages` (a TextBody in JSON), the text. 422 with `error`."""
    try:
        if "passages" in request.POST:
            body = msgspec.json.decode(request.POST["passages"], type=TextBody)
            return JsonResponse({"text": write_passages(body.passages, body.notes)})
        read = read_passages(plain(request.POST.get("text", "")))
    except PassagesError as error:
        said = _("Line %(line)d: %(error)s") % {"line": error.line, "error": error}
        return JsonResponse({"error": said}, status=422)
    except msgspec.MsgspecError as error:
        return JsonResponse({"error": str(error)}, status=422)
    body = TextBody(passages=read.passages, notes=read.notes)
    return HttpResponse(msgspec.json.encode(body), content_type="application/json")
