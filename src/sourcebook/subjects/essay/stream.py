"""Between an essay and the value of its blocks in the form: plain lists and fields, as Wagtail keeps them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from sourcebook.dialect.blocks import Block, Drawing, Essay, Figure, Line, Quotation, Raw, Row, Table
from sourcebook.dialect.reading import read_chunks, read_essay
from sourcebook.dialect.reading_words import UnsaidError, read_words
from sourcebook.dialect.words import NoteCall, Words
from sourcebook.dialect.writing import settled
from sourcebook.dialect.writing_words import normal, write_words
from sourcebook.record.spans import SpanError, TimeSpan, parse_span
from sourcebook.subjects.essay.entities import Notes
from sourcebook.subjects.essay.notes import note_of, text_of_note
from sourcebook.subjects.essay.prose import content_of, lines_of, words_of
from sourcebook.subjects.essay.raw_content import decode, encode

Stream = list[dict[str, Any]]


def stream_of(markdown: str) -> Stream:
    """The blocks of the form, each with its type and value."""
    essay = read_essay(markdown)
    notes = dict(essay.notes)
    made: Stream = []
    for is_prose, group in groupby(essay.blocks, lambda block: isinstance(block, Line)):
        blocks = list(group)
        if is_prose:
            content = content_of(
                [b for b in blocks if isinstance(b, Line)], lambda key: note_of(notes.get(key, ""))
            )
            made.append({"type": "prose", "value": encode(content)})
        else:
            made += [_other(block) for block in blocks]
    called = {run.entity.key for run in _runs(essay) if isinstance(run.entity, NoteCall)}
    idle = [source for key, source in read_chunks(markdown).note_sources.items() if key not in called]
    if idle:
        made.append({"type": "markdown", "value": "\n\n".join(idle)})
    # An empty essay begins with a text to write in.
    return made or [{"type": "prose", "value": ""}]


def _runs(essay: Essay) -> Iterator[Any]:
    for block in essay.blocks:
        if isinstance(block, Line):
            yield from block.words


def _other(block: Block) -> dict[str, Any]:
    match block:
        case Quotation(target, label, words):
            value: Any = {"words": encode_json(target=target, words=words), "label": label}
            return {"type": "quotation", "value": value}
        case Figure(target, caption):
            kind = "clip" if is_clip(target) else "figure"
            return {"type": kind, "value": {"span": target, "caption": _line(caption)}}
        case Drawing(kind, title, rows):
            listed = [{"where": row.where, "words": _line(row.words)} for row in rows]
            return {"type": kind, "value": {"title": title, "rows": listed}}
        case Table(aligned, head, rows):
            cells = [[write_words(cell) if cell else "" for cell in row] for row in (head, *rows)]
            return {"type": "table", "value": encode_json(aligned=aligned, rows=cells)}
        case Raw(markdown):
            return {"type": "markdown", "value": markdown}
    raise AssertionError(block)


def encode_json(**fields: Any) -> str:
    return msgspec.json.encode(fields).decode()


def _line(words: Words) -> str:
    return encode(content_of([Line("paragraph", words)], lambda key: {"markdown": ""}))


def is_clip(target: str) -> bool:
    """Whether it is a stretch of time."""
    try:
        return isinstance(parse_span(target.partition("#")[2]), TimeSpan)
    except SpanError:
        return False


def essay_of(stream: Stream, before: str) -> Essay:
    """The essay that a form's blocks say; `before` is what it was, which keeps the order of its notes."""
    notes = Notes(read_essay(before).notes, text_of_note)
    blocks: list[Block] = []
    for one in stream:
        blocks += _blocks(one["type"], one["value"], notes)
    return Essay(settled(blocks), notes.in_order())


def _blocks(kind: str, value: Any, notes: Notes) -> list[Block]:
    match kind:
        case "prose":
            return list(lines_of(decode(value), notes))
        case "quotation":
            picked = msgspec.json.decode(value["words"] or "{}")
            target = str(picked.get("target", ""))
            label = " ".join(value["label"].split())
            return [Quotation(target, label, str(picked.get("words", "")).strip("\n"))] if target else []
        case "figure" | "clip":
            return [Figure(value["span"], words_of(decode(value["caption"])))] if value["span"] else []
        case "timeline" | "map":
            rows = tuple(
                Row(" ".join(row["where"].replace("|", "/").split()), _row_words(row["words"]))
                for row in map(_item, value["rows"])
                if row["where"].strip()
            )
            title = " ".join(value["title"].replace("`", "'").split())
            return [Drawing(kind, title, rows)]
        case "table":
            return _table(value)
    markdown = value.replace("\r\n", "\n").strip("\n")
    if not markdown.strip():
        return []
    read = read_chunks(markdown)
    for key, text in read.notes:
        notes.call(key, text)
    return [Raw("\n\n".join(chunk.markdown for chunk in read.chunks))] if read.chunks else []


def _item(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a list block, which Wagtail wraps."""
    wrapped: dict[str, Any] = row.get("value", row)
    return wrapped


def _row_words(value: str) -> Words:
    lines = lines_of(decode(value), Notes())
    return normal(tuple(run for line in lines for run in line.words if not isinstance(run.entity, NoteCall)))


def _table(value: str) -> list[Block]:
    """A table; cells that are no line of words are an `UnsaidError`."""
    given = msgspec.json.decode(value or "{}")
    try:
        rows = [
            tuple(read_words(" ".join(str(cell).split())) for cell in row) for row in given.get("rows", [])
        ]
    except UnsaidError as error:
        raise UnsaidError(_("A cell of a table holds one line: words, emphasis, links.")) from error
    if not rows or not rows[0]:
        return []
    width = len(rows[0])
    even = [tuple((*row, *[()] * width)[:width]) for row in rows]
    marks = [one if one in ("left", "center", "right") else "" for one in given.get("aligned", [])]
    return [Table(tuple((*marks, *[""] * width)[:width]), even[0], tuple(even[1:]))]  # type: ignore[arg-type]
