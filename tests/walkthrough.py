"""A page of documentation as steps that can be taken: files to write, commands to type, pages to look at."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tests.markdown_pages import blocks

_SIGHT = re.compile(r"^\| <http://127\.0\.0\.1:8000(?P<address>/[^>]*)> \| (?P<words>.*) \|$")
_HEADING = re.compile(r"^## (?P<title>.+)$")


class WriteFile(Struct, frozen=True):
    path: str
    text: str


class Type(Struct, frozen=True):
    command: str
    answer: str


class Look(Struct, frozen=True):
    """An address below the server, and the words that must stand there."""

    address: str
    words: tuple[str, ...]


class Begin(Struct, frozen=True):
    """A heading: another part begins."""

    title: str


Step = WriteFile | Type | Look | Begin


def steps(page: str) -> Iterator[Step]:
    """All steps in the order of the page. Only blocks of `console` are typed, and only named blocks are files."""
    found: list[tuple[int, Step]] = []
    fenced: set[int] = set()
    for block in blocks(page):
        fenced.update(range(block.line, block.line + block.text.count("\n") + 2))
        if block.language == "console":
            found += [(block.line, typed) for typed in _typed(block.text)]
        elif block.path:
            found.append((block.line, WriteFile(block.path, block.text)))
    for number, line in enumerate(page.splitlines(), 1):
        if number in fenced:
            continue
        if match := _SIGHT.match(line):
            found.append((number, Look(match["address"], tuple(re.findall("“([^”]+)”", match["words"])))))
        elif match := _HEADING.match(line):
            found.append((number, Begin(match["title"])))
    yield from (step for _, step in sorted(found, key=lambda pair: pair[0]))


def _typed(text: str) -> Iterator[Type]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, answer = part.partition("\n")
        yield Type(command, answer.strip("\n"))


def answers(said: str, shown: str) -> bool:
    """Whether a program said what the page shows, where `…` stands for anything, and alone for any lines or none."""
    lines = (
        r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n"
        for line in shown.split("\n")
    )
    return re.fullmatch("".join(lines), said.strip("\n") + "\n") is not None
