"""A source's texts as rows of passages: one version alone, or the original and its translation side by side."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from sourcebook.reading_room import labels
from sourcebook.reading_room.credits import Line, byline
from sourcebook.reading_room.dating import clock
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown import Notes, Writing
from sourcebook.reading_room.pages.cited import Mark
from sourcebook.reading_room.pages.endnotes import EndNote
from sourcebook.reading_room.pages.passages import write_passage
from sourcebook.reading_room.tongues import tongue
from sourcebook.record import TextVersion


class Column(NamedTuple):
    """One version as it is shown: its head, and the notes it calls."""

    key: str
    label: str
    language: str
    language_name: str
    title: str
    lines: list[Line]
    review: str
    notes: list[EndNote]


class Shown(NamedTuple):
    """The texts of a page."""

    columns: list[Column]
    rows: Markup
    others: list[tuple[str, str]]
    """Other ways to read it: label and address; the address is empty for the one that is shown."""


def aligned(texts: Sequence[TextVersion]) -> list[str]:
    """The keys of all passages in one order: the first version's, with those only the second has where they fit."""
    order = [passage.key for passage in texts[0].passages]
    for text in texts[1:]:
        order = _merged(order, [passage.key for passage in text.passages])
    return order


def _merged(first: list[str], second: list[str]) -> list[str]:
    known, done, made = set(first), set(), []
    waiting = iter(first)
    for key in second:
        if key not in known:
            made.append(key)
        while key in known and key not in done:
            following = next(waiting)
            done.add(following)
            made.append(following)
    return [*made, *waiting]


def write_texts(
    leaf: Leaf, texts: Sequence[TextVersion], marks: Mapping[str, Sequence[Mark]], order: Sequence[str]
) -> tuple[list[Column], Markup]:
    """The columns and the rows of one or two versions."""
    writings = [
        Writing(
            leaf,
            heading=3,
            notes=Notes(f"{text.key}-" if len(texts) > 1 else ""),
            known_notes=[note.key for note in text.notes],
        )
        for text in texts
    ]
    passages = [{passage.key: passage for passage in text.passages} for text in texts]
    tongues = [str(tongue(text.language, leaf.language)) for text in texts]
    rows: list[str] = []
    for key in order:
        held = [column.get(key) for column in passages]
        timed = next((passage for passage in held if passage and passage.start is not None), None)
        begins = f' data-begins="{timed.start:.12g}"' if timed and timed.start is not None else ""
        rows.append(
            f'<div class="row" id="{key}"{begins}><a class="at" href="#{key}">{_label(timed, key)}</a>'
        )
        for passage, writing, spoken in zip(held, writings, tongues, strict=True):
            rows.append(
                f'<div class="cell"{spoken}>{write_passage(writing, passage)}</div>'
                if passage
                else '<div class="cell"></div>'
            )
        if key in marks:
            rows.append(_marks(leaf, marks[key]))
        rows.append("</div>\n")
    columns = [_column(leaf, text, writing) for text, writing in zip(texts, writings, strict=True)]
    return columns, Markup("".join(rows))  # noqa: S704


def _label(timed: object, key: str) -> str:
    start = getattr(timed, "start", None)
    return key if start is None else clock(start)


def _marks(leaf: Leaf, marks: Sequence[Mark]) -> str:
    links = "".join(f'<a href="{escape(mark.address)}">{escape(mark.title)}</a>' for mark in marks[:5])
    return f'<div class="marks"><b>{leaf.words.cited_in}</b> {links}</div>'


def _column(leaf: Leaf, text: TextVersion, writing: Writing) -> Column:
    texts = {note.key: note.text for note in text.notes}
    notes = []
    written = 0
    # A note may call another, so the list is read until it stops growing.
    while written < len(called := writing.notes.called()):
        for key, calls in called[written:]:
            body = writing.blocks(texts[key]) if key in texts else writing.own_note(key)
            notes.append(EndNote(calls, body))
            written += 1
    return Column(
        key=text.key,
        label=labels.version(text.kind, leaf.language),
        language=text.language,
        language_name=labels.language(text.language, leaf.language),
        title=text.title,
        lines=byline(leaf, text.contributions),
        review=text.review,
        notes=notes,
    )
