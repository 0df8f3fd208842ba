"""Filters of the lists of pages."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sourcebook.authorities.lists.choosers import authority_chooser
from sourcebook.authorities.lists.filters import RecordFilters
from sourcebook.authorities.models import Authority
from sourcebook.subjects.models import SubjectAbout, SubjectTheme, YearPage
from sourcebook.subjects.queries import all_themes


def _years() -> list[tuple[str, str]]:
    return [(slug, slug) for slug in YearPage.objects.order_by("slug").values_list("slug", flat=True)]


class SubjectFilters(RecordFilters):
    """By the year below which a subject stands, its themes, and what it is about."""

    year = django_filters.ChoiceFilter(label=_("Year"), choices=_years, method="of_year")
    theme = django_filters.ChoiceFilter(label=_("Theme"), choices=all_themes, method="of_theme")
    about = django_filters.ModelChoiceFilter(
        label=_("What it is about"),
        queryset=Authority.objects.all(),
        widget=authority_chooser.widget_class,
        method="naming",
    )

    def of_year(self, subjects: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        year = YearPage.objects.filter(slug=slug).first()
        return subjects.filter(path__startswith=year.path) if year else subjects.none()

    def of_theme(self, subjects: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        having = SubjectTheme.objects.filter(theme__slug=slug).order_by().values("subject_id")
        return subjects.filter(pk__in=having)

    def naming(self, subjects: QuerySet[Any], name: str, authority: Authority) -> QuerySet[Any]:
        about = SubjectAbout.objects.filter(authority=authority).order_by().values("subject_id")
        return subjects.filter(pk__in=about)
