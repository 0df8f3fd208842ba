"""The list of one kind, of sources and authorities as of pages."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.snippets.views.snippets import IndexView

from sourcebook.authorities.lists.buttons import buttons_of
from sourcebook.authorities.lists.paging import KeysFirst, Rows, rows_of
from sourcebook.authorities.lists.saved_filters import asked_of, saved_filters_button
from sourcebook.authorities.lists.states import in_review, scheduled

Search = Callable[[QuerySet[Any], str], QuerySet[Any]]


class SearchedList(BaseListingView):
    """Sought in our own index of words, filtered and sorted by keys, with the rows of one page.

    Laid over one of Wagtail's views of a list.
    """

    search: Search
    rows: Rows = staticmethod(rows_of)
    orders: ClassVar[dict[str, tuple[str, ...]]] = {}
    """What follows a column in its order, as an index has it; the key comes last."""
    empty: Any = ""
    """What is told where there is nothing yet: what belongs here, and what to do first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        listed: QuerySet[Any] = self.model.listed()
        return listed

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return type(self).search(queryset, self.search_query) if self.is_searching else queryset

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """By the column, then by key in the same direction, so that pages neither overlap nor leave anything out."""
        ordering = self.ordering or self.default_ordering
        if not isinstance(ordering, str):
            return queryset.order_by(*ordering)
        column = ordering.removeprefix("-")
        sign = ordering[: -len(column)]
        return queryset.order_by(*(f"{sign}{name}" for name in (column, *self.orders.get(column, ()), "pk")))

    def get_paginator(self, queryset: QuerySet[Any], per_page: int, **kwargs: Any) -> KeysFirst:
        return KeysFirst(queryset, per_page, model=self.model, rows=self.rows, **kwargs)

    def paginate_queryset(self, queryset: QuerySet[Any], page_size: int) -> Any:
        paginator, page, rows, more = super().paginate_queryset(queryset, page_size)
        self._look_up_states(rows)
        for column in self.columns:
            if look_up := getattr(column, "look_up", None):
                look_up(rows)
        return paginator, page, rows, more

    def _look_up_states(self, rows: list[Any]) -> None:
        """Two questions for the whole page, where Wagtail asks them for each line."""
        keys = [str(row.pk) for row in rows]
        under_review = set(in_review(self.model).filter(object_id__in=keys))
        waiting = set(scheduled(self.model).filter(object_id__in=keys))
        for row in rows:
            row.further_states = [
                *(["review"] if row.pk in under_review else []),
                *(["scheduled"] if row.pk in waiting else []),
            ]

    @cached_property
    def no_results_message(self) -> Any:
        if self.is_searching or self.is_filtering:
            return _("Nothing here is like this. Try fewer letters or another name, or take a filter away.")
        return self.empty

    @property
    def asked(self) -> str:
        """What is asked of the list, as in its address, without the page."""
        return asked_of(self.request).urlencode()

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [*super().header_more_buttons, *buttons_of(self)]

    @cached_property
    def header_buttons(self) -> list[Any]:
        return [*super().header_buttons, saved_filters_button(self.request, self.index_url)]


class ListView(SearchedList, IndexView):
    """Of sources and authorities."""

    def _get_title_column(self, *args: Any, **kwargs: Any) -> Any:
        column = super()._get_title_column(*args, **kwargs)
        column.sort_key = "heading"
        return column


def list_view(search: Search, empty: Any, **orders: tuple[str, ...]) -> type[ListView]:
    """A list whose search box asks `search`, and which says `empty` while there is nothing."""
    own = {"search": staticmethod(search), "empty": empty, "orders": orders}
    return type("SearchedListView", (ListView,), own)
