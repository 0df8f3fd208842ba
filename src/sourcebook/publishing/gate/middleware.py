"""Whoever is stopped at the gate, by whichever button, sees what is to be mended."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from sourcebook.publishing.gate.passing import NotThroughTheGateError

SHOWN = 50
"""Things that the page of one refusal names in its address."""


class GateMiddleware:
    """Turns the refusal into the gate's page; what the view had begun in a transaction is undone by then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, NotThroughTheGateError):
            return None
        wanted = urlencode([("of", one) for one in error.references[:SHOWN]] + [("stopped", "yes")])
        address = f"{reverse('gate')}?{wanted}"
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # The window in which a review is approved goes where it is told to.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
