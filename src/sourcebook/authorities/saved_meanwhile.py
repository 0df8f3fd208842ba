"""Whoever has a form open is told that somebody else saved a version meanwhile, also of what had none before.

An open form asks every few seconds, naming the version it was opened on. One that was opened when there was none, as of
all that an import brought, names nothing, and Wagtail would tell it only that somebody else is there.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import RevisionMixin

ASKS = "wagtailadmin_editing_sessions:ping"
BEFORE_ALL = "1970-01-01T00:00:00+00:00"


class SavedMeanwhile:
    """Middleware that names the first moment of all to a question that names no version."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        match = request.resolver_match
        if match is None or match.view_name != ASKS or request.POST.get("revision_id"):
            return
        latest = _latest_version(kwargs)
        # What one saved oneself is nothing to be warned of.
        if latest is not None and latest.user_id not in (None, request.user.pk):
            given: Any = request.POST.copy()
            given["revision_id"], given["revision_created_at"] = str(latest.pk), BEFORE_ALL
            request.POST = given


def _latest_version(asked: dict[str, Any]) -> Any:
    """Nothing for what is no thing of ours; the view itself says so then."""
    try:
        model = apps.get_model(asked["app_label"], asked["model_name"])
        key = model._meta.pk.to_python(unquote(asked["object_id"]))
    except (LookupError, ValidationError):
        return None
    if not issubclass(model, RevisionMixin):
        return None
    rows = model._default_manager.filter(pk=key).select_related("latest_revision")
    thing = rows.defer("latest_revision__content").first()
    return thing and thing.latest_revision
