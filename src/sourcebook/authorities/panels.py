"""The editor's forms of authorities, and the panels that others share with them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from sourcebook.authorities.comparing import VocabularyPanel
from sourcebook.authorities.forms import OpenSelect
from sourcebook.authorities.forms.picked import PictureInput
from sourcebook.authorities.forms.vocabularies import relation_types, roles
from sourcebook.authorities.romanising import NamesPanel

PROSE_HELP = _(
    "For the reader, in Markdown: *emphasis*, paragraphs apart, links as in [Nagy](person:imre-nagy)."
)


def byline(label: Any = None, name: str = "contributions") -> InlinePanel:
    """Who did what, credited how."""
    panels = [
        FieldRowPanel([VocabularyPanel("role", widget=OpenSelect(roles)), FieldPanel("credited_as")]),
        FieldPanel("agent"),
    ]
    return InlinePanel(
        name,
        panels,
        label=label or _("Contribution"),
        heading=_("Byline"),
        help_text=_("Who did what. Choose their record, or write the name as it is printed; or both."),
    )


def statement(*ends: Any) -> list[Any]:
    """The panels of a relation with these other ends."""
    return [
        FieldRowPanel([VocabularyPanel("type", widget=OpenSelect(relation_types)), FieldPanel("certainty")]),
        *ends,
        FieldPanel("rationale", help_text=_("Why we hold it to be so, where that is not plain.")),
        FieldPanel("evidence"),
    ]


def identifiers() -> InlinePanel:
    return InlinePanel(
        "identifiers",
        [FieldRowPanel([FieldPanel("scheme"), FieldPanel("value")])],
        label=_("Identifier elsewhere"),
        heading=_("Identifiers elsewhere"),
        help_text=_(
            "What the same thing is called in other catalogues, so that machines know it for the same."
        ),
    )


def address_panels(slug: bool = True) -> list[Any]:
    """The slug, where it does not stand in another tab, and what redirects to it."""
    return [
        *([FieldPanel("slug")] if slug else []),
        InlinePanel(
            "former_slugs",
            [FieldPanel("slug")],
            label=_("Former slug"),
            heading=_("Former slugs"),
            help_text=_("Addresses that it had here before; they lead to it for ever."),
        ),
        InlinePanel(
            "legacy_addresses",
            [FieldPanel("path")],
            label=_("Legacy address"),
            heading=_("Legacy addresses"),
            help_text=_(
                "Addresses that it had in an earlier system; whoever follows an old link arrives here."
            ),
        ),
    ]


def record_tabs(*tabs: tuple[Any, list[Any]]) -> TabbedInterface:
    """These tabs, then those that every source and authority has."""
    last = ObjectList([*address_panels(), PublishingPanel()], heading=_("Address and schedule"))
    return TabbedInterface([*(ObjectList(panels, heading=heading) for heading, panels in tabs), last])


def names() -> NamesPanel:
    row = [
        FieldRowPanel(
            [
                FieldPanel("text"),
                FieldPanel("language"),
                FieldPanel("use", help_text=_("Readers are shown the preferred name in their language.")),
            ]
        ),
        FieldRowPanel([FieldPanel("sort_as"), FieldPanel("romanisation"), FieldPanel("during")]),
    ]
    return NamesPanel(
        "names",
        row,
        label=_("Name"),
        heading=_("Names"),
        min_num=1,
        help_text=_("Every name under which somebody may look for it, in any alphabet; all of them find it."),
    )


def authority_tabs(*own: Any) -> TabbedInterface:
    """The form of one kind, with what only it has."""
    relations = InlinePanel(
        "relations",
        statement(FieldPanel("to"), FieldPanel("to_source")),
        label=_("Relation"),
        heading=_("Relations"),
        help_text=_("What it has to do with others; the other’s page says the same from its side."),
    )
    return record_tabs(
        (
            _("Names and description"),
            [
                names(),
                FieldPanel("summary"),
                *own,
                FieldPanel("description", help_text=PROSE_HELP),
                FieldPanel(
                    "image",
                    widget=PictureInput,
                    help_text=_("A portrait or a view: a picture of a source, or a part of it."),
                ),
            ],
        ),
        (_("Relations"), [relations, identifiers()]),
    )


def life(label: Any, *fields: str) -> MultiFieldPanel:
    """Dates and places of a beginning or an end, together."""
    return MultiFieldPanel([FieldPanel(field) for field in fields], heading=label)
