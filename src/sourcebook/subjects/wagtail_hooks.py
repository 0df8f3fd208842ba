"""Each page's form; here, because Wagtail's panels can be made only when all models are known."""

from typing import Any

from wagtail import hooks

from sourcebook.subjects.models import ArchivePage, SubjectPage, ThemePage, YearPage
from sourcebook.subjects.panels import ARCHIVE_TABS, SUBJECT_TABS, THEME_TABS, YEAR_TABS

for page, tabs in (
    (ArchivePage, ARCHIVE_TABS),
    (YearPage, YEAR_TABS),
    (ThemePage, THEME_TABS),
    (SubjectPage, SUBJECT_TABS),
):
    page.edit_handler = tabs


@hooks.register("construct_main_menu")
def without_files(request: Any, items: list[Any]) -> None:
    """Files belong to sources; Wagtail's own collections of images and documents would only mislead."""
    items[:] = [item for item in items if item.name not in ("images", "documents")]
