"""The addresses below `/admin/` that a source's form asks."""

from django.urls import re_path

from sourcebook.sources.desk.thumbnails import thumbnail

SHA256 = "(?P<sha256>[0-9a-f]{64})"

urlpatterns = [re_path(f"^thumbnails/{SHA256}$", thumbnail, name="sourcebook_thumbnail")]
