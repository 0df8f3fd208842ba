"""Footnotes collected at the end of a text, each with links back to its calls."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown.notes import Call
from sourcebook.reading_room.tongues import tongue


class EndNote(NamedTuple):
    """A note with its calls, at least one."""

    calls: Sequence[Call]
    body: Markup


def write_notes(notes: Sequence[EndNote], language: str, leaf: Leaf) -> Markup:
    """The list of notes, in the language of their text."""
    if not notes:
        return Markup("")
    back = leaf.words.back_to_text
    made = [f'<div class="notes"{tongue(language, leaf.language)}>\n<ol>\n']
    for note in notes:
        first = note.calls[0]
        links = "".join(
            f' <a class="back" href="#{call.anchor}" role="doc-backlink" aria-label="{back} {_which(note, call)}">↩</a>'
            for call in note.calls
        )
        # The way back stands in the note's last line.
        body = str(note.body).rstrip()
        body = f"{body[:-4]}{links}</p>" if body.endswith("</p>") else f"{body}{links}"
        made.append(f'<li id="{first.note}">{body}</li>\n')
    made.append("</ol>\n</div>\n")
    return Markup("".join(made))  # noqa: S704


def _which(note: EndNote, call: Call) -> str:
    return f"{call.number}" if call.is_first else f"{call.number}.{list(note.calls).index(call) + 1}"
