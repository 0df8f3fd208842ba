"""What the foreign keys of a batch point to, as references, asked for once a batch."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Model

from sourcebook.authorities.models import Authority
from sourcebook.sources.models import Source
from sourcebook.subjects.models import ThemePage, YearPage


@cache
def _keys(model: type[Model]) -> tuple[tuple[str, type[Model]], ...]:
    """The columns of a model that point to an authority, a source or a theme."""
    found = []
    for field in model._meta.concrete_fields:
        target = field.related_model
        if not isinstance(target, type) or getattr(field.remote_field, "parent_link", False):
            continue
        for root in (Authority, Source, ThemePage):
            if issubclass(target, root):
                found.append((field.attname, root))
    return tuple(found)


class Referents:
    """References by primary key, as far as they were learnt."""

    def __init__(self) -> None:
        self._known: dict[type[Model], dict[Any, str]] = defaultdict(dict)
        self._years: dict[str, str] | None = None

    def learn(self, rows: Iterable[Model]) -> None:
        """Look up all that these rows point to: at most three queries, however many rows."""
        wanted: dict[type[Model], set[Any]] = defaultdict(set)
        for row in rows:
            for column, target in _keys(type(row)):
                key = getattr(row, column)
                if key is not None and key not in self._known[target]:
                    wanted[target].add(key)
        for target, keys in wanted.items():
            if target is Authority:
                for pk, kind, slug in (
                    Authority.objects.filter(pk__in=keys).values_list("pk", "kind", "slug").order_by()
                ):
                    self._known[target][pk] = f"{kind}:{slug}"
            else:
                kind = target.KIND  # type: ignore[attr-defined]
                slugs = target._default_manager.filter(pk__in=keys).values_list("pk", "slug").order_by()
                self._known[target].update((pk, f"{kind}:{slug}") for pk, slug in slugs)

    def authority(self, key: int | None) -> str:
        return "" if key is None else self._known[Authority][key]

    def source(self, key: int | None) -> str:
        return "" if key is None else self._known[Source][key]

    def theme(self, key: int) -> str:
        return self._known[ThemePage][key]

    def year_above(self, path: str) -> str:
        """The year under which the page with this tree path stands."""
        if self._years is None:
            self._years = {
                path: f"year:{slug}" for path, slug in YearPage.objects.values_list("path", "slug")
            }
        return self._years[path[: -YearPage.steplen]]
