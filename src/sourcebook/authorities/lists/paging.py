"""Pages of a long list: first the keys, which an index gives in order, then the wide rows of this page alone."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.paginator import WagtailPaginator


def rows_of(model: Any, keys: Iterable[int]) -> list[Any]:
    """The rows with these keys, in their order, each with who changed it; without what no list shows."""
    wanted = list(keys)
    found = (
        model._default_manager.filter(pk__in=wanted)
        .select_related("latest_revision", "changed_by")
        .defer("latest_revision__content", "description")
        .order_by()
        .in_bulk()
    )
    return [found[key] for key in wanted if key in found]


Rows = Callable[[Any, Iterable[int]], list[Any]]
"""The rows of a model with these keys, in their order."""


COUNTED = 10_000
"""Matches that are counted one by one: past them it matters only that there are many."""


class KeysFirst(WagtailPaginator):
    """A paginator over things of `model`, of which `object_list` is asked for keys only."""

    def __init__(
        self, object_list: QuerySet[Any], per_page: int, *, model: Any, rows: Rows = rows_of, **kwargs: Any
    ) -> None:
        super().__init__(object_list, per_page, **kwargs)
        self.of = model
        self.rows = rows

    @property
    def model(self) -> Any:
        return self.of

    @cached_property
    def count(self) -> int:
        """How many there are; where something is asked for, counted up to `COUNTED` and no further."""
        if not self.object_list.query.where:
            return int(super().count)
        return int(self.object_list.order_by()[: COUNTED + 1].count())

    @property
    def more_than(self) -> int | None:
        """What was counted, where there are more."""
        return COUNTED if self.object_list.query.where and self.count > COUNTED else None

    def page(self, number: Any) -> Any:
        page = super().page(number)
        page.object_list = self.rows(self.of, page.object_list.values_list("pk", flat=True))
        return page
