"""What every answer to a picker has in common: who may ask, and how faults are told."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

LONGEST = 200
"""Characters of a question; what is longer is no name."""

Answer = Callable[[HttpRequest], dict[str, Any]]


class AskedWronglyError(Exception):
    """The question cannot be answered; the message says why."""


def answers(answer: Answer) -> Callable[[HttpRequest], JsonResponse]:
    """A view that gives the answer in JSON; a fault is a sentence under `error`."""

    @wraps(answer)
    def view(request: HttpRequest) -> JsonResponse:
        try:
            return JsonResponse(answer(request))
        except AskedWronglyError as error:
            return JsonResponse({"error": str(error)}, status=400)

    return never_cache(require_safe(view))


def require(user: Any, app: str, model: str) -> None:
    """Refuse whoever may not even look at things of this kind."""
    if not any(user.has_perm(f"{app}.{verb}_{model}") for verb in ("view", "add", "change", "publish")):
        raise PermissionDenied


def page_of(request: HttpRequest) -> int:
    """The page that is asked for, from 1."""
    asked = request.GET.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def missing(reference: str) -> AskedWronglyError:
    return AskedWronglyError(_("There is no %(reference)s on the desk.") % {"reference": reference[:100]})
