"""Words as one paragraph of the archive's Markdown."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby

from sourcebook.standards.markdown.escaping import escape, escape_start
from sourcebook.standards.markdown.words import (
    Footnote,
    Inline,
    LineBreak,
    PageStart,
    Pointer,
    Run,
    Style,
    without_last_space,
)

Resolve = Callable[[Pointer], str]
"""From a pointer to where it leads (`person:imre-nagy`, `source:poznan-report#p3`, an address); empty for nowhere."""

_SPACES = re.compile(r"[ \t\r\n]+")
_MARKS = {Style.PLAIN: "", Style.ITALIC: "*", Style.STRONG: "**", Style.ITALIC | Style.STRONG: "***"}


def print_words(words: list[Inline], resolve: Resolve, *, one_line: bool = False) -> str:
    """A paragraph; with `one_line` (in tables) lines of the source run on."""
    line = _Line()
    folded = _fold(words, one_line)
    for link, group in groupby(folded, key=lambda word: _link(word, resolve)):
        if link:
            line.add_link(list(group), link)
        else:
            line.add(list(group))
    return "\\\n".join(escape_start(part) for part in line.text.rstrip().split("\\\n"))


def _link(word: Inline, resolve: Resolve) -> str:
    """Where a word leads: links cannot stand in links, so the outermost pointer that leads anywhere has it."""
    if not isinstance(word, Run):
        return ""
    return next(filter(None, map(resolve, word.pointers)), "")


def _fold(words: list[Inline], one_line: bool) -> Iterator[Inline]:
    """White space as one space, and none at the beginning and end of lines."""
    after_space = True
    pending: list[Inline] = []
    for word in words:
        if isinstance(word, LineBreak) and one_line:
            word = Run(" ")
        if isinstance(word, Run):
            text = _SPACES.sub(" ", word.text)
            if after_space:
                text = text.lstrip()
            if not text:
                continue
            after_space = text[-1].isspace()
            pending.append(Run(text, word.style, word.pointers))
        elif isinstance(word, LineBreak):
            yield from without_last_space(pending)
            pending = [word] if pending or not after_space else []
            after_space = True
        elif isinstance(word, PageStart):
            pending.append(word)
            # A page that begins between words stands between words; one that begins within a word does not part it.
            if after_space:
                pending.append(Run(" "))
        else:
            pending.append(word)
            after_space = False
    yield from without_last_space(pending)


class _Line:
    """Markdown as it grows, with what must be known of its end before more is added."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: list[Inline]) -> None:
        groups = [
            (style, list(group))
            for style, group in groupby(words, key=lambda word: word.style if isinstance(word, Run) else None)
        ]
        texts = ["".join(word.text for word in group if isinstance(word, Run)) for _, group in groups]
        for (style, group), text, following in zip(groups, texts, [*texts[1:], ""], strict=True):
            if style is not None:
                # After the last run and before anything but letters comes the end, a backslash or a bracket.
                self._styled(
                    text, style, closes=not following or following[0].isspace() or _stops(following[0])
                )
                continue
            for word in group:
                if isinstance(word, LineBreak):
                    self.text += "\\\n"
                elif isinstance(word, PageStart):
                    self._bracket(f"[{escape(word.number)}](page:{_page(word.number)})")
                elif isinstance(word, Footnote):
                    self._bracket(f"[^{word.key}]")

    def add_link(self, words: list[Inline], target: str) -> None:
        inside = _Line()
        inside.text = "["
        inside.add(words)
        label = inside.text[1:]
        bare = label.strip()
        if not bare:
            self._append(label)
            return
        self._append(label[: len(label) - len(label.lstrip())])
        self._bracket(f"[{bare}]({target})")
        self._append(label[len(label.rstrip()) :])

    def _append(self, text: str) -> None:
        # Right after a note's call or a page an opening parenthesis would read as the target of a link.
        self.text += "\\" + text if text.startswith("(") and self.text.endswith("]") else text

    def _bracket(self, text: str) -> None:
        if self.text.endswith("!") and not self._is_escaped():
            self.text = self.text[:-1] + "\\!"
        self.text += text

    def _is_escaped(self) -> bool:
        """Whether the last letter stands after a backslash that is no letter itself."""
        before = self.text[:-1]
        return (len(before) - len(before.rstrip("\\"))) % 2 == 1

    def _styled(self, text: str, style: Style, *, closes: bool) -> None:
        mark = _MARKS[style]
        body = text.strip()
        if not mark or not any(map(str.isalnum, body)):
            self._append(escape(text))
            return
        lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        self._append(lead)
        # Right before a letter a mark closes only right after one, so the stops between them go outside.
        inside = body if closes or trail else body[: len(body) - _count_stops(body)].rstrip()
        if inside and self._may_open(escape(inside)[0]):
            self.text += f"{mark}{escape(inside)}{mark}"
        else:
            self._append(escape(inside))
        self._append(escape(body[len(inside) :]) + trail)

    def _may_open(self, first: str) -> bool:
        before = self.text[-1:]
        if before == "*":
            return self._is_escaped()
        return not before or before.isspace() or _stops(before) or not _stops(first, wide=True)


def _stops(letter: str, *, wide: bool = False) -> bool:
    """Whether CommonMark counts it as punctuation, which since 0.31 symbols are too: `wide` counts them."""
    category = unicodedata.category(letter)[0]
    return category == "P" or (category == "S" and (wide or letter.isascii()))


def _count_stops(text: str) -> int:
    count = 0
    while count < len(text) and (_stops(text[-1 - count], wide=True) or text[-1 - count].isspace()):
        count += 1
    return count


def _page(number: str) -> str:
    return re.sub(r"[^\w.-]+", "", number)[:20] or "0"
