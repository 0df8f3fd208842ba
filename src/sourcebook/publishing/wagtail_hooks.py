"""A deletion that is refused is told in a sentence, before the question whether one is sure."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages

from sourcebook.errors import SourcebookError
from sourcebook.publishing.deleting import check_deletable


def _refused(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    try:
        for thing in things:
            if hasattr(thing, "KIND"):
                check_deletable(thing)
    except SourcebookError as error:
        messages.error(request, str(error))
        return redirect(request.META.get("HTTP_REFERER") or "wagtailadmin_home")
    return None


@hooks.register("before_delete_snippet")
def before_snippets(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    return _refused(request, instances)


@hooks.register("before_delete_page")
def before_page(request: HttpRequest, page: Any) -> HttpResponse | None:
    return _refused(request, [one.specific for one in page.get_descendants(inclusive=True)])


@hooks.register("before_bulk_action")
def before_bulk(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    return _refused(request, [getattr(one, "specific", one) for one in objects])
