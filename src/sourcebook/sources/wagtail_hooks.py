from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.authorities.lists.choosers import chooser_viewset
from sourcebook.authorities.lists.columns import ChangeColumn, StateColumn
from sourcebook.authorities.lists.views import list_view
from sourcebook.authorities.lists.viewset import RecordViewSet
from sourcebook.sources import comparing  # noqa: F401 - how texts are compared
from sourcebook.sources.desk.urls import urlpatterns
from sourcebook.sources.lists.columns import CHOOSER, DATE, MEDIUM, ThumbnailColumn
from sourcebook.sources.lists.filters import SourceFilters
from sourcebook.sources.models import Source
from sourcebook.sources.panels import SOURCE_TABS
from sourcebook.sources.queries import titled


class SourceViewSet(RecordViewSet):
    """Sources in the editor, found by their titles in all languages."""

    model = Source
    icon = "doc-full"
    menu_label = _("Sources")
    menu_order = 200
    index_view_class = list_view(
        titled,
        _(
            "No sources yet. A source is one document, picture, recording or film: describe it here, or bring many at "
            "once under “Bring in”."
        ),
        medium=("heading",),
        first_day=("last_day",),
    )
    chooser_viewset_class = chooser_viewset(titled, *CHOOSER)
    list_display = ["__str__", ThumbnailColumn(), MEDIUM, DATE, StateColumn(), ChangeColumn()]
    filters = SourceFilters
    edit_handler = SOURCE_TABS


register_snippet(SourceViewSet)


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return urlpatterns


@hooks.register("insert_global_admin_css")
def editor_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', desk_asset("source.css"))
