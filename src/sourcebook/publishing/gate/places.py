"""Where a fault is mended: the editor's form, opened at its input."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.urls import reverse

from sourcebook.subjects.models import PAGES


def edit_address(kind: str, key: Any, field: str = "", words: str = "") -> str:
    """The form of a thing; `frontend/desk/mend.js` opens the tab of the field and shows the place."""
    if kind in PAGES:
        address = reverse("wagtailadmin_pages:edit", args=[key])
    else:
        from sourcebook.publishing.models_of_kinds import MODELS

        address = reverse(MODELS[kind].snippet_viewset.get_url_name("edit"), args=[quote(key)])
    at = {name: value for name, value in (("mend", field), ("words", words[:200])) if value}
    return f"{address}?{urlencode(at)}" if at else address


def edit_address_of(thing: Any, field: str = "", words: str = "") -> str:
    return edit_address(thing.KIND or thing.kind, thing.pk, field, words)
