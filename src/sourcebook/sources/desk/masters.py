"""Masters for those who edit, published or not, at `/admin/masters/<checksum>`: to be heard and looked at closely."""

import re

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from sourcebook.archive_folder import current_archive
from sourcebook.masters.facts import FactsError
from sourcebook.masters.receiving import facts_in_inbox
from sourcebook.sources.desk.permission import for_editors_of_sources

PIECE = 2 * 2**20
"""Bytes of one answer to a player, which asks for the next itself: a film is never in memory whole."""
_RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})", re.ASCII)
HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": "sandbox; default-src 'none'",
}


def master_address(sha256: str) -> str:
    return reverse("sourcebook_master", args=[sha256])


@require_safe
@for_editors_of_sources
def master(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """The file, or the stretch of it that a player asks for."""
    archive = current_archive()
    try:
        facts = facts_in_inbox(archive.inbox, sha256)
    except FactsError as error:
        raise Http404(sha256) from error
    path = archive.master(sha256)
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None:
        return FileResponse(path.open("rb"), content_type=facts.media_type, headers=HEADERS)
    first = int(asked[1])
    last = min(int(asked[2] or facts.size), first + PIECE - 1, facts.size - 1)
    if first > last:
        return HttpResponse(status=416, headers=HEADERS | {"Content-Range": f"bytes */{facts.size}"})
    with path.open("rb") as file:
        file.seek(first)
        piece = file.read(last - first + 1)
    return HttpResponse(
        piece,
        status=206,
        content_type=facts.media_type,
        headers=HEADERS | {"Content-Range": f"bytes {first}-{last}/{facts.size}"},
    )
