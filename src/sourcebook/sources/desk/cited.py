"""Which parts of a source are cited, and by whom: asked before a passage's key goes away."""

from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from sourcebook.sources.citing import citations
from sourcebook.sources.desk.permission import for_editors_of_sources


@require_safe
@for_editors_of_sources
def cited(request: HttpRequest, source: int) -> JsonResponse:
    """JSON: by span, who cites it, as `{"p12": [{"title": …, "address": …}]}`."""
    from sourcebook.sources.models import Source

    cited_source = Source.objects.filter(pk=source).first()
    if cited_source is None:
        raise Http404(source)
    found: dict[str, list[dict[str, Any]]] = {}
    for fragment, title, address in citations(cited_source, request.user):
        if fragment:
            found.setdefault(fragment, []).append({"title": title, "address": address})
    return JsonResponse(found)
