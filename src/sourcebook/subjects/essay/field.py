"""An essay's form field: Markdown comes in, blocks are shown, Markdown goes out."""

import json
from collections import Counter
from typing import Any

import msgspec
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.blocks.base import BlockField, BlockWidget
from wagtail.blocks.stream_block import StreamValue

from sourcebook.dialect.blocks import Essay, Raw
from sourcebook.dialect.reading import read_essay
from sourcebook.dialect.reading_words import UnsaidError
from sourcebook.dialect.writing import write_essay
from sourcebook.subjects.essay.blocks import EssayBlock
from sourcebook.subjects.essay.quoting import misquoted
from sourcebook.subjects.essay.script_words import told
from sourcebook.subjects.essay.stream import essay_of, stream_of
from sourcebook.subjects.essay.word_document import word_document


class Written(msgspec.Struct):
    """What the form sends: its blocks, and the Markdown that they were made from."""

    blocks: Any
    before: str


class EssayWidget(BlockWidget):
    """The blocks, and beside them the Markdown of before, which lends unchanged words their characters."""

    def render_with_errors(
        self, name: str, value: Any, attrs: Any = None, errors: Any = None, renderer: Any = None
    ) -> SafeString:
        written = (
            value if isinstance(value, Written) else Written(_blocks(self.block_def, value), value or "")
        )
        shown = super().render_with_errors(name, written.blocks, attrs, errors, renderer)
        return format_html(
            '<div class="sb-essay" data-sb-essay="{}">{}{}<sb-word-count></sb-word-count>'
            '<textarea hidden name="{}-before">\n{}</textarea></div>',
            json.dumps(told(), cls=DjangoJSONEncoder),
            word_document(name),
            shown,
            name,
            written.before,
        )

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Written:
        before = data.get(f"{name}-before", "").replace("\r\n", "\n")
        return Written(super().value_from_datadict(data, files, name), before)


def _blocks(block: Any, markdown: str | None) -> StreamValue:
    value: StreamValue = block.to_python(stream_of(markdown or ""))
    return value


def form_state(markdown: str) -> Any:
    """What the form's script shows as blocks, as it is given with the page."""
    block = EssayBlock()
    return block.get_form_state(_blocks(block, markdown))


class EssayFormField(BlockField):
    """Shows Markdown as blocks and gives Markdown back."""

    def __init__(self, **kwargs: Any) -> None:
        block = EssayBlock()
        kwargs["widget"] = EssayWidget(block)
        for unknown in ("max_length", "empty_value"):
            kwargs.pop(unknown, None)
        super().__init__(block=block, **kwargs)

    def clean(self, value: Any) -> str:
        essay = self._essay(super().clean(value.blocks), value.before)
        before = read_essay(value.before)
        problem = misquoted(essay, before)
        if problem:
            raise ValidationError(problem)
        try:
            markdown = write_essay(essay, value.before)
        except UnsaidError as error:
            raise ValidationError(str(error)) from error
        if _runs_together(essay, read_essay(markdown)):
            raise ValidationError(
                _(
                    "What stands as Markdown runs into its neighbours. End it, as ``` does, or put words between."
                )
            )
        return markdown

    def _essay(self, blocks: Any, before: str) -> Essay:
        try:
            return essay_of(self.block.get_prep_value(blocks), before)
        except UnsaidError as error:
            raise ValidationError(str(error)) from error
        except (msgspec.MsgspecError, KeyError, TypeError, AttributeError) as error:
            raise ValidationError(
                _("The essay did not arrive whole. Reload the page and try again.")
            ) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != (initial or ""))
        except ValidationError:
            return True


def _runs_together(essay: Essay, again: Essay) -> bool:
    """Whether Markdown of the author's swallows what stands before or after it."""
    left = Counter(again.blocks)
    left.subtract(block for block in essay.blocks if not isinstance(block, Raw))
    return any(number < 0 for number in left.values()) or len(again.notes) < len(essay.notes)
