"""Columns that lists of all kinds show."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name

from sourcebook.authorities.languages import archive_languages
from sourcebook.authorities.lists.states import STATES, state_of_row

_BRIGHT = ("live", "changed")


class StateColumn(Column):
    """Draft, published, withdrawn, in review …; what the row does not know itself the list's view has looked up."""

    cell_template_name = "sourcebook/lists/state_cell.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("state", label=_("State"), **kwargs)

    def get_value(self, instance: Any) -> Any:
        return STATES[state_of_row(instance)]

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        further = getattr(instance, "further_states", ())
        return context | {
            "is_public": state_of_row(instance) in _BRIGHT,
            "further": [STATES[state] for state in further],
            "locked": instance.locked,
        }


class DetailsColumn(Column):
    """Dates and summary, which tell two of one name apart."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("details", label=_("Details"), accessor=str, classname="sb-wide", **kwargs)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        table = parent_context["table"]
        if not hasattr(table, "languages"):
            table.languages = archive_languages()
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return context | {"value": instance.details(table.languages)}


class ChangeColumn(Column):
    """When a thing was last changed, and by whom."""

    cell_template_name = "sourcebook/lists/change_cell.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "changed_at", label=_("Last change"), sort_key="changed_at", classname="sb-wide", **kwargs
        )

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        by = instance.changed_by
        return context | {"by": get_user_display_name(by) if by else ""}
