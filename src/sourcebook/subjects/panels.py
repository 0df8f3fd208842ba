"""The editor's forms of the archive's pages."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from sourcebook.authorities.forms.picked import PictureInput
from sourcebook.authorities.panels import PROSE_HELP, address_panels, byline

SUMMARY_HELP = _("One or two sentences, for lists and search.")


def page_tabs(*tabs: tuple[object, list[object]]) -> TabbedInterface:
    """These tabs, then the one that every page has."""
    named = any(getattr(panel, "field_name", "") == "slug" for _heading, panels in tabs for panel in panels)
    last = ObjectList([*address_panels(slug=not named), PublishingPanel()], heading=_("Address and schedule"))
    return TabbedInterface([*(ObjectList(panels, heading=heading) for heading, panels in tabs), last])


ARCHIVE_TABS = page_tabs(
    (
        _("Archive"),
        [
            FieldPanel("titles", help_text=_("Above every page, and in every citation.")),
            FieldPanel("subtitle"),
            FieldPanel("description", help_text=PROSE_HELP),
            FieldPanel("languages"),
            byline(_("Editor")),
            FieldPanel("publisher", help_text=_("The institution that answers for the archive.")),
            FieldPanel("licence"),
        ],
    )
)
YEAR_TABS = page_tabs(
    (
        _("Year"),
        [
            FieldPanel("slug"),
            FieldPanel("titles", help_text=_("Left empty, the number of the year stands there.")),
            FieldPanel("introduction", help_text=PROSE_HELP),
        ],
    )
)
THEME_TABS = page_tabs(
    (
        _("Theme"),
        [
            FieldPanel("titles"),
            FieldPanel("summary", help_text=SUMMARY_HELP),
            FieldPanel("introduction", help_text=PROSE_HELP),
        ],
    )
)
SUBJECT_TABS = page_tabs(
    (
        _("Subject"),
        [
            FieldPanel("titles"),
            FieldPanel("summary", help_text=SUMMARY_HELP),
            FieldPanel("date", help_text=_("When it happened, as you would write it.")),
            FieldPanel(
                "image",
                widget=PictureInput,
                help_text=_("For lists and cards: a picture of a source, or a part of it."),
            ),
            InlinePanel(
                "themes",
                [FieldPanel("theme", widget=forms.Select)],
                label=_("Theme"),
                heading=_("Themes"),
                help_text=_("Questions that cut across the years, in which it has a part."),
            ),
            InlinePanel(
                "about",
                [FieldPanel("authority")],
                label=_("Topic"),
                heading=_("What it is about"),
                help_text=_("People, organisations, places, events and terms; each of their pages lists it."),
            ),
            FieldPanel("comments", help_text=_("Whether readers may write below it.")),
        ],
    ),
    (
        _("Essay"),
        [
            InlinePanel(
                "essays",
                [
                    FieldRowPanel([FieldPanel("language"), FieldPanel("translates")]),
                    FieldPanel("title", help_text=_("Where it has one besides that of the subject.")),
                    FieldPanel("body"),
                    FieldPanel("bibliography"),
                    FieldPanel("date", help_text=_("When the essay was written or last rewritten.")),
                    byline(),
                ],
                label=_("Essay"),
                heading=_("The essay and its translations"),
                help_text=_("A signed introduction; further essays are its translations."),
            )
        ],
    ),
    (
        _("Sources"),
        [
            InlinePanel(
                "selections",
                [
                    FieldPanel("source"),
                    FieldPanel(
                        "headnote", help_text=_("What a reader should know or look for before opening it.")
                    ),
                    InlinePanel(
                        "questions",
                        [FieldPanel("text")],
                        label=_("Question"),
                        heading=_("Questions"),
                        help_text=_("What a class may discuss."),
                    ),
                ],
                label=_("Source"),
                heading=_("Selected sources, in order"),
                help_text=_(
                    "Those that let readers judge for themselves. The same source may stand in several subjects, each "
                    "time with words of its own; the handle on the right moves it."
                ),
            )
        ],
    ),
)
