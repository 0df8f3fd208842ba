"""Names in Latin letters: an editor has them written by the usual tables, and mends or deletes them as any others."""

import json
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from wagtail.admin.panels import InlinePanel

from sourcebook.vocabulary.romanisation import OF_LIBRARIES, tables

LONGEST = 500


class NamesPanel(InlinePanel):
    """Rows of names, and a button that adds the romanisations of those that stand there."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "sourcebook/names_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            words = {
                "added": _(
                    "Added: %s. Read them over; what you delete here is found by search all the same."
                ),
                "nothing": _(
                    "There is nothing to add. Names in Cyrillic, Georgian or Greek letters can be written so, "
                    "where their language is given."
                ),
                "failed": _("The server did not answer. Try again."),
            }
            return super().get_context_data(parent_context) | {"words": json.dumps(words)}


def romanisations(request: HttpRequest) -> JsonResponse:
    """The romanisations of one name by the tables of libraries: `{"names": [{"text", "language", …}]}`."""
    name, language, sort_as = (request.GET.get(key, "")[:LONGEST] for key in ("name", "language", "sort_as"))
    names = {
        table.write(name): {
            "text": table.write(name),
            "language": f"{language.partition('-')[0]}-Latn",
            "use": "variant",
            "romanisation": table.code,
            "sort_as": table.write(sort_as),
        }
        for table in reversed(tables(language))
        if table.code in OF_LIBRARIES and table.write(name) != name
    }
    return JsonResponse({"names": list(reversed(names.values()))})
