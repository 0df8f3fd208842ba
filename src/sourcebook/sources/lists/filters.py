"""Filters of the list of sources."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import NumberRangeWidget

from sourcebook.authorities.forms.vocabularies import rights_statements
from sourcebook.authorities.lists.choosers import authority_chooser
from sourcebook.authorities.lists.filters import RecordFilters
from sourcebook.authorities.models import Authority
from sourcebook.sources.models import Source, SourceAbout, SourceContribution, SourceTheme
from sourcebook.sources.themes import themes
from sourcebook.vocabulary.dates import read_date, sort_key
from sourcebook.vocabulary.languages import language_name

NONE = "none"
"""Stands for sources that have no rights statement."""


def _rights() -> list[tuple[str, Any]]:
    return [(NONE, _("None yet")), *rights_statements()]


def _languages() -> list[tuple[str, str]]:
    used = Source.objects.order_by().values_list("languages", flat=True).distinct()
    tags = sorted({tag for those in used for tag in those})
    return [(tag, language_name(tag, get_language() or "en")) for tag in tags]


def _day(year: Any, *, last: bool = False) -> int:
    """The number of the first or last day of a year."""
    _placed, first, _open, end, *_ = sort_key(read_date(f"{int(year):04}"))
    return end if last else first


class SourceFilters(RecordFilters):
    """By what a source is, when it was made, and what it points to."""

    medium = django_filters.MultipleChoiceFilter(
        label=_("Medium"),
        choices=Source._meta.get_field("medium").choices,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
    )
    years = django_filters.NumericRangeFilter(label=_("Years"), widget=NumberRangeWidget, method="in_years")
    language = django_filters.ChoiceFilter(label=_("Language"), choices=_languages, method="in_language")
    rights = django_filters.MultipleChoiceFilter(
        label=_("Rights"),
        choices=_rights,
        widget=forms.CheckboxSelectMultiple,
        distinct=False,
        method="with_rights",
    )
    theme = django_filters.ChoiceFilter(label=_("Theme"), choices=themes, method="of_theme")
    about = django_filters.ModelChoiceFilter(
        label=_("About, by or from"),
        queryset=Authority.objects.all(),
        widget=authority_chooser.widget_class,
        method="naming",
    )

    def in_years(self, sources: QuerySet[Any], name: str, years: slice) -> QuerySet[Any]:
        """Those whose date may lie in these years; what has no date does not."""
        if years.start is not None:
            sources = sources.filter(last_day__gte=_day(years.start))
        if years.stop is not None:
            sources = sources.filter(first_day__lte=_day(years.stop, last=True))
        return sources

    def in_language(self, sources: QuerySet[Any], name: str, tag: str) -> QuerySet[Any]:
        # Asked apart, so that the index of languages is read and not the rows.
        having = Source.objects.annotate(tags=Cast("languages", TextField())).filter(
            tags__contains=f'"{tag}"'
        )
        return sources.filter(pk__in=having.order_by().values("pk"))

    def with_rights(self, sources: QuerySet[Any], name: str, statements: list[str]) -> QuerySet[Any]:
        wanted = ["" if one == NONE else one for one in statements]
        return sources.filter(rights_statement__in=wanted) if wanted else sources

    def of_theme(self, sources: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        return sources.filter(pk__in=SourceTheme.objects.filter(slug=slug).order_by().values("source_id"))

    def naming(self, sources: QuerySet[Any], name: str, authority: Authority) -> QuerySet[Any]:
        about = SourceAbout.objects.filter(authority=authority).order_by().values("source_id")
        by = SourceContribution.objects.filter(agent=authority).order_by().values("source_id")
        return sources.filter(Q(pk__in=about.union(by)) | Q(place=authority.pk))
