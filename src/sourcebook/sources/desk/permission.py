"""Who may see files that are not published."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_VERBS = ("add", "change", "publish")

View = Callable[..., HttpResponseBase]


def may_edit_sources(user: Any) -> bool:
    """Whether somebody writes or publishes sources."""
    return any(user.has_perm(f"sources.{verb}_source") for verb in _VERBS)


def for_editors_of_sources(view: View) -> View:
    """The view, for those alone; Wagtail itself has asked before whether the user may enter the editor."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_edit_sources(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
