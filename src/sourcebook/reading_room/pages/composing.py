"""A text of a record, such as its description, with the notes it calls."""

from markupsafe import Markup

from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown import Notes, Writing
from sourcebook.reading_room.pages.endnotes import EndNote, write_notes


def compose(leaf: Leaf, words: Words, *, heading: int = 2, prefix: str = "") -> Markup:
    """Its blocks, then its notes; `prefix` keeps the notes of several texts on a page apart."""
    if not words.text:
        return Markup("")
    writing = Writing(leaf, heading=heading, notes=Notes(prefix))
    body = writing.blocks(words.text)
    return body + write_notes(end_notes(writing), words.language, leaf)


def end_notes(writing: Writing) -> list[EndNote]:
    """The notes that a text calls and defines, in order; a note may call another, so the list is read as it grows."""
    notes: list[EndNote] = []
    while len(notes) < len(called := writing.notes.called()):
        key, calls = called[len(notes)]
        notes.append(EndNote(calls, writing.own_note(key)))
    return notes
