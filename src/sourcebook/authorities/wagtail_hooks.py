from typing import Any

from django.urls import include, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from sourcebook.authorities import comparing, concurrent_edits, session  # noqa: F401
from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.authorities.lists.choosers import authority_chooser
from sourcebook.authorities.lists.saved_filters import urlpatterns
from sourcebook.authorities.romanising import romanisations
from sourcebook.authorities.viewsets import VIEWSETS

for viewset in VIEWSETS:
    register_snippet(viewset)


@hooks.register("register_admin_viewset")
def register_authority_chooser() -> Any:
    return authority_chooser


@hooks.register("insert_global_admin_css")
def desk_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', desk_asset("desk.css"))


@hooks.register("insert_editor_js")
def form_js() -> SafeString:
    return format_html_join(
        "", '<script src="{}"></script>', ((desk_asset(name),) for name in ("saving.js", "rows.js"))
    )


@hooks.register("register_admin_urls")
def saved_filters() -> list[Any]:
    return [path("filters/", include((urlpatterns, "saved_filters")))]


@hooks.register("register_admin_urls")
def romanising() -> list[Any]:
    return [path("names/romanised/", romanisations, name="sourcebook_romanisations")]
