"""Thumbnails of masters, published or not, at `/admin/thumbnails/<checksum>`."""

from threading import Lock

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from sourcebook.archive_folder import current_archive
from sourcebook.masters.thumbnails import make_thumbnail, thumbnail_place
from sourcebook.sources.desk.permission import for_editors_of_sources

_ONE_AT_A_TIME = Lock()


def thumbnail_address(sha256: str) -> str:
    """Where an editor's browser finds it; 404 there for what is no picture."""
    return reverse("sourcebook_thumbnail", args=[sha256])


def keep_thumbnail(sha256: str) -> bool:
    """Make the thumbnail of a master that has arrived; False for what is no picture."""
    archive = current_archive()
    return make_thumbnail(archive.master(sha256), thumbnail_place(archive.thumbnails, sha256))


def forget_thumbnail(sha256: str) -> None:
    """The master is gone."""
    thumbnail_place(current_archive().thumbnails, sha256).unlink(missing_ok=True)


@require_safe
@for_editors_of_sources
def thumbnail(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """The picture; made anew only where somebody has deleted the folder of access copies since it arrived."""
    archive = current_archive()
    place = thumbnail_place(archive.thumbnails, sha256)
    if not place.exists():
        with _ONE_AT_A_TIME:
            if not archive.master(sha256).is_file() or not keep_thumbnail(sha256):
                raise Http404(sha256)
    # A checksum names one picture for ever; it is private, so that only the browser may keep it.
    return FileResponse(
        place.open("rb"),
        content_type="image/webp",
        headers={"Cache-Control": "private, max-age=31536000, immutable"},
    )
