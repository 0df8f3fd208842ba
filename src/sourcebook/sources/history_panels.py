"""The panel of provenance: its events below the whole chain in one glance."""

import json
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import InlinePanel


class ProvenancePanel(InlinePanel):
    """Rows of events below their summary."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "sources/panels/provenance.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            words = {
                "gap": _("a gap"),
                "early": _("It is dated before an event that stands above it."),
            }
            return super().get_context_data(parent_context) | {"words": json.dumps(words)}
