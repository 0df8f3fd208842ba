"""The editor's form of a source."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from sourcebook.authorities.forms import OpenSelect
from sourcebook.authorities.forms.vocabularies import provenance_types
from sourcebook.authorities.panels import byline, identifiers, record_tabs, statement
from sourcebook.sources.file_panels import CanvasesPanel, FilesPanel
from sourcebook.sources.forms.files import KeptFile
from sourcebook.sources.forms.rights import RightsSelect
from sourcebook.sources.history_panels import ProvenancePanel
from sourcebook.sources.text_panels import TextsPanel
from sourcebook.sources.themes import themes

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
            FieldPanel(
                "rights_statement",
                widget=RightsSelect,
                help_text=_("Readers see it; without one nothing is published."),
            ),
            FieldPanel("rights_holder"),
            FieldPanel("rights_note"),
        ],
        heading=_("Rights"),
    ),
]

TEXTS = [
    TextsPanel(
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
        help_text=_(
            "The words of the original, a translation, captions: each is one reading in one language."
        ),
    )
]

FILES = [
    FilesPanel(
        "files",
        [
            FieldPanel("sha256", widget=KeptFile, heading=_("What was brought")),
            FieldRowPanel(
                [
                    FieldPanel(
                        "name",
                        help_text=_("The last part of its address; left empty, it follows the file’s own."),
                    ),
                    FieldPanel("bring"),
                ]
            ),
        ],
        label=_("File"),
        heading=_("Files"),
    ),
    CanvasesPanel(
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
    ProvenancePanel(
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
        help_text=_(
            "How it came from its making to you, one event after another. What is not known is an event too: choose "
            "“Not known”, and readers see a gap and not a short cut."
        ),
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
