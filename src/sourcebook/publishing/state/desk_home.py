"""What waits for whoever signs in: their drafts and those among them that cannot be published yet."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from sourcebook.publishing.gate.places import edit_address
from sourcebook.publishing.models import CheckedRecord
from sourcebook.publishing.roles import VIEW_REPORT
from sourcebook.publishing.state.figures import of_person

SHOWN = 8


class WaitsForMe(Component):
    """My drafts on the desk's first page; reviews that wait for me stand above, in Wagtail's own panel."""

    name = "waits_for_me"
    template_name = "publishing/waits_for_me.html"
    order = 230

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        mine = CheckedRecord.objects.filter(by=user).exclude(state__in=("live", "withdrawn"))
        drafts: list[Any] = list(mine.order_by("-blocks", "title")[:SHOWN])
        for draft in drafts:
            draft.edit = edit_address(draft.kind, draft.key)
        may_report = user.has_perm(VIEW_REPORT)
        return {
            "title": _("What waits for me"),
            "drafts": drafts,
            "figures": of_person(user),
            "report": f"{reverse('state_report')}?{urlencode({'by': user.pk})}" if may_report else "",
            "gate": reverse("gate"),
        }


@hooks.register("construct_homepage_panels")
def waits_for_me(request: HttpRequest, panels: list[Any]) -> None:
    if any(request.user.has_perm(f"sources.{verb}_source") for verb in ("change", "publish")):
        panels.append(WaitsForMe())
