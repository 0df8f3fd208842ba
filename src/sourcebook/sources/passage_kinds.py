"""The kinds of passages as the editor calls them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PASSAGE_KINDS: dict[str, Any] = {
    "paragraph": _("paragraph"),
    "heading": _("heading"),
    "verse": _("verse"),
    "speech": _("speech"),
    "stage": _("stage direction"),
    "quotation": _("quotation"),
    "list": _("list"),
    "table": _("table"),
    "dateline": _("dateline"),
    "closer": _("closing words"),
}
