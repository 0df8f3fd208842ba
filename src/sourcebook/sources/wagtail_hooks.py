from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.models import register_snippet

from sourcebook.authorities.admin_views import RecordViewSet, chooser_viewset, index_view
from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.sources.desk.urls import urlpatterns
from sourcebook.sources.models import Source
from sourcebook.sources.panels import SOURCE_TABS
from sourcebook.sources.queries import titled


class SourceViewSet(RecordViewSet):
    """Sources in the editor, found by their titles in all languages."""

    model = Source
    icon = "doc-full"
    menu_label = _("Sources")
    menu_order = 200
    index_view_class = index_view(titled)
    chooser_viewset_class = chooser_viewset(titled)
    list_display = [
        "__str__",
        Column("medium", label=_("Medium"), sort_key="medium"),
        Column(
            "date",
            label=_("Date"),
            sort_key="first_day",
            accessor=lambda source: source.date.as_written if source.date else "",
        ),
        LiveStatusTagColumn(),
    ]
    list_filter = ["medium", "live"]
    edit_handler = SOURCE_TABS


register_snippet(SourceViewSet)


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return urlpatterns


@hooks.register("insert_global_admin_css")
def editor_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', desk_asset("source.css"))
