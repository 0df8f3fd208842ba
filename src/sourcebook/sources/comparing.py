"""Two states of a text, passage by passage: those that differ, each under its key."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.compare import FieldComparison, register_comparison_class

from sourcebook.authorities.marking import exchanged, marked
from sourcebook.record import Note, Passage
from sourcebook.sources.fields import TextBodyField
from sourcebook.sources.passage_kinds import PASSAGE_KINDS

WORDS = {
    "kind": gettext_lazy("kind"),
    "speaker": gettext_lazy("speaker"),
    "region": gettext_lazy("region of the picture"),
    "start": gettext_lazy("beginning, in seconds"),
    "end": gettext_lazy("end, in seconds"),
}
"""What a passage has beside its text."""


class TextBodyComparison(FieldComparison):
    """Of the passages and footnotes of a text version."""

    def htmldiff(self) -> Any:
        return passages_marked(
            (self.val_a.passages, self.val_a.notes), (self.val_b.passages, self.val_b.notes)
        )


Body = tuple[Sequence[Passage], Sequence[Note]]


def passages_marked(before: Body, after: Body) -> Any:
    """What goes and what comes, with how many passages between stay as they are."""
    pieces = [
        *_compared(before[0], after[0], _("Passage %s")),
        *_compared(before[1], after[1], _("Footnote %s")),
    ]
    return format_html_join("", '<div class="sb-compared__passage">{}</div>', ((piece,) for piece in pieces))


def _compared(before: Sequence[Any], after: Sequence[Any], heading: str) -> Iterator[Any]:
    was, now = ({one.key: one for one in side} for side in (before, after))
    same = 0
    for key in _keys([*was], [*now]):
        old, new = was.get(key), now.get(key)
        if old == new:
            same += 1
            continue
        if same:
            yield _unchanged(same)
            same = 0
        yield format_html("<p>{}</p>{}", heading % key, _piece(old, new))
    if same and was != now:
        yield _unchanged(same)


def _keys(before: list[str], after: list[str]) -> Iterator[str]:
    """All keys, what is gone where it stood; a key that moved once, where it is now."""
    there = set(after)
    for _deed, first, end, first_after, end_after in SequenceMatcher(
        None, before, after, False
    ).get_opcodes():
        yield from (key for key in before[first:end] if key not in there)
        yield from after[first_after:end_after]


def _unchanged(number: int) -> Any:
    return format_html("<p>{}</p>", _("… unchanged: %(number)d") % {"number": number})


def _piece(old: Any, new: Any) -> Any:
    texts = marked(*(one.text if one else "" for one in (old, new)))
    beside = [
        (capfirst(str(words)), exchanged(*(_said(one, name) for one in (old, new))))
        for name, words in WORDS.items()
        if old and new and getattr(old, name, "") != getattr(new, name, "")
    ]
    return format_html("{}{}", texts, format_html_join("", "<p>{}: {}</p>", beside))


def _said(passage: Any, name: str) -> Any:
    value = getattr(passage, name)
    return PASSAGE_KINDS.get(value, value) if name == "kind" else "" if value is None else value


register_comparison_class(TextBodyField, comparison_class=TextBodyComparison)
