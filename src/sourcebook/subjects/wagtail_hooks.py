"""Each page's form; here, because Wagtail's panels can be made only when all models are known."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from wagtail import hooks
from wagtail.admin.ui.components import Component

from sourcebook.authorities.models import AUTHORITIES
from sourcebook.sources.models import Source
from sourcebook.subjects.lists.viewsets import VIEWSETS
from sourcebook.subjects.models import ArchivePage, SubjectPage, ThemePage, YearPage
from sourcebook.subjects.panels import ARCHIVE_TABS, SUBJECT_TABS, THEME_TABS, YEAR_TABS
from sourcebook.subjects.picking.urls import urlpatterns

for page, tabs in (
    (ArchivePage, ARCHIVE_TABS),
    (YearPage, YEAR_TABS),
    (ThemePage, THEME_TABS),
    (SubjectPage, SUBJECT_TABS),
):
    page.edit_handler = tabs


@hooks.register("register_admin_urls")
def picking_urls() -> list[Any]:
    return urlpatterns


@hooks.register("register_admin_viewset")
def lists_of_pages() -> Any:
    return VIEWSETS


@hooks.register("construct_main_menu")
def without_files(request: Any, items: list[Any]) -> None:
    """Files belong to sources; Wagtail's own collections of images and documents would only mislead."""
    items[:] = [item for item in items if item.name not in ("images", "documents")]


@hooks.register("construct_help_menu")
def without_wagtails_news(request: Any, items: list[Any]) -> None:
    """They lead to another server, and speak of pages and images as no archive has them."""
    items[:] = [item for item in items if not item.name.startswith(("whats-new", "editor-guide"))]


class Counts(Component):
    """How much of each kind there is, each with a link to its list."""

    order = 100

    def is_shown(self) -> bool:
        return True

    def render_html(self, parent_context: Any = None) -> SafeString:
        pages: list[tuple[str, Any]] = [
            (reverse(viewset.get_url_name("index")), viewset.model) for viewset in reversed(VIEWSETS)
        ]
        models: tuple[Any, ...] = (Source, *AUTHORITIES.values())
        lists: list[tuple[str, Any]] = [
            (reverse(model.snippet_viewset.get_url_name("list")), model) for model in models
        ]
        rows = (
            (address, capfirst(str(model._meta.verbose_name_plural)), model._default_manager.count())
            for address, model in (*pages, *lists)
        )
        items = format_html_join("", '<li><a href="{}">{} <strong>{}</strong></a></li>', rows)
        return format_html('<li><ul class="sb-counts">{}</ul></li>', items)


@hooks.register("construct_homepage_summary_items", order=1000)
def summary(request: Any, items: list[Any]) -> None:
    """What an archive holds, in place of Wagtail's pages, images and documents."""
    items[:] = [Counts()]
