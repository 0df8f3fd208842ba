"""What Django answers; everything else is a baked file. No page is served by Wagtail."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls

from sourcebook.publishing.preview.copies import private_copy
from sourcebook.publishing.withdrawing import urls as withdrawing
from sourcebook.sources.desk.urls import files as desk_files
from sourcebook.web.account import account
from sourcebook.web.static_files import static_file

urlpatterns = [
    path("admin/", include(desk_files)),
    path("admin/", include(withdrawing)),
    path("admin/account/", account),
    # Wagtail's history of the site is our audit log, which only some may see.
    re_path(r"^admin/reports/site-history/", RedirectView.as_view(pattern_name="audit_log")),
    path("admin/", include(admin_urls)),
    path("sources/<slug:slug>/<str:name>", private_copy),
    path("static/<path:path>", static_file),
]

handler400 = "sourcebook.web.error_views.misunderstood"
