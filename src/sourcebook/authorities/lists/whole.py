"""All that a list shows, on all its pages: what “select all” means beside a search and filters."""

from copy import copy
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve

from sourcebook.authorities.lists.views import SearchedList


def keys_listed_at(address: str, model: Any, request: HttpRequest) -> Any:
    """The keys of a model's things that the list at an address shows to who asks; none where it is no such list."""
    path, _mark, query = address.partition("?")
    none = model._default_manager.none().values_list("pk", flat=True)
    try:
        found = resolve(path)
    except Resolver404:
        return none
    view_class = getattr(found.func, "view_class", None)
    if view_class is None or not issubclass(view_class, SearchedList):
        return none
    view: Any = view_class(**getattr(found.func, "view_initkwargs"))  # noqa: B009
    if view.model is not model:
        return none
    asked = copy(request)
    asked.GET = QueryDict(query)
    view.setup(asked, *found.args, **found.kwargs)
    return view.get_queryset().order_by().values_list("pk", flat=True)


class OfTheList:
    """Laid over one of Wagtail's deeds on many things, for which “all” is every row of the table, filtered or not."""

    model: Any
    next_url: str
    request: HttpRequest

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        return keys_listed_at(self.next_url, self.model, self.request)
