"""What others ask of the archive's arrangement; and finding its pages by their titles."""

from typing import Any

from django.db.models import QuerySet

from sourcebook.subjects.models import ArchivePage, PageWord, ThemePage


def archive_languages() -> tuple[str, ...]:
    """Of the reading room, the first first; empty before there is an archive."""
    languages: tuple[str, ...] | None = ArchivePage.objects.values_list("languages", flat=True).first()
    return languages or ()


def all_themes() -> list[tuple[str, str]]:
    """Slug and title of each theme, by title."""
    return list(ThemePage.objects.order_by("title").values_list("slug", "title"))


def entitled(pages: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Those with a title or slug for each word of the query; all for an empty one."""
    return PageWord.having(pages, query)
