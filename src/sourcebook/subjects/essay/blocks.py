"""The blocks of an essay's form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, FieldBlock, ListBlock, StreamBlock, StructBlock

from sourcebook.dialect.drawings import fault_of
from sourcebook.subjects.essay import widgets


class WrittenBlock(FieldBlock):
    """A text whose input is ours."""

    def __init__(self, widget: Callable[[], forms.Widget], *, required: bool = False, **kwargs: Any) -> None:
        self.field = forms.CharField(widget=widget(), required=required, strip=False)
        super().__init__(**kwargs)

    class Meta:
        default = ""


class ProseBlock(WrittenBlock):
    """Headings, paragraphs, lists: what is written one below the other."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widgets.ProseArea, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class QuotationBlock(StructBlock):
    """Words of a passage; they are chosen, never typed."""

    words = WrittenBlock(widgets.quotation_input, label=_("Words"))
    label = CharBlock(
        required=False,
        label=_("Below the quotation"),
        help_text=_("How the reader is told where it stands, as in “Précis of the speech, passage 1”."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class FigureBlock(StructBlock):
    """A picture or a part of one."""

    span = WrittenBlock(widgets.figure_input, label=_("Picture"))
    caption = WrittenBlock(widgets.CaptionArea, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Figure")


class ClipBlock(StructBlock):
    """A stretch of a recording."""

    span = WrittenBlock(widgets.clip_input, label=_("Recording"))
    caption = WrittenBlock(widgets.CaptionArea, label=_("Caption"))

    class Meta:
        icon = "media"
        label = _("Clip")


class DateRowBlock(StructBlock):
    where = CharBlock(
        required=False, label=_("Date"), help_text=_("As you would write it: 25 February 1956.")
    )
    words = WrittenBlock(widgets.RowArea, label=_("Words"))

    class Meta:
        label = _("Entry")


class PlaceBlock(WrittenBlock):
    """A place of the archive, or latitude and longitude."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widgets.place_input, **kwargs)

    def clean(self, value: Any) -> Any:
        cleaned = " ".join(super().clean(value).split())
        if cleaned and fault_of("map", cleaned):
            raise ValidationError(
                _("Choose a place, or write latitude and longitude, as in “47.498, 19.04”.")
            )
        return cleaned


class PlaceRowBlock(StructBlock):
    where = PlaceBlock(label=_("Place"))
    words = WrittenBlock(widgets.RowArea, label=_("Words"))

    class Meta:
        label = _("Place")


class TimelineBlock(StructBlock):
    """Days and what happened on them."""

    title = CharBlock(required=False, label=_("Title"))
    rows = ListBlock(DateRowBlock(), label=_("Entries"))

    class Meta:
        icon = "history"
        label = _("Timeline")


class MapBlock(StructBlock):
    """Places and what happened there."""

    title = CharBlock(required=False, label=_("Title"))
    rows = ListBlock(PlaceRowBlock(), label=_("Places"))

    class Meta:
        icon = "site"
        label = _("Map")


class TableBlock(WrittenBlock):
    """A head and rows."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widgets.table_input, **kwargs)

    class Meta:
        icon = "table"
        label = _("Table")
        help_text = _("Cells take Markdown: *emphasis*, [words](person:imre-nagy).")


class MarkdownBlock(WrittenBlock):
    """What no other block can show."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widgets.MarkdownArea, **kwargs)

    class Meta:
        icon = "code"
        label = _("Markdown")
        help_text = _("What no other block can show; it is kept as it is written.")


class EssayBlock(StreamBlock):
    """All that an essay is made of."""

    prose = ProseBlock()
    quotation = QuotationBlock()
    figure = FigureBlock()
    clip = ClipBlock()
    timeline = TimelineBlock()
    map = MapBlock()
    table = TableBlock()
    markdown = MarkdownBlock()

    class Meta:
        required = False
