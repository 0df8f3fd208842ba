"""Whether somebody is still signed in: an open form asks before it is sent, so that nothing written is lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks

from sourcebook.authorities.desk_assets import desk_asset


def signed_in(request: HttpRequest) -> HttpResponse:
    """204 for a script, a page for the window in which somebody signed in again; the desk refuses everybody else."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return HttpResponse(status=204)
    return TemplateResponse(request, "sourcebook/signed_in.html")


@hooks.register("insert_editor_js")
def session_js() -> SafeString:
    """Before the other scripts of a form, so that it sees a form being sent first."""
    return format_html(
        '<script src="{}" data-asked-at="{}" data-sign-in="{}" data-told="{}" data-link="{}"></script>',
        desk_asset("session.js"),
        reverse("sourcebook_signed_in"),
        f"{reverse('wagtailadmin_login')}?next={reverse('sourcebook_signed_in')}",
        _("You were signed out. What you wrote is still here: leave this page open, sign in, then save."),
        _("Sign in in another window"),
    )


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("signed-in/", signed_in, name="sourcebook_signed_in")]
