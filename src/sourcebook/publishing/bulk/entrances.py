"""The ways to the page on which many sources are changed: from ticked lines, and from a whole list."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from sourcebook.publishing.bulk.views import address_for
from sourcebook.publishing.roles import CHANGE_MANY
from sourcebook.sources.models import Source


class ChangeMany(SnippetBulkAction):
    """Of the ticked sources, or of all in the list."""

    display_name = _("Change")
    aria_label = _("Change the chosen sources")
    action_type = "change_many"
    action_priority = 10
    template_name = "publishing/change_many.html"
    models = [Source]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        keys = request.GET.getlist("id")
        if "all" in keys:
            return redirect(address_for(of=urlsplit(self.next_url).query))
        return redirect(address_for(ids=",".join(keys)))


def button_of_a_list(view: Any) -> list[Button]:
    """In the list's own menu, for all that it shows now."""
    if not view.request.user.has_perm(CHANGE_MANY):
        return []
    return [
        Button(
            _("Change all that are listed …"), url=address_for(of=view.asked), icon_name="edit", priority=50
        )
    ]
