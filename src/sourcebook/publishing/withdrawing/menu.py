"""“Put back …” in the menu of a withdrawn thing's form."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem as PageMenuItem
from wagtail.snippets.action_menu import ActionMenuItem as SnippetMenuItem

from sourcebook.publishing import log
from sourcebook.publishing.things import may_publish


class _PutBack:
    """For whoever may publish it."""

    name = "action-put-back"
    label = _("Put back …")
    icon_name = "rotate"
    order = 25

    def is_shown(self, context: Any) -> bool:
        thing = context.get("instance") or context.get("page")
        # Only what was published before can be withdrawn: the log is not asked about what never was.
        if context["view"] != "edit" or not hasattr(thing, "KIND") or thing.live:
            return False
        if not thing.first_published_at or not may_publish(context["request"].user, thing):
            return False
        return log.withdrawals([thing.reference]).exists()

    def get_url(self, parent_context: Any) -> str:
        thing = parent_context.get("instance") or parent_context.get("page")
        return f"{reverse('put_back')}?{urlencode({'of': thing.reference})}"


class PutBackPage(_PutBack, PageMenuItem):
    """Of a page."""


class PutBackSnippet(_PutBack, SnippetMenuItem):
    """Of anything else."""


@hooks.register("register_page_action_menu_item")
def put_back_page() -> PutBackPage:
    return PutBackPage()


@hooks.register("register_snippet_action_menu_item")
def put_back_snippet(model: Any) -> PutBackSnippet | None:
    return PutBackSnippet() if hasattr(model, "KIND") else None
