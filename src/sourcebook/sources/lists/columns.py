"""What a source's line shows."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column


def _written(source: Any) -> str:
    return source.date.as_written if source.date else ""


MEDIUM = Column("medium", label=_("Medium"), accessor="get_medium_display", sort_key="medium")
DATE = Column("date", label=_("Date"), sort_key="first_day", accessor=_written)
CHOOSER = (
    Column("medium", label=_("Medium"), accessor="get_medium_display"),
    Column("date", label=_("Date"), accessor=_written),
)
