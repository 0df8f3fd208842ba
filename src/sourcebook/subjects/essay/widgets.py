"""Inputs of the essay's blocks. Each is one hidden input, which a custom element of `essay.js` shows and fills."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.authorities.forms.picked import PickedInput, picked_media
from sourcebook.subjects.essay.toolbar import CAPTION, PROSE, ROW


def essay_media() -> forms.Media:
    return picked_media() + forms.Media(js=[desk_asset("essay.js")])


class AsItIs:
    """What stands between the column and the editor: nothing, because we keep what the editor has."""

    @staticmethod
    def from_database_format(value: str) -> str:
        return value or "null"

    @staticmethod
    def to_database_format(value: str) -> str:
        return value


class ProseArea(DraftailRichTextArea):
    """Wagtail's rich-text editor with our pickers in its toolbar."""

    def __init__(self, options: dict[str, Any] = PROSE, attrs: Any = None) -> None:
        super().__init__(features=[], attrs=attrs)
        self.options = options
        self.converter = AsItIs()

    @cached_property
    def media(self) -> forms.Media:
        own: forms.Media = super().media
        return own + essay_media()


class CaptionArea(ProseArea):
    """One line with emphasis."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(CAPTION, attrs)


class RowArea(ProseArea):
    """One line with emphasis and links."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(ROW, attrs)


class MarkdownArea(forms.Textarea):
    """Markdown as it is written; named, because a block without parts has no label."""

    def __init__(self) -> None:
        said = {"aria-label": _("Markdown"), "class": "sb-mono", "dir": "auto"}
        super().__init__({"rows": 4, "data-controller": "w-autosize", **said})


def quotation_input() -> PickedInput:
    return PickedInput(
        "sb-quotation",
        choose=_("Choose the words"),
        another=_("Choose other words"),
        none=_("No words are chosen yet."),
    )


def figure_input() -> PickedInput:
    return PickedInput(
        "sb-figure", choose=_("Choose a picture"), another=_("Change the picture or the part"), none=""
    )


def clip_input() -> PickedInput:
    return PickedInput(
        "sb-clip", choose=_("Choose a recording"), another=_("Change the recording or the times"), none=""
    )


def place_input() -> PickedInput:
    return PickedInput(
        "sb-place",
        choose=_("Choose a place"),
        another=_("Choose another place"),
        none=_("or write latitude and longitude"),
    )


def table_input() -> PickedInput:
    return PickedInput(
        "sb-table",
        row=_("Add a row"),
        column=_("Add a column"),
        less_row=_("Remove the last row"),
        less_column=_("Remove the last column"),
        head=_("Head of column %(column)s"),
        cell=_("Row %(row)s, column %(column)s"),
        align=_("Alignment of column %(column)s"),
        left=_("left"),
        center=_("centred"),
        right=_("right"),
        plain=_("as it comes"),
    )
