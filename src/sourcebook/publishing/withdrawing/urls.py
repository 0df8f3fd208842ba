"""Before Wagtail's own addresses, so that its ways to unpublish ask for a reason too."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from sourcebook.publishing.withdrawing import views

urlpatterns = [
    path("pages/<int:page_id>/unpublish/", require_admin_access(views.withdraw_page)),
    path(
        "snippets/<slug:app>/<slug:model>/unpublish/<str:pk>/", require_admin_access(views.withdraw_snippet)
    ),
    path("withdrawn/", require_admin_access(views.withdrawn), name="withdrawn"),
    path("withdrawn/back/", require_admin_access(views.put_back), name="put_back"),
]
