"""The report of the archive's state in the editor: counts, filters, pages, and everything as CSV."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView

from sourcebook.publishing.gate import Fault
from sourcebook.publishing.gate.places import edit_address
from sourcebook.publishing.gate.sentences import HEADINGS, heading, sentence
from sourcebook.publishing.models import CheckedRecord, FoundFault, ToCheck
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.roles import VIEW_REPORT
from sourcebook.publishing.state import figures
from sourcebook.publishing.state.anew import never_looked_at
from sourcebook.publishing.state.lines import Lines, as_csv
from sourcebook.publishing.state.looking import look

FEW = 100
"""What waits to be looked at up to this number is looked at before the report is shown."""


class StateFilterSet(WagtailFilterSet):
    """What a report is asked for."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=lambda: [(kind, capfirst(str(model._meta.verbose_name))) for kind, model in MODELS.items()],
    )
    fault = django_filters.ChoiceFilter(
        label=_("Fault"), method="having", choices=lambda: [(code, heading(code)) for code in HEADINGS]
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=CheckedRecord.State.choices)
    by = django_filters.ModelChoiceFilter(
        label=_("Last changed by"), queryset=lambda request: User.objects.order_by("username")
    )
    shown = django_filters.ChoiceFilter(
        label=_("Show"),
        method="showing",
        empty_label=_("Everything"),
        choices=[("stopped", _("What cannot be published")), ("faulty", _("What has any fault"))],
    )

    class Meta:
        model = CheckedRecord
        fields: list[str] = []

    def having(self, records: QuerySet[Any], name: str, code: str) -> QuerySet[Any]:
        return records.filter(pk__in=FoundFault.objects.filter(code=code).values("record_id"))

    def showing(self, records: QuerySet[Any], name: str, shown: str) -> QuerySet[Any]:
        found = records.filter(blocks__gt=0)
        return found if shown == "stopped" else found | records.filter(advice__gt=0)


class StateReport(ReportView):
    """Everything on the desk with what is to be mended in it."""

    model = CheckedRecord
    page_title = _("State of the archive")
    header_icon = "tasks"
    index_url_name = "state_report"
    index_results_url_name = "state_report_results"
    results_template_name = "publishing/state_results.html"
    template_name = "publishing/state.html"
    filterset_class = StateFilterSet
    default_ordering = ("title", "pk")
    permission_required = VIEW_REPORT
    list_export = ["reference", "title", "state", "by", "code", "severity", "field", "words", "sentence"]
    export_headings = {name: name for name in list_export}

    def user_has_permission(self, permission: str) -> bool:
        return bool(self.request.user.has_perm(VIEW_REPORT))

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if ToCheck.objects.count() <= FEW:
            look()
        if self.is_export:
            # Before Wagtail makes the page of it, for which it reads every row.
            return self.as_spreadsheet(Lines(self.get_filtered_queryset()), request.GET.get("export"))
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Any]:
        return CheckedRecord.objects.select_related("by").order_by("title", "pk")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """The faults of a page's records are fetched at once."""
        records = list(object_list)
        faults: dict[int, list[Any]] = {record.pk: [] for record in records}
        for row in FoundFault.objects.filter(record__in=records).order_by("pk"):
            faults[row.record_id].append(row)
        for record in records:
            record.edit = edit_address(record.kind, record.key)
            record.shown_faults = [
                {
                    "sentence": sentence(_fault(record, row)),
                    "blocks": row.severity == "blocks",
                    "address": edit_address(record.kind, record.key, row.field, row.words),
                }
                for row in faults[record.pk]
            ]
        return records

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if not self.results_only:
            context |= {
                "states": [state.label for state in figures.STATES],
                "kinds": figures.by_kind(),
                "codes": figures.by_code(),
                "to_check": ToCheck.objects.count(),
                "never": never_looked_at(),
            }
        return context

    def stream_csv(self, queryset: Any) -> Iterator[str]:
        return as_csv(queryset, self.list_export)

    def get_filename(self) -> str:
        return "state-of-the-archive"


def _fault(record: CheckedRecord, row: FoundFault) -> Fault:
    return Fault(
        code=row.code,
        reference=record.reference,
        field=row.field,
        words=row.words,
        about=row.about,
        target=row.target,
    )
