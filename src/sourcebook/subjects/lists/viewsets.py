"""The lists in the menu, above that of sources."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, ParentPageColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from sourcebook.authorities.lists.columns import ChangeColumn, StateColumn
from sourcebook.authorities.lists.filters import RecordFilters, filters_of
from sourcebook.authorities.lists.views import SearchedList
from sourcebook.subjects.lists.filters import SubjectFilters
from sourcebook.subjects.lists.rows import page_rows
from sourcebook.subjects.models import SubjectPage, ThemePage, YearPage
from sourcebook.subjects.queries import entitled


class PageListView(SearchedList, IndexView):
    """Of the pages of one kind that its reader may look at."""

    search = staticmethod(entitled)
    rows = staticmethod(page_rows)
    template_name = "sourcebook/lists/pages.html"
    results_template_name = "sourcebook/lists/page_results.html"

    def get_base_queryset(self) -> Any:
        pages, user = super().get_base_queryset(), self.request.user
        if user.is_superuser:
            return pages
        seen = self.permission_policy.explorable_instances(user)
        return pages.filter(pk__in=seen.order_by().values("pk"))


def _list_view(empty: Any) -> type[PageListView]:
    """That says this while there is nothing."""
    return type("PageListView", (PageListView,), {"empty": empty})


def _headed(page: Any) -> str:
    return str(page.heading or page.slug)


class PagesOfAKind(PageListingViewSet):
    """Searched by titles in all languages."""

    add_to_admin_menu = True
    list_per_page = 50
    ordering = "heading"
    columns = [
        BulkActionsColumn("bulk_actions"),
        # Wagtail's own column asks for each line what its reader may do with it, several times.
        TitleColumn(
            "heading",
            label=_("Title"),
            sort_key="heading",
            url_name="wagtailadmin_pages:edit",
            accessor=_headed,
        ),
        StateColumn(),
        ChangeColumn(),
    ]
    filters: type[RecordFilters] = RecordFilters

    @property
    def filterset_class(self) -> type[RecordFilters]:
        return filters_of(self.model, self.filters)


def _written(subject: Any) -> str:
    return subject.date.as_written if subject.date else ""


class Subjects(PagesOfAKind):
    model = SubjectPage
    name = "subject_pages"
    url_prefix = "subjects"
    index_view_class = _list_view(
        _(
            "No subjects yet. Add a year first, then a subject below it: an essay, and the sources that let readers "
            "judge."
        )
    )
    icon = "doc-full-inverse"
    menu_label = _("Subjects")
    menu_order = 190
    filters = SubjectFilters
    columns = [
        *PagesOfAKind.columns[:2],
        ParentPageColumn("parent", label=_("Year")),
        Column("date", label=_("Date"), accessor=_written, classname="sb-list-date sb-wide"),
        *PagesOfAKind.columns[2:],
    ]


class Themes(PagesOfAKind):
    model = ThemePage
    name = "theme_pages"
    url_prefix = "themes"
    index_view_class = _list_view(_("No themes yet. A theme is a question that cuts across the years."))
    icon = "tag"
    menu_label = _("Themes")
    menu_order = 192


class Years(PagesOfAKind):
    model = YearPage
    name = "year_pages"
    url_prefix = "years"
    index_view_class = _list_view(_("No years yet. Add the first one: subjects stand below their year."))
    icon = "calendar"
    menu_label = _("Years")
    menu_order = 194


VIEWSETS = (Subjects(), Themes(), Years())
