"""Filters that lists of all kinds share."""

from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name

from sourcebook.authorities.lists.faults import with_faults
from sourcebook.authorities.lists.states import STATES, in_states


def _editors() -> list[tuple[int, str]]:
    """Everyone who may come in; few, even where there are many things."""
    users = get_user_model()._default_manager.filter(is_active=True).order_by("username")
    return [(user.pk, get_user_display_name(user)) for user in users]


class RecordFilters(WagtailFilterSet):
    """State, and who changed a thing last and when."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"),
        choices=list(STATES.items()),
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
        method="in_states",
    )
    faults = django_filters.ChoiceFilter(
        label=_("Faults"),
        choices=[("yes", _("some to be mended")), ("no", _("none known"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="having_faults",
    )
    changed_by = django_filters.MultipleChoiceFilter(
        label=_("Last changed by"), choices=_editors, widget=forms.CheckboxSelectMultiple, distinct=False
    )
    changed_at = django_filters.DateFromToRangeFilter(label=_("Last changed"), widget=DateRangePickerWidget)

    def having_faults(self, things: QuerySet[Any], name: str, wanted: str) -> QuerySet[Any]:
        keys = with_faults(self._meta.model.KIND)
        if keys is None or not wanted:
            return things
        return things.filter(pk__in=keys) if wanted == "yes" else things.exclude(pk__in=keys)

    def in_states(self, things: QuerySet[Any], name: str, states: list[str]) -> QuerySet[Any]:
        # The keys of review and schedule are kept under the model itself, not under the table of all kinds.
        return things.filter(in_states(self._meta.model, states)) if states else things


def filters_of(model: Any, filters: type[RecordFilters]) -> type[RecordFilters]:
    """These filters for the list of a model."""
    meta = type("Meta", (), {"model": model, "fields": ()})
    return type(f"{model.__name__}Filters", (filters,), {"Meta": meta})
