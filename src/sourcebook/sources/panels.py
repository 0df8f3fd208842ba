"""The editor's form of a source."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from sourcebook.authorities.comparing import VocabularyPanel
from sourcebook.authorities.forms import OpenSelect
from sourcebook.authorities.forms.vocabularies import provenance_types
from sourcebook.authorities.panels import PROSE_HELP, byline, identifiers, record_tabs, statement
from sourcebook.sources.file_panels import CanvasesPanel, FilesPanel
from sourcebook.sources.forms.files import KeptFile
from sourcebook.sources.forms.rights import RightsSelect
from sourcebook.sources.history_panels import ProvenancePanel
from sourcebook.sources.text_panels import TextsPanel
from sourcebook.sources.themes import themes

DESCRIPTION = [
    FieldPanel("title", help_text=_("What it is called, or what you would call it in a list.")),
    FieldRowPanel(
        [
            FieldPanel("medium", help_text=_("A subject sorts its sources by it.")),
            FieldPanel("languages"),
        ]
    ),
    FieldPanel("form"),
    FieldPanel(
        "date",
        help_text=_(
            "As the document has it; doubt is written too: “about 1956”, “late June 1956”, “before 1960”."
        ),
    ),
    FieldPanel("place", help_text=_("Where it was made, spoken or sent from.")),
    byline(),
    FieldPanel("description", help_text=PROSE_HELP),
    MultiFieldPanel(
        [
            VocabularyPanel(
                "rights_statement",
                widget=RightsSelect(),
                help_text=_("Readers see it; without one nothing is published."),
            ),
            FieldPanel("rights_holder", help_text=_("Whom to ask for more than the statement allows.")),
            FieldPanel("rights_note", help_text=_("As in “By courtesy of the family”.")),
        ],
        heading=_("Rights"),
    ),
]

TEXTS = [
    TextsPanel(
        "texts",
        [
            FieldRowPanel(
                [
                    FieldPanel("key"),
                    FieldPanel("language", help_text=_("Of this text, as in “ru”, “sr-Latn”.")),
                    FieldPanel("kind", help_text=_("What it is to the original.")),
                ]
            ),
            FieldPanel("title", help_text=_("Left empty, its kind and its language name it.")),
            FieldPanel("body"),
            FieldRowPanel(
                [
                    FieldPanel("translates"),
                    FieldPanel("supersedes"),
                    FieldPanel("review", help_text=_("Whether it was compared with the original.")),
                ]
            ),
            byline(),
        ],
        label=_("Text version"),
        heading=_("Text versions"),
        help_text=_(
            "The words of the original, a translation, captions: each is one reading in one language."
        ),
    )
]

CAPTION = FieldPanel("caption", help_text=_("Readers see it below the picture."))
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
        [FieldRowPanel([FieldPanel("file"), FieldPanel("label")]), FieldPanel("alt"), CAPTION],
        label=_("Canvas"),
        heading=_("Canvases"),
        help_text=_("Each picture, recording and film that is brought gets one when the source is saved."),
    ),
]

HISTORY = [
    InlinePanel(
        "holdings",
        [
            FieldPanel("organisation", help_text=_("The archive, library or museum that keeps it.")),
            FieldPanel("repository"),
            FieldRowPanel(
                [
                    FieldPanel(
                        "collection", help_text=_("Fonds, series or collection, as it is named there.")
                    ),
                    FieldPanel("call_number", help_text=_("By which one orders it: “F. 1, op. 2, d. 17”.")),
                ]
            ),
            FieldPanel("link", help_text=_("To its page in the catalogue there.")),
            FieldPanel("note"),
        ],
        label=_("Holding"),
        heading=_("Where the original is"),
        help_text=_("Readers who wish to see the original are told where to ask, and by which mark."),
    ),
    ProvenancePanel(
        "provenance",
        [
            FieldRowPanel(
                [VocabularyPanel("type", widget=OpenSelect(provenance_types)), FieldPanel("certainty")]
            ),
            FieldPanel("date"),
            FieldPanel("agent", help_text=_("Who did it.")),
            FieldPanel(
                "agent_as", help_text=_("The name as it is told, where there is no record of them here.")
            ),
            FieldPanel("place"),
            FieldPanel("note"),
            FieldPanel("evidence", help_text=_("What this rests on: a citation, or a link to a source.")),
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
    InlinePanel(
        "about",
        [FieldPanel("authority")],
        label=_("Topic"),
        heading=_("What it is about"),
        help_text=_("People, organisations, places, events and terms; each of their pages lists it."),
    ),
    InlinePanel(
        "themes",
        [VocabularyPanel("slug", widget=OpenSelect(themes))],
        label=_("Theme"),
        heading=_("Themes"),
        help_text=_("Questions that cut across the years, in which it has a part."),
    ),
    FieldPanel("keywords"),
    FieldRowPanel([FieldPanel("part_of"), FieldPanel("position")]),
    InlinePanel(
        "relations",
        statement(FieldPanel("to_source"), FieldPanel("to_authority")),
        label=_("Relation"),
        heading=_("Relations"),
        help_text=_("What it has to do with others; the other’s page says the same from its side."),
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
