"""The panels of files and canvases in a source's form."""

import json
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model

from sourcebook.authorities.languages import archive_languages
from sourcebook.sources.forms.files import ACCEPTED, FileForm, FilesFormSet


class FilesPanel(InlinePanel):
    """Rows that take files; dropped ones are sent in pieces while the form is being filled in."""

    def get_form_options(self) -> Any:
        options = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        form = get_form_for_model(
            self.db_field.related_model, form_class=FileForm, defer_required_on_fields=deferred
        )
        options["formsets"][self.relation_name] |= {"form": form, "formset": FilesFormSet}
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "sources/panels/files.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            words = {
                "waiting": _("Waits for its turn."),
                "broken off": _("The connection is lost; it is tried again by itself."),
                "paused": _("Paused."),
                "left": _("%(some)s of %(all)s have come. To go on with it, choose it again."),
                "reading": _("Has come whole; it is being read."),
                "refused": _("It could not be taken. Try again, or tell who runs the server."),
                "signed out": _("You have been signed out: sign in in another tab, then go on here."),
                "pause": _("Pause"),
                "resume": _("Go on"),
                "cancel": _("Cancel"),
                "arrived": _("“%s” has come."),
                "twin": _("This very file stands above already, as “%s”."),
                "elsewhere": _("It has come. The same file is also in: %s."),
            }
            return super().get_context_data(parent_context) | {"words": json.dumps(words), "accept": ACCEPTED}


class CanvasesPanel(InlinePanel):
    """Rows of canvases below a sheet of all their pictures."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "sources/panels/canvases.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            words = {
                "without": _("%(some)s of %(all)s still lack an alternative text."),
                "complete": _("Every picture has its alternative text."),
                "lacks": _("No alternative text:"),
                "keys": _("Alt and the arrow keys move it."),
                "moved": _("Now in place %s."),
            }
            more = {"words": json.dumps(words), "languages": " ".join(archive_languages())}
            return super().get_context_data(parent_context) | more
