"""Between an essay's lines and what the rich-text editor holds of them."""

from collections.abc import Callable, Iterable
from itertools import count

from sourcebook.dialect.blocks import Line, LineKind
from sourcebook.dialect.words import ATOMS, Run, Style, Words, merged
from sourcebook.dialect.writing_words import normal
from sourcebook.subjects.essay.entities import Notes, entity_of, raw_of
from sourcebook.subjects.essay.raw_content import EntityRange, RawBlock, RawContent, RawEntity, StyleRange

_STYLES: dict[Style, str] = {"em": "ITALIC", "strong": "BOLD", "code": "CODE"}
_MEANT = {name: style for style, name in _STYLES.items()}
_TYPES: dict[LineKind, str] = {
    "paragraph": "unstyled",
    "item": "unordered-list-item",
    "numbered": "ordered-list-item",
    "quoted": "blockquote",
}
_KINDS: dict[str, LineKind] = {name: kind for kind, name in _TYPES.items()}
_HEADINGS = ("header-one", "header-two", "header-three", "header-four", "header-five", "header-six")
_RULE = "HORIZONTAL_RULE"


def content_of(lines: Iterable[Line], note: Callable[[str], dict[str, object]]) -> RawContent:
    """The editor's text; `note` tells what the editor is to hold of the note with a key."""
    made = RawContent(blocks=[], entity_map={})
    for number, line in enumerate(lines):
        block = RawBlock(
            text="", key=f"l{number}", type=_type_of(line), inline_style_ranges=[], entity_ranges=[]
        )
        made.blocks.append(block)
        if line.kind == "rule":
            _put(made, block, " ", RawEntity(_RULE, "IMMUTABLE"))
            continue
        block.depth = line.level if line.kind in ("item", "numbered") else 0
        for position, run in enumerate(line.words):
            before = line.words[position - 1] if position else None
            start = len(block.text)
            if run.entity is None:
                block.text += run.text
            elif before and before.entity == run.entity and not isinstance(run.entity, ATOMS):
                block.text += run.text
                block.entity_ranges[-1].length += len(run.text)
            else:
                _put(made, block, run.text, raw_of(run.entity, note))
            for style in sorted(run.styles):
                block.inline_style_ranges.append(StyleRange(start, len(run.text), _STYLES[style]))
    return made


def _type_of(line: Line) -> str:
    if line.kind == "heading":
        return _HEADINGS[line.level - 1]
    return "atomic" if line.kind == "rule" else _TYPES[line.kind]


def _put(content: RawContent, block: RawBlock, text: str, entity: RawEntity) -> None:
    key = str(len(content.entity_map))
    content.entity_map[key] = entity
    block.entity_ranges.append(EntityRange(len(block.text), len(text), key))
    block.text += text


def lines_of(content: RawContent, notes: Notes) -> list[Line]:
    """The lines of what the editor sent, in their normal form; calls and texts of notes go to `notes`."""
    made: list[Line] = []
    for block in content.blocks:
        if block.type == "atomic":
            entities = [content.entity_map.get(str(one.key)) for one in block.entity_ranges]
            if any(entity and entity.type == _RULE for entity in entities):
                made.append(Line("rule"))
            continue
        words = _words(block, content, notes)
        level = _HEADINGS.index(block.type) + 1 if block.type in _HEADINGS else 0
        if level:
            words = normal(merged(run._replace(text=run.text.replace("\n", " ")) for run in words))
        kind: LineKind = "heading" if level else _KINDS.get(block.type, "paragraph")
        if words:
            deep = max(0, min(block.depth, 8)) if kind in ("item", "numbered") else 0
            made.append(Line(kind, words, level or deep))
    return made


def words_of(content: RawContent) -> Words:
    """A single line, as a caption is: its paragraphs with spaces between them, without links and notes."""
    runs: list[Run] = []
    for block in content.blocks:
        runs += [*([Run(" ")] if runs else []), *_words(block, content, None)]
    return normal(merged(run._replace(text=run.text.replace("\n", " ")) for run in runs))


def _words(block: RawBlock, content: RawContent, notes: Notes | None) -> Words:
    text = block.text
    styles: list[set[Style]] = [set() for _ in text]
    for one in block.inline_style_ranges:
        if one.style in _MEANT:
            for at in range(max(0, one.offset), min(len(text), one.offset + one.length)):
                styles[at].add(_MEANT[one.style])
    runs: list[Run] = []
    owners: list[tuple[int, RawEntity] | None] = [None] * len(text)
    numbers = count()
    for where in block.entity_ranges:
        entity = content.entity_map.get(str(where.key))
        number = next(numbers)
        for at in range(max(0, where.offset), min(len(text), where.offset + where.length)):
            owners[at] = (number, entity) if entity else None
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and owners[end] == owners[at]:
            end += 1
        owner = owners[at]
        runs += entity_of(owner[1] if owner else None, text[at:end], styles[at:end], notes)
        at = end
    return normal(merged(runs))
