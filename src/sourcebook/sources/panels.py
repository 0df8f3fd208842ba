"""The editor's form of a source."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.panels.base import get_form_for_model

from sourcebook.authorities.forms import OpenSelect
from sourcebook.authorities.forms.vocabularies import provenance_types, rights_statements
from sourcebook.authorities.panels import byline, identifiers, record_tabs, statement
from sourcebook.sources.forms.files import FileForm, FilesFormSet, KeptFile
from sourcebook.sources.themes import themes


class FilesPanel(InlinePanel):
    """Rows that take files."""

    def get_form_options(self) -> Any:
        options = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        form = get_form_for_model(
            self.db_field.related_model, form_class=FileForm, defer_required_on_fields=deferred
        )
        options["formsets"][self.relation_name] |= {"form": form, "formset": FilesFormSet}
        return options


DESCRIPTION = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("medium"), FieldPanel("languages")]),
    FieldPanel("form"),
    FieldPanel("date"),
    FieldPanel("place"),
    byline(),
    FieldPanel("description"),
    MultiFieldPanel(
        [
            FieldPanel("rights_statement", widget=OpenSelect(rights_statements)),
            FieldPanel("rights_holder"),
            FieldPanel("rights_note"),
        ],
        heading=_("Rights"),
    ),
]

TEXTS = [
    InlinePanel(
        "texts",
        [
            FieldRowPanel([FieldPanel("key"), FieldPanel("language"), FieldPanel("kind")]),
            FieldPanel("title"),
            FieldPanel("body"),
            FieldRowPanel([FieldPanel("translates"), FieldPanel("supersedes"), FieldPanel("review")]),
            byline(),
        ],
        label=_("Text version"),
        heading=_("Text versions"),
    )
]

FILES = [
    FilesPanel(
        "files",
        [
            FieldPanel("bring"),
            FieldPanel("sha256", widget=KeptFile, heading=_("What was brought")),
            FieldPanel(
                "name", help_text=_("The last part of its address; left empty, it follows the file’s own.")
            ),
        ],
        label=_("File"),
        heading=_("Files"),
    ),
    InlinePanel(
        "canvases",
        [FieldRowPanel([FieldPanel("file"), FieldPanel("label")]), FieldPanel("alt"), FieldPanel("caption")],
        label=_("Canvas"),
        heading=_("Canvases"),
        help_text=_("Each picture, recording and film that is brought gets one when the source is saved."),
    ),
]

HISTORY = [
    InlinePanel(
        "holdings",
        [
            FieldPanel("organisation"),
            FieldPanel("repository"),
            FieldRowPanel([FieldPanel("collection"), FieldPanel("call_number")]),
            FieldPanel("link"),
            FieldPanel("note"),
        ],
        label=_("Holding"),
        heading=_("Where the original is"),
    ),
    InlinePanel(
        "provenance",
        [
            FieldRowPanel([FieldPanel("type", widget=OpenSelect(provenance_types)), FieldPanel("certainty")]),
            FieldPanel("date"),
            FieldPanel("agent"),
            FieldPanel("agent_as"),
            FieldPanel("place"),
            FieldPanel("note"),
            FieldPanel("evidence"),
        ],
        label=_("Event"),
        heading=_("Provenance, oldest first"),
    ),
]

LINKS = [
    InlinePanel("about", [FieldPanel("authority")], label=_("Topic"), heading=_("What it is about")),
    InlinePanel(
        "themes", [FieldPanel("slug", widget=OpenSelect(themes))], label=_("Theme"), heading=_("Themes")
    ),
    FieldPanel("keywords"),
    FieldRowPanel([FieldPanel("part_of"), FieldPanel("position")]),
    InlinePanel(
        "relations",
        statement(FieldPanel("to_source"), FieldPanel("to_authority")),
        label=_("Relation"),
        heading=_("Relations"),
    ),
    identifiers(),
]

SOURCE_TABS = record_tabs(
    (_("Description"), DESCRIPTION),
    (_("Texts"), TEXTS),
    (_("Files"), FILES),
    (_("Holdings and provenance"), HISTORY),
    (_("Links"), LINKS),
)
