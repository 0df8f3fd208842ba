"""Bringing material in, in the editor's menu, and addresses of the desk that read formats."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sourcebook.ingest.accessions import urls
from sourcebook.ingest.accessions.views import may_bring_in
from sourcebook.ingest.desk.views import read_essay_file, read_paste, read_text_file


class BringInItem(MenuItem):
    """For those who may."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_bring_in(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        *urls.urlpatterns,
        path("essays/read-file/", read_essay_file, name="sourcebook_read_essay_file"),
        path("texts/read-file/", read_text_file, name="sourcebook_read_text_file"),
        path("texts/read-paste/", read_paste, name="sourcebook_read_paste"),
    ]


@hooks.register("register_admin_menu_item")
def accessions_in_the_menu() -> MenuItem:
    return BringInItem(
        _("Bring in"), reverse("accessions"), name="accessions", icon_name="download", order=800
    )
