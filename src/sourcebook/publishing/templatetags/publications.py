from typing import Any

from django import template

from sourcebook.publishing.publications.drafting import may_edit
from sourcebook.publishing.publications.listing import lines_of

SHOWN = 5

register = template.Library()


@register.inclusion_tag("publishing/publications_of.html", takes_context=True)
def publications_of(context: Any, thing: Any) -> dict[str, Any]:
    """The latest publications of a thing, above its history."""
    thing = getattr(thing, "specific", thing)
    request = context["request"]
    found = lines_of(thing, 0, SHOWN + 1) if hasattr(thing, "identifier") else []
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "thing": thing,
        "lines": found[:SHOWN],
        "more": len(found) > SHOWN,
        "may_edit": bool(found) and may_edit(request.user, thing),
    }
