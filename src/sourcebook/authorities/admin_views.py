"""Lists and choosers that search our own columns: Wagtail's index would be rescanned at every save."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from sourcebook.authorities.models import Authority
from sourcebook.authorities.queries import named

Search = Callable[[QuerySet[Any], str], QuerySet[Any]]


def index_view(search: Search) -> type[IndexView]:
    """A list whose search box asks `search`."""

    class SearchedIndexView(IndexView):
        def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
            return search(queryset, self.search_query) if self.is_searching else queryset

    return SearchedIndexView


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


def chooser_viewset(search: Search) -> type[SnippetChooserViewSet]:
    """A chooser of one kind that asks `search`."""
    form = filter_form(search)

    class SearchedChooserViewSet(SnippetChooserViewSet):
        choose_view_class = type("SearchedChooseView", (ChooseView,), {"filter_form_class": form})
        choose_results_view_class = type(
            "SearchedChooseResultsView", (ChooseResultsView,), {"filter_form_class": form}
        )

    return SearchedChooserViewSet


class RecordViewSet(SnippetViewSet):
    """What the editor's lists of all kinds share."""

    add_to_admin_menu = True
    list_display = ["__str__", "slug", LiveStatusTagColumn()]
    list_filter = ["live"]
    ordering = ["heading", "pk"]
    list_per_page = 50
    search_fields = ["heading"]
    copy_view_enabled = False


class _OfAllKinds:
    """The list of a chooser that offers people, organisations, places, events and terms together."""

    filter_form_class = filter_form(named)
    per_page = 25
    ordering = ["heading", "pk"]

    @property
    def columns(self) -> list[Column]:
        columns: list[Column] = super().columns  # type: ignore[misc]
        return [
            *columns,
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            LiveStatusTagColumn(sort_key=None),
        ]


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
