"""What Django cannot make sense of: a form that is too large is told so, all else is asked for again."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def misunderstood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 for what is longer than a form may be, else 400."""
    if isinstance(exception, TOO_LARGE):
        return render(request, "413.html", status=413)
    return bad_request(request, exception)
