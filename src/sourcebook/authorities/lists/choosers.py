"""Choosers that search our own words, with what tells two of one name apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from sourcebook.authorities.lists.columns import DetailsColumn, StateColumn
from sourcebook.authorities.lists.paging import KeysFirst, rows_of
from sourcebook.authorities.lists.views import Search
from sourcebook.authorities.models import AUTHORITIES, Authority
from sourcebook.authorities.queries import named


def filter_form(search: Search) -> type[BaseFilterForm]:
    """A chooser's search box that asks `search`."""

    class SearchForm(BaseFilterForm):
        q = forms.CharField(
            label=_("Search"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
        )

        def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
            objects = super().filter(objects)
            if query := self.cleaned_data.get("q"):
                self.is_searching = True
                self.search_query = query
                objects = search(objects, query)
            return objects

    return SearchForm


class _Listed:
    """The list of a chooser: in order of headings, each with its details and state."""

    ordering = ("heading", "pk")
    per_page = 25
    model_class: Any
    further_columns: tuple[Column, ...] = (DetailsColumn(),)
    rows: Callable[[Any, Iterable[int]], list[Any]] = staticmethod(rows_of)

    def get_object_list(self) -> QuerySet[Any]:
        listed: QuerySet[Any] = self.model_class.listed()
        return listed

    @cached_property
    def paginator_class(self) -> Any:
        return partial(KeysFirst, model=self.model_class, rows=self.rows)

    def get_results_page(self, request: Any) -> Any:
        page = super().get_results_page(request)  # type: ignore[misc]
        for column in self.further_columns:
            if look_up := getattr(column, "look_up", None):
                look_up(page.object_list)
        return page

    @property
    def columns(self) -> list[Column]:
        title: Column = self.title_column  # type: ignore[attr-defined]
        return [title, *self.further_columns, StateColumn()]


_CHOOSE = {
    "person": _("Choose a person"),
    "organisation": _("Choose an organisation"),
    "place": _("Choose a place"),
    "event": _("Choose an event"),
    "term": _("Choose a term"),
    "source": _("Choose a source"),
}


class ChooserInput(AdminSnippetChooser):
    """A chooser that speaks the language of whoever sees it, not of whoever opened the first form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_one_text = _CHOOSE[self.model._meta.model_name]
        self.choose_another_text = _("Choose another")
        self.link_to_chosen_text = _("Edit this")


def chooser_viewset(search: Search, *further_columns: Column) -> type[SnippetChooserViewSet]:
    """A chooser of one kind that asks `search`."""
    own: dict[str, Any] = {"filter_form_class": filter_form(search)}
    if further_columns:
        own["further_columns"] = further_columns

    class SearchedChooserViewSet(SnippetChooserViewSet):
        base_widget_class = ChooserInput
        choose_view_class = type("SearchedChooseView", (_Listed, ChooseView), own)
        choose_results_view_class = type("SearchedChooseResultsView", (_Listed, ChooseResultsView), own)

    return SearchedChooserViewSet


def _each_of_its_kind(model: Any, keys: Iterable[int]) -> list[Any]:
    """The rows with these keys as people, places …, because dates stand in the tables of these."""
    rows = rows_of(Authority, keys)
    of_kind: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        of_kind[row.kind].append(row.pk)
    own = {row.pk: row for kind, those in of_kind.items() for row in rows_of(AUTHORITIES[kind], those)}
    return [own.get(row.pk, row) for row in rows]


class _OfAllKinds(_Listed):
    """People, organisations, places, events and terms together."""

    filter_form_class = filter_form(named)
    further_columns = (DetailsColumn(), Column("kind", label=_("Kind"), accessor="get_kind_display"))
    rows = staticmethod(_each_of_its_kind)


class AuthorityChooseView(_OfAllKinds, chooser.ChooseView):
    """The chooser's window."""


class AuthorityChooseResultsView(_OfAllKinds, chooser.ChooseResultsView):
    """Its list."""


authority_chooser = ChooserViewSet(
    "authority_chooser",
    model=Authority,
    icon="group",
    choose_one_text=_("Choose a person, organisation, place, event or term"),
    choose_another_text=_("Choose another"),
    edit_item_text=_("Edit this"),
    choose_view_class=AuthorityChooseView,
    choose_results_view_class=AuthorityChooseResultsView,
)
