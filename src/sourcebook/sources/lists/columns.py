"""What a source's line shows."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from sourcebook.sources.desk.thumbnails import thumbnail_address
from sourcebook.sources.models import File


class ThumbnailColumn(Column):
    """The first picture of a source, as small as it was made when the picture arrived."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "thumbnail",
            label=_("Picture"),
            accessor=self._picture,
            width="5rem",
            classname="sb-wide",
            **kwargs,
        )

    def look_up(self, rows: list[Any]) -> None:
        """The first picture of each row of a page, in one question."""
        pictures = File.objects.filter(source__in=[row.pk for row in rows], media_type__startswith="image/")
        first: dict[int, str] = {}
        for source, sha256 in pictures.order_by("sort_order", "pk").values_list("source_id", "sha256"):
            first.setdefault(source, sha256)
        for row in rows:
            row.picture = first.get(row.pk, "")

    def _picture(self, source: Any) -> Any:
        sha256 = getattr(source, "picture", "")
        if not sha256:
            return ""
        return format_html(
            '<img class="sb-list-picture" src="{}" alt="" loading="lazy">', thumbnail_address(sha256)
        )


def _written(source: Any) -> str:
    return source.date.as_written if source.date else ""


MEDIUM = Column(
    "medium", label=_("Medium"), accessor="get_medium_display", sort_key="medium", classname="sb-wide"
)
DATE = Column("date", label=_("Date"), sort_key="first_day", accessor=_written, classname="sb-list-date")
CHOOSER = (
    ThumbnailColumn(),
    Column("medium", label=_("Medium"), accessor="get_medium_display"),
    Column("date", label=_("Date"), accessor=_written),
)
