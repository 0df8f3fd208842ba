"""The panel of text versions: a row of fields for each, and below them their passages beside each other."""

import json
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import InlinePanel

from sourcebook.sources.desk.masters import master_address
from sourcebook.sources.passage_kinds import PASSAGE_KINDS

NO_CHECKSUM = "0" * 64


class TextsPanel(InlinePanel):
    """Rows of text versions above the columns of their passages."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "sources/panels/texts.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            key = self.instance.pk if self.instance else None
            return super().get_context_data(parent_context) | {
                "words": json.dumps(_words()),
                "masters": master_address(NO_CHECKSUM),
                "cited": reverse("sourcebook_cited", args=[key]) if key else "",
                "paste": _address("sourcebook_read_paste"),
                "file": _address("sourcebook_read_text_file"),
            }


def _address(name: str) -> str:
    """Of a view of those apps that know the formats; they stand above this one."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _words() -> dict[str, Any]:
    return {
        "showPlain": _("Show as plain text"),
        "showColumns": _("Show side by side"),
        "write": _("Write"),
        "kind": _("Kind"),
        "kinds": {kind: str(words) for kind, words in PASSAGE_KINDS.items()},
        "speaker": _("speaker"),
        "start": _("from, as in 1:03.5"),
        "end": _("to, as in 1:07"),
        "region": _("region, as in 2:120,80,600,400"),
        "noTime": _("Write a time as in 1:03.5 or 63.5."),
        "cited": _("cited"),
        "up": _("Move up"),
        "down": _("Move down"),
        "insert": _("Insert a passage below"),
        "remove": _("Remove in all versions"),
        "tools": _("For this passage"),
        "split": _("Split here"),
        "splitHelp": _("What stands behind the caret becomes a passage of its own."),
        "join": _("Join with the next"),
        "footnote": _("Footnote"),
        "removeHere": _("Remove"),
        "startHere": _("Begins now"),
        "endHere": _("Ends now"),
        "play": _("Play"),
        "drawRegion": _("Region on the page …"),
        "canvas": _("Canvas"),
        "regionHelp": _("Draw a frame on the picture around what this passage stands on, then take it."),
        "take": _("Take this region"),
        "close": _("Close"),
        "note": _("Footnote"),
        "removeNote": _("Remove the footnote"),
        "uncalled": _("The text does not call it."),
        "sure": _("Remove this passage from this version?"),
        "sureRow": _("Remove this passage from all versions?"),
        "vanishes": _("%(key)s is cited by: %(who)s. Without it they cite nothing. Let it go all the same?"),
        "gone": _("Cited passages are no longer there: %s."),
        "replaces": _("Put the words of the file in the place of the %s passages that are there?"),
        "read": _("%(some)s passages were read from %(file)s."),
        "notRead": _("It could not be read: try again."),
    }
