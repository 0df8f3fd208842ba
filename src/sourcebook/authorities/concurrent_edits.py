"""Two people at one form: a draft that saves itself never takes the place of one that somebody else saved meanwhile.

Wagtail compares the version that a form was opened on with the latest one. A form that was opened when there was none
yet, as of everything that an import brought, names no version and is taken for up to date; here it is not.
"""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from wagtail import hooks

_NAMED = ("overwrite_revision_id", "loaded_revision_id")


@hooks.register("before_edit_snippet")
@hooks.register("before_edit_page")
def spare_the_first_draft(request: HttpRequest, thing: Any) -> JsonResponse | None:
    """Refuse a self-saving form that knows of no version where there is one by now; its page says so then."""
    saves_itself = request.method == "POST" and not request.accepts("text/html")
    if not saves_itself or not thing.latest_revision_id or any(request.POST.get(name) for name in _NAMED):
        return None
    words = _("Somebody saved a newer version since you opened this form: open it again to go on from there.")
    return JsonResponse(
        {"success": False, "error_code": "invalid_revision", "error_message": words}, status=400
    )
