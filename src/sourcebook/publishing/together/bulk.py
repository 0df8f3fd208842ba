"""Publishing what is ticked in a list, or all that it shows, in place of Wagtail's own."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from sourcebook.authorities.lists.whole import OfTheList
from sourcebook.publishing.background import start
from sourcebook.publishing.things import may_publish, title_of


class _Publish:
    """The gate is asked in the background: what has faults stays behind and is listed."""

    display_name = gettext_lazy("Publish")
    action_type = "publish_many"
    aria_label = gettext_lazy("Publish what is selected")
    template_name = "publishing/publish_many.html"
    action_priority = 40
    request: Any

    def check_perm(self, thing: Any) -> bool:
        return may_publish(self.request.user, thing)

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user, "named_too": "named_too" in self.request.POST}

    @classmethod
    def execute_action(
        cls, objects: Sequence[Any], user: Any = None, named_too: bool = False, **_more: Any
    ) -> tuple[int, int]:
        things = [getattr(thing, "specific", thing) for thing in objects]
        references = [thing.reference for thing in things]
        if things:
            start("publish-many", title_of(things), by=user, references=references, named_too=named_too)
        return len(objects), 0

    def get_success_message(self, count: int, _children: int) -> str:
        return _("They are being published; under “Work” you see how far it is and what stays behind.")


class PublishPages(_Publish, PageBulkAction):
    """Subjects, themes and years: Wagtail's own publishes them while one waits, and none if one has faults."""

    action_type = "publish"


class PublishOthers(OfTheList, _Publish, SnippetBulkAction):
    """Sources and authorities, for which Wagtail has none."""
