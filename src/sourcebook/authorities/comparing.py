"""How two versions of one thing are compared: what differs and nothing else, in the words of the form."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct
from wagtail.admin.compare import (
    ChildRelationComparison,
    FieldComparison,
    register_comparison_class,
)
from wagtail.admin.panels import FieldPanel

from sourcebook.authorities.fields import MarkdownField, StructField
from sourcebook.authorities.marking import exchanged, marked

Listed = Callable[[], Iterable[tuple[str, str]]]


class StructComparison(FieldComparison):
    """Language maps, dates, lists of words."""

    def htmldiff(self) -> Any:
        return marked(self.field.readable(self.val_a), self.field.readable(self.val_b))


class MarkdownComparison(FieldComparison):
    """Long texts, of which only what differs is shown, with a little around it."""

    def htmldiff(self) -> Any:
        return marked(self.val_a, self.val_b)


class VocabularyComparison(FieldComparison):
    """A code of a vocabulary, in the words that its list has for it."""

    def __init__(self, listed: Listed, *given: Any) -> None:
        super().__init__(*given)
        self.words = dict(listed())

    def htmldiff(self) -> Any:
        return exchanged(*(self.words.get(value, value) for value in (self.val_a, self.val_b)))


class VocabularyPanel(FieldPanel):
    """A field with an OpenSelect, compared in the words of its list."""

    def get_comparison_class(self) -> Any:
        return partial(VocabularyComparison, self.widget.listed)


class ComparedRow(Struct):
    """One row of an inline panel that is new, gone or changed."""

    title: str
    deed: str
    """`addition`, `deletion` or nothing."""
    move: int
    """Places down; up where it is negative."""
    fields: list[Any]
    """Comparisons of its fields: those that changed, and all that say something where it is new or gone."""

    @property
    def up(self) -> int:
        return -self.move


def compared_rows(relation: ChildRelationComparison) -> Iterator[ComparedRow]:
    """The rows of an inline panel in which anything differs."""
    children = relation.get_child_comparisons()
    kept = [child for child in children if child.obj_a and child.obj_b]
    before = sorted(kept, key=lambda child: _place(child.obj_a))
    for child in children:
        deed = "addition" if child.is_addition() else "deletion" if child.is_deletion() else ""
        fields = child.get_field_comparisons()
        said = [one for one in fields if (_says(one) if deed else one.has_changed())]
        # What comes or goes above a row does not move it.
        move = 0 if deed else kept.index(child) - before.index(child)
        if deed or said or move:
            thing = child.obj_b or child.obj_a
            number = f"{child.model._meta.verbose_name} {_place(thing) + 1}"
            yield ComparedRow(": ".join(filter(None, (number, str(thing)))), deed, move, said)


def _place(thing: Any) -> int:
    return thing.sort_order or 0


def _says(field: Any) -> bool:
    if field.is_field:
        return field.val_b not in (None, "", (), {}, [])
    return any(True for _ in compared_rows(field))


register_comparison_class(StructField, comparison_class=StructComparison)
register_comparison_class(MarkdownField, comparison_class=MarkdownComparison)
