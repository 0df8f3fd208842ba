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

from sourcebook.authorities.panels import address_panels, byline


def page_tabs(*tabs: tuple[object, list[object]]) -> TabbedInterface:
    """These tabs, then the one that every page has."""
    named = any(getattr(panel, "field_name", "") == "slug" for _heading, panels in tabs for panel in panels)
    last = ObjectList([*address_panels(slug=not named), PublishingPanel()], heading=_("Address and schedule"))
    return TabbedInterface([*(ObjectList(panels, heading=heading) for heading, panels in tabs), last])


ARCHIVE_TABS = page_tabs(
    (
        _("Archive"),
        [
            FieldPanel("titles"),
            FieldPanel("subtitle"),
            FieldPanel("description"),
            FieldPanel("languages"),
            byline(_("Editor")),
            FieldPanel("publisher"),
            FieldPanel("licence"),
        ],
    )
)
YEAR_TABS = page_tabs((_("Year"), [FieldPanel("slug"), FieldPanel("titles"), FieldPanel("introduction")]))
THEME_TABS = page_tabs(
    (_("Theme"), [FieldPanel("titles"), FieldPanel("summary"), FieldPanel("introduction")])
)
SUBJECT_TABS = page_tabs(
    (
        _("Subject"),
        [
            FieldPanel("titles"),
            FieldPanel("summary"),
            FieldPanel("date"),
            FieldPanel("image"),
            InlinePanel(
                "themes", [FieldPanel("theme", widget=forms.Select)], label=_("Theme"), heading=_("Themes")
            ),
            InlinePanel("about", [FieldPanel("authority")], label=_("Topic"), heading=_("What it is about")),
            FieldPanel("comments"),
        ],
    ),
    (
        _("Essay"),
        [
            InlinePanel(
                "essays",
                [
                    FieldRowPanel([FieldPanel("language"), FieldPanel("translates")]),
                    FieldPanel("title"),
                    FieldPanel("body"),
                    FieldPanel("bibliography"),
                    FieldPanel("date"),
                    byline(),
                ],
                label=_("Essay"),
                heading=_("The essay and its translations"),
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
                    FieldPanel("headnote"),
                    InlinePanel(
                        "questions", [FieldPanel("text")], label=_("Question"), heading=_("Questions")
                    ),
                ],
                label=_("Source"),
                heading=_("Selected sources, in order"),
            )
        ],
    ),
)
