"""The words of a text on its way to Markdown: runs of letters, with their style and pointers, and notes and pages.

Whether a pointer leads anywhere is known only when every file has been read, so Markdown is printed last, from these.
"""

from dataclasses import dataclass, field
from enum import Flag, auto


class Style(Flag):
    """How letters are set off; other renderings of print are not kept."""

    PLAIN = 0
    ITALIC = auto()
    STRONG = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Pointer:
    """What a `ref`, a name or a gloss points to, as written, and where; each is itself alone."""

    target: str
    volume: str
    """The identifier of the file it stands in, against which `#d12` is read."""
    line: int
    element: str
    reference: str = ""
    """What it stands for, where the reader knows that without the target."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style, and the pointers they stand in, the outermost first."""

    text: str
    style: Style = Style.PLAIN
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """Here the source begins a new line that matters, as in an address or in verse."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """Here a page of the original begins."""

    number: str


@dataclass(slots=True, eq=False)
class Footnote:
    """A note, standing where the text calls it; its key is given when all notes of the text are known."""

    number: str
    identifier: str
    words: list["Inline"] = field(default_factory=list)
    key: str = ""


Inline = Run | LineBreak | PageStart | Footnote


def is_blank(words: list[Inline]) -> bool:
    """Whether there is nothing in it but white space."""
    return all(isinstance(word, Run) and not word.text.strip(" \t\r\n") for word in words)


def plain(words: list[Inline]) -> str:
    """The letters alone, without notes; a new line is a space."""
    parts = [
        word.text if isinstance(word, Run) else " "
        for word in words
        if not isinstance(word, Footnote | PageStart)
    ]
    return " ".join("".join(parts).split())


def without_last_space(words: list[Inline]) -> list[Inline]:
    """Words without the white space and new lines at their end."""
    while words and isinstance(last := words[-1], LineBreak | Run):
        if isinstance(last, Run) and (text := last.text.rstrip()):
            return [*words[:-1], Run(text, last.style, last.pointers)]
        words = words[:-1]
    return words
