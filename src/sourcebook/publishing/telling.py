"""What an editor's click has set going in the background is told, and why it was refused."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sourcebook.errors import SourcebookError
from sourcebook.publishing.background.showing import address_of, message_of
from sourcebook.publishing.background.starting import noticed
from sourcebook.publishing.gate.passing import NotThroughTheGateError


class TellingMiddleware:
    """Adds the messages to whatever page the click leads to, where that is not the page of the work itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_click(request):
            return self.get_response(request)
        with noticed() as runs:
            response = self.get_response(request)
        if response.status_code == 302:
            for run in runs:
                if response["Location"] != address_of(run):
                    messages.info(request, message_of(run))
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        # The gate has a page of its own for what it stops.
        refused = isinstance(error, SourcebookError) and not isinstance(error, NotThroughTheGateError)
        if not refused or not _is_click(request):
            return None
        messages.error(request, str(error))
        return redirect(request.META.get("HTTP_REFERER") or "wagtailadmin_home")


def _is_click(request: HttpRequest) -> bool:
    return request.method == "POST" and request.path.startswith("/admin/")
