"""The addresses below `/admin/` that a source's form asks."""

from django.urls import path, re_path
from wagtail.admin.auth import require_admin_access

from sourcebook.sources.desk.arrivals import arrival
from sourcebook.sources.desk.cited import cited
from sourcebook.sources.desk.masters import master
from sourcebook.sources.desk.plain_passages import plain_passages
from sourcebook.sources.desk.thumbnails import thumbnail
from sourcebook.sources.desk.tus import upload, uploads

SHA256 = "(?P<sha256>[0-9a-f]{64})"
IDENTIFIER = "(?P<identifier>[0-9a-f]{32})"

urlpatterns = [
    path("sources/<int:source>/cited", cited, name="sourcebook_cited"),
    path("passages/", plain_passages, name="sourcebook_passages"),
    re_path("^uploads/$", uploads, name="sourcebook_uploads"),
    re_path(f"^uploads/{IDENTIFIER}$", upload, name="sourcebook_upload"),
    re_path(f"^uploads/{IDENTIFIER}/file$", arrival, name="sourcebook_arrival"),
]

files = [
    re_path(f"^thumbnails/{SHA256}$", require_admin_access(thumbnail), name="sourcebook_thumbnail"),
    re_path(f"^masters/{SHA256}$", require_admin_access(master), name="sourcebook_master"),
]
"""Apart, because Wagtail forbids browsers to keep anything of the editor, and what a checksum names never changes."""
