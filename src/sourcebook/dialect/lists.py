"""Lists as items with their depth, and back; no blank lines between items, one paragraph in each."""

from collections.abc import Sequence

from markdown_it.token import Token

from sourcebook.dialect.blocks import Line, LineKind
from sourcebook.dialect.reading_words import UnsaidError, words_of_tokens
from sourcebook.dialect.writing_words import normal, write_words
from sourcebook.sentences import Sentence

_KINDS: dict[str, LineKind] = {"bullet_list_open": "item", "ordered_list_open": "numbered"}


def read_list(group: Sequence[Token]) -> tuple[Line, ...]:
    """The items of a list, those of lists inside it below theirs."""
    items: list[Line] = []
    kinds: list[LineKind] = []
    fresh = False
    closed: LineKind | None = None
    for token in group:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                if token.attrs.get("start", 1) != 1 or fresh or closed == _KINDS[token.type]:
                    raise UnsaidError(Sentence("The list begins in the middle."))
                kinds.append(_KINDS[token.type])
                closed = None
            case "bullet_list_close" | "ordered_list_close":
                closed = kinds.pop()
            case "list_item_open":
                if fresh:
                    raise UnsaidError(Sentence("An item is empty."))
                fresh, closed = True, None
            case "paragraph_open":
                if not token.hidden or not fresh:
                    raise UnsaidError(Sentence("The items have paragraphs."))
            case "inline":
                read = words_of_tokens(token.children or [])
                words = normal(read)
                if not words or [c.type for c in token.children or []] == ["image"] or words != read:
                    raise UnsaidError(Sentence("An item is no line of words."))
                items.append(Line(kinds[-1], words, len(kinds) - 1))
                fresh = False
            case "paragraph_close" | "list_item_close":
                if fresh:
                    raise UnsaidError(Sentence("An item is empty."))
            case _:
                raise UnsaidError(Sentence("An item holds more than words."))
    return tuple(items)


def stepped(items: Sequence[Line]) -> tuple[Line, ...]:
    """Each item at most one deeper than the one before it, the first not at all."""
    made: list[Line] = []
    for item in items:
        made.append(item._replace(level=min(item.level, made[-1].level + 1 if made else 0)))
    return tuple(made)


def write_list(items: Sequence[Line], notes: Sequence[str]) -> str:
    """The Markdown of one list."""
    made: list[str] = []
    widths: list[int] = []
    counts: list[int] = []
    kinds: list[LineKind] = []
    for item in items:
        del widths[item.level :]
        del counts[item.level + 1 :], kinds[item.level + 1 :]
        if len(counts) <= item.level:
            counts.append(0)
            kinds.append(item.kind)
        elif kinds[item.level] != item.kind:
            counts[item.level], kinds[item.level] = 0, item.kind
        counts[item.level] += 1
        mark = "- " if item.kind == "item" else f"{counts[item.level]}. "
        indent = sum(widths)
        widths.append(len(mark))
        words = write_words(item.words, notes).replace("\n", "\n" + " " * (indent + len(mark)))
        made.append(" " * indent + mark + words)
    return "\n".join(made)
