"""The editor's styles and scripts, served from the packages they came in."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.static import serve


def static_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file below `/static/`; an address that names the version of its package (`?v=`) is kept for a year."""
    try:
        found = finders.find(path)
    except SuspiciousFileOperation as error:
        raise Http404(path) from error
    if not isinstance(found, str) or not Path(found).is_file():
        raise Http404(path)
    response = serve(request, Path(found).name, document_root=str(Path(found).parent))
    if "v" in request.GET:
        patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=3600)
    return response
