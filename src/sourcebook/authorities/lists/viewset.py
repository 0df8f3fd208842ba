from wagtail.snippets.views.snippets import SnippetViewSet

from sourcebook.authorities.lists.columns import ChangeColumn, StateColumn
from sourcebook.authorities.lists.filters import RecordFilters


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
        meta = type("Meta", (), {"model": self.model, "fields": ()})
        return type(f"{self.model.__name__}Filters", (self.filters,), {"Meta": meta})

    filters: type[RecordFilters] = RecordFilters
