"""Addresses of the desk that read formats."""

from django.urls import path
from wagtail import hooks

from sourcebook.ingest.desk.views import read_paste, read_text_file


@hooks.register("register_admin_urls")
def reading_urls() -> list[object]:
    return [
        path("texts/read-file/", read_text_file, name="sourcebook_read_text_file"),
        path("texts/read-paste/", read_paste, name="sourcebook_read_paste"),
    ]
