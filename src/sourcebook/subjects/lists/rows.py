"""The wide rows of one page of a list."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page


def page_rows(model: Any, keys: Iterable[int]) -> list[Any]:
    """The pages with these keys, in their order, each with what it stands below."""
    wanted = list(keys)
    found = model._default_manager.filter(pk__in=wanted).select_related("changed_by").order_by().in_bulk()
    rows = [found[key] for key in wanted if key in found]
    Page.objects.annotate_parent_page(rows)
    return rows
