"""The text of a note between Markdown and the small editor in which it is written."""

from typing import Any

import msgspec

from sourcebook.dialect.blocks import Essay, Line
from sourcebook.dialect.reading import read_essay
from sourcebook.dialect.writing import settled, write_essay
from sourcebook.subjects.essay.entities import Notes
from sourcebook.subjects.essay.prose import content_of, lines_of
from sourcebook.subjects.essay.raw_content import RawContent


def note_of(text: str) -> dict[str, object]:
    """A note as the editor holds it: rich text where its lines are lines of the editor, else Markdown."""
    read = read_essay(text)
    lines = [block for block in read.blocks if isinstance(block, Line)]
    if read.notes or len(lines) < len(read.blocks):
        return {"markdown": text}
    return {"content": msgspec.to_builtins(content_of(lines, lambda key: {"markdown": ""})), "text": text}


def text_of_note(data: dict[str, Any]) -> str:
    """The Markdown of a note; the very characters of before, where nobody changed its words."""
    if "content" not in data:
        return str(data.get("markdown", "")).replace("\r\n", "\n").strip()
    lines = settled(lines_of(msgspec.convert(data["content"], RawContent), Notes()))
    before = str(data.get("text", "")).replace("\r\n", "\n").strip()
    return before if read_essay(before).blocks == lines else write_essay(Essay(lines))
