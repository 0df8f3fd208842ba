"""From blocks to Markdown. What stood there before and is not changed keeps its very characters."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sourcebook.dialect.blocks import Block, Drawing, Essay, Figure, Line, Quotation, Raw, Table
from sourcebook.dialect.drawings import write_drawing
from sourcebook.dialect.escaping import heavy
from sourcebook.dialect.lists import stepped, write_list
from sourcebook.dialect.reading import Reading, read_chunks
from sourcebook.dialect.reading_words import UnsaidError
from sourcebook.dialect.words import Run, Words
from sourcebook.dialect.writing_words import write_words

_ITEMS = ("item", "numbered")


def write_essay(essay: Essay, before: str = "") -> str:
    """The Markdown of an essay; what `before` has of it is taken over as it is."""
    keys = [key for key, _text in essay.notes]
    old = read_chunks(before)
    groups = list(_grouped(essay.blocks))
    if [chunk.blocks for chunk in old.chunks] == groups and old.notes == essay.notes:
        return before
    kept: defaultdict[tuple[Block, ...], list[str]] = defaultdict(list)
    for chunk in reversed(old.chunks):
        kept[chunk.blocks].append(chunk.markdown)
    pieces = [kept[group].pop() if kept[group] else _write(group, keys) for group in groups]
    notes = "\n".join(_note(key, text, old) for key, text in essay.notes)
    return "\n\n".join([*pieces, *([notes] if notes else [])])


def settled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks as they are written: no item deeper than it can be, neighbouring Markdown made one."""
    return tuple(block for group in _grouped(blocks) for block in group)


def _grouped(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Blocks that are one chunk: a list, the paragraphs of a quotation, neighbouring Markdown."""
    group: list[Block] = []
    for block in blocks:
        if group and not _belongs(block, group):
            yield _finished(group)
            group = []
        group.append(block)
    if group:
        yield _finished(group)


def _belongs(block: Block, group: list[Block]) -> bool:
    first, last = group[0], group[-1]
    if isinstance(block, Raw):
        return isinstance(last, Raw)
    if not isinstance(block, Line) or not isinstance(first, Line):
        return False
    if block.kind == "quoted":
        return first.kind == "quoted"
    return block.kind in _ITEMS and first.kind in _ITEMS and (block.level > 0 or block.kind == first.kind)


def _finished(group: list[Block]) -> tuple[Block, ...]:
    lines = [block for block in group if isinstance(block, Line)]
    if lines and lines[0].kind in _ITEMS:
        return stepped(lines)
    raws = [block.markdown for block in group if isinstance(block, Raw)]
    return (Raw("\n\n".join(raws)),) if raws else tuple(group)


def _write(group: tuple[Block, ...], notes: Sequence[str]) -> str:
    lines = [block for block in group if isinstance(block, Line)]
    if lines and lines[0].kind in _ITEMS:
        return write_list(lines, notes)
    if lines and lines[0].kind == "quoted":
        return _marked("\n\n".join(write_words(line.words, notes) for line in lines))
    match group[0]:
        case Line("rule"):
            return "---"
        case Line("heading", words, level):
            text = write_words(words, notes)
            return f"{'#' * level} " + (
                f"{text[:-1]}\\#" if text.endswith("#") and not text.endswith("\\#") else text
            )
        case Line(words=words):
            return write_words(words, notes)
        case Quotation(target, label, words):
            attribution = f"— [{_label(label)}]({target})"
            return _marked(f"{words}\n\n{attribution}" if words else attribution)
        case Figure(target, caption):
            return f"![{write_words(caption, within=True)}]({target})"
        case Drawing() as drawing:
            return write_drawing(drawing)
        case Table() as table:
            return _table(table, notes)
        case Raw(markdown):
            return markdown
    raise AssertionError(group)


def _label(text: str) -> str:
    try:
        return write_words((Run(text),), within=True)
    except UnsaidError:
        return heavy(text, False)


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _table(table: Table, notes: Sequence[str]) -> str:
    marks = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}

    def row(cells: Sequence[Words]) -> str:
        return "| " + " | ".join(write_words(cell, notes) for cell in cells) + " |"

    rule = "| " + " | ".join(marks[one] for one in table.aligned) + " |"
    return "\n".join([row(table.head), rule, *map(row, table.rows)])


def _note(key: str, text: str, old: Reading) -> str:
    if (key, text) in old.notes:
        return old.note_sources[key]
    first, *further = text.split("\n")
    return "\n".join([f"[^{key}]: {first}", *(f"    {line}" if line else "" for line in further)])
