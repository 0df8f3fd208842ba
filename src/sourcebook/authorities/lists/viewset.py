from wagtail.snippets.views.snippets import SnippetViewSet

from sourcebook.authorities.lists.columns import ChangeColumn, StateColumn
from sourcebook.authorities.lists.filters import RecordFilters, filters_of


class RecordViewSet(SnippetViewSet):
    """What the editor's lists of all kinds share."""

    add_to_admin_menu = True
    list_display = ["__str__", StateColumn(), ChangeColumn()]
    ordering = ["heading", "pk"]
    list_per_page = 50
    search_fields = ["heading"]
    copy_view_enabled = False
    index_results_template_name = "sourcebook/lists/results.html"

    @property
    def filterset_class(self) -> type[RecordFilters]:
        return filters_of(self.model, self.filters)

    filters: type[RecordFilters] = RecordFilters
