"""From Markdown to blocks, chunk by chunk; what no block can say stays Markdown."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from sourcebook.dialect.blocks import Align, Block, Chunk, Essay, Figure, Line, Quotation, Raw, Table
from sourcebook.dialect.drawings import read_drawing
from sourcebook.dialect.lists import read_list
from sourcebook.dialect.parsing import REFERENCE, parser
from sourcebook.dialect.reading_words import UnsaidError, words_of_tokens
from sourcebook.dialect.words import Link, Words
from sourcebook.dialect.writing_words import normal
from sourcebook.record.links import LINK
from sourcebook.record.reference import kind_of
from sourcebook.sentences import Sentence

_ATTRIBUTION = re.compile(rf"(?:—|--) *(?P<link>{LINK.pattern})")
_QUOTED_LINE = re.compile(r" {0,3}> ?(.*)")


class Reading(NamedTuple):
    """A text in chunks, in order, and its notes with what stands for each."""

    chunks: tuple[Chunk, ...]
    notes: tuple[tuple[str, str], ...]
    note_sources: dict[str, str]


def read_essay(markdown: str) -> Essay:
    """The blocks and notes of a text."""
    read = read_chunks(markdown)
    return Essay(tuple(block for chunk in read.chunks for block in chunk.blocks), read.notes)


def read_chunks(markdown: str) -> Reading:
    """The same with the Markdown of each."""
    lines = markdown.split("\n")
    environment: dict[str, object] = {}
    tokens = parser().parse(markdown, environment)
    chunks: list[Chunk] = []
    notes: dict[str, str] = {}
    sources: dict[str, str] = {}
    read_to = 0
    groups = _groups(tokens)
    # Of a note that is defined twice readers are shown the last text; the others are kept as they stand.
    shown = {key: number for number, group in enumerate(groups) if (key := _note_key(group)) is not None}
    for number, group in enumerate(groups):
        first, last = group[0].map or (read_to, read_to)
        _add_raw(chunks, lines, read_to, first)
        source = "\n".join(lines[first:last]).strip("\n")
        read_to = max(read_to, last)
        key = _note_key(group)
        if key is not None and shown[key] == number:
            notes[key], sources[key] = _note_text(source), source
            continue
        try:
            blocks = _blocks(group, source)
            if not blocks or _runs_on(chunks, blocks):
                raise UnsaidError(Sentence("It is empty, or runs on from what stands before."))
            chunks.append(Chunk(blocks, source))
        except UnsaidError:
            _add_raw(chunks, lines, first, last)
    _add_raw(chunks, lines, read_to, len(lines))
    return Reading(tuple(chunks), tuple(notes.items()), sources)


def _groups(tokens: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            groups.append([])
        groups[-1].append(token)
        depth += token.nesting
    return groups


def _add_raw(chunks: list[Chunk], lines: list[str], first: int, last: int) -> None:
    text = "\n".join(lines[first:last]).strip("\n")
    if not text.strip():
        return
    if chunks and isinstance(chunks[-1].blocks[-1], Raw):
        text = f"{chunks.pop().markdown}\n\n{text}"
    chunks.append(Chunk((Raw(text),), text))


def _note_key(group: Sequence[Token]) -> str | None:
    """The key of the note that is defined here, if one is."""
    return str(group[0].meta["label"]) if group[0].type == "footnote_reference_open" else None


def _note_text(source: str) -> str:
    """The words of a note without its key and its indentation."""
    first, *further = source.partition("]:")[2].lstrip(" ").split("\n")
    return "\n".join([first, *(line[4:] if line.startswith("    ") else line for line in further)])


def _blocks(group: Sequence[Token], source: str) -> tuple[Block, ...]:
    match group[0].type:
        case "paragraph_open":
            return (_paragraph(group[1]),)
        case "heading_open":
            words = _some(_words(group[1]))
            if any("\n" in run.text for run in words):
                raise UnsaidError(Sentence("The heading has a line break."))
            return (Line("heading", words, int(group[0].tag[1])),)
        case "bullet_list_open" | "ordered_list_open":
            return read_list(group)
        case "blockquote_open":
            return _quotation(group, source)
        case "hr":
            return (Line("rule"),)
        case "fence":
            return (read_drawing(group[0]),)
        case "table_open":
            return (_table(group),)
    raise UnsaidError(Sentence("No block says {kind}.", kind=group[0].type))


def _words(inline: Token) -> Words:
    read = words_of_tokens(inline.children or [])
    words = normal(read)
    if "".join(run.text for run in words) != "".join(run.text for run in read):
        raise UnsaidError(Sentence("Its white space would be lost."))
    return words


def _some(words: Words) -> Words:
    if not words:
        raise UnsaidError(Sentence("It has no words."))
    return words


def _paragraph(inline: Token) -> Block:
    children = inline.children or []
    if len(children) == 1 and children[0].type == "image":
        image = children[0]
        target = str(image.attrs["src"])
        caption = words_of_tokens(image.children or [])
        if REFERENCE.fullmatch(target) and target.startswith("source:") and not image.attrs.get("title"):
            return Figure(target, plain_words(caption))
        raise UnsaidError(Sentence("The picture is not of a source."))
    return Line("paragraph", _some(_words(inline)))


def plain_words(words: Words) -> Words:
    """Words with styles alone, as captions and cells have them."""
    if any(run.entity is not None for run in words) or normal(words) != words:
        raise UnsaidError(Sentence("There are links in a caption."))
    return words


def _quotation(group: Sequence[Token], source: str) -> tuple[Block, ...]:
    lines = [_QUOTED_LINE.fullmatch(line) for line in source.split("\n")]
    texts = [line[1] for line in lines if line]
    if len(texts) != len(lines):
        raise UnsaidError(Sentence("A line of the quotation has no mark."))
    found = _ATTRIBUTION.fullmatch(texts[-1].strip())
    if found and not found[2] and kind_of(found[4]) == "source":
        return (_attributed(found, texts[:-1]),)
    if any(token.type not in ("paragraph_open", "paragraph_close", "inline") for token in group[1:-1]):
        raise UnsaidError(Sentence("The quotation holds more than paragraphs."))
    if any(len(t.children or []) == 1 and (t.children or [])[0].type == "image" for t in group):
        raise UnsaidError(Sentence("A figure is quoted."))
    return tuple(Line("quoted", _some(_words(token))) for token in group if token.type == "inline")


def _attributed(found: re.Match[str], texts: list[str]) -> Quotation:
    tokens = parser().parseInline(found["link"], {})[0].children or []
    words = words_of_tokens(tokens)
    if len(words) != 1 or words[0].styles or not isinstance(words[0].entity, Link) or words[0].entity.title:
        raise UnsaidError(Sentence("The label of the quotation is not plain."))
    if texts and texts[-1].strip():
        raise UnsaidError(Sentence("The attribution stands in the last paragraph."))
    target = words[0].entity.href
    return Quotation(target, words[0].text, "\n".join(texts).strip("\n"))


def _table(group: Sequence[Token]) -> Table:
    rows: list[list[Words]] = []
    aligned: list[Align] = []
    for position, token in enumerate(group):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                aligned.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))  # type: ignore[arg-type]
            rows[-1].append(_words(group[position + 1]))
    if any("|" in run.text for row in rows for cell in row for run in cell):
        raise UnsaidError(Sentence("A cell has an upright stroke."))
    if any(run.text.count("\n") for row in rows for cell in row for run in cell):
        raise UnsaidError(Sentence("A cell has several lines."))
    return Table(tuple(aligned), tuple(rows[0]), tuple(map(tuple, rows[1:])))


def _runs_on(chunks: list[Chunk], blocks: tuple[Block, ...]) -> bool:
    """Whether a list or a quotation would become one with what stands before it."""
    first, last = blocks[0], chunks[-1].blocks[-1] if chunks else None
    if not isinstance(first, Line) or not isinstance(last, Line):
        return False
    if first.kind == "quoted":
        return last.kind == "quoted"
    before = chunks[-1].blocks[0]
    return first.kind in ("item", "numbered") and isinstance(before, Line) and before.kind == first.kind
