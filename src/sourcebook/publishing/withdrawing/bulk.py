"""Withdrawing many at once from a list: one reason for all."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from sourcebook.authorities.lists.whole import OfTheList
from sourcebook.publishing.things import may_publish
from sourcebook.publishing.withdrawing.deeds import withdraw_things
from sourcebook.publishing.withdrawing.forms import WithdrawForm


class _Withdraw:
    """What both lists, of pages and of all else, share."""

    display_name = _("Withdraw")
    action_type = "unpublish"
    aria_label = _("Withdraw what is selected")
    template_name = "publishing/withdraw_many.html"
    action_priority = 50
    form_class = WithdrawForm
    request: Any
    cleaned_form: Any

    def check_perm(self, thing: Any) -> bool:
        return bool(thing.live) and may_publish(self.request.user, thing)

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user, **self.cleaned_form.cleaned_data}

    @classmethod
    def execute_action(
        cls, objects: Sequence[Any], user: Any = None, reason: str = "", note: str = "", **_more: Any
    ) -> tuple[int, int]:
        withdraw_things([getattr(thing, "specific", thing) for thing in objects], user, reason, note)
        return len(objects), 0

    def get_success_message(self, count: int, _children: int) -> str:
        return ngettext("%(count)d is withdrawn.", "%(count)d are withdrawn.", count) % {"count": count}


class WithdrawPages(_Withdraw, PageBulkAction):
    """In place of Wagtail's own, which asks for no reason."""


class WithdrawOthers(OfTheList, _Withdraw, SnippetBulkAction):
    """Sources and authorities, for which Wagtail has none."""


class DeleteOthers(OfTheList, DeleteBulkAction):
    """In place of Wagtail's own, which would take all there are where all of a filtered list were meant."""
