"""Passages and notes as people write them: `{#p3 .speech speaker="…" t=1.5,4 xywh=2:120,80,600,400} The words …`.

The form is that of text versions in the portable archive and in the desk's editor. `write_passages` and
`read_passages` are inverse to each other for texts without space at their ends and with `\\n` as line end.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from sourcebook.errors import SourcebookError
from sourcebook.record.text import PASSAGE_KEY, Note, Passage, PassageKind
from sourcebook.sentences import Sentence

_NOTE = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_.-]*)\]:[ \t]?(.*)", re.ASCII)
_STARTS = re.compile(r"(\\*)(\{#|\[\^[^\]\s]+\]:)")
_NUMBER = r"\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_ATTRIBUTE = re.compile(
    rf"""[ ]+(?:\.(?P<kind>[a-z]+)|speaker=(?P<speaker>{_QUOTED})|xywh=(?P<region>{_QUOTED}|[^\s"}}]+)
    |t=(?P<start>{_NUMBER})?(?:,(?P<end>{_NUMBER}))?)""",
    re.VERBOSE | re.ASCII,
)
_KEY = re.compile(rf"\{{#({PASSAGE_KEY})(?=[ }}])", re.ASCII)
_CLOSE = re.compile(r"[ ]*\}[ \t]?(.*)")
_PLAIN_REGION = re.compile(r'[^\s"}]+')


_NOTE_TWICE = Sentence("The footnote “{key}” stands twice, first in line {line}.")
_PASSAGE_TWICE = Sentence("The passage “{key}” stands twice, first in line {line}.")


class PassagesError(SourcebookError, ValueError):
    """A text that is not written so; `line` counts from 1."""

    def __init__(self, message: str | Sentence, line: int) -> None:
        super().__init__(message)
        self.line = line


class Passages(NamedTuple):
    """What stands in one text version."""

    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    lines: dict[str, int]
    """The line of each passage, by key, from 1; of a note under `^key`."""


def write_passages(passages: Iterable[Passage], notes: Iterable[Note] = ()) -> str:
    """The text, which ends with a line end unless it is empty."""
    blocks = [f"{_head(passage)} {_guarded(passage.text)}".rstrip() for passage in passages]
    blocks += [f"[^{note.key}]: {_indented(_guarded(note.text))}".rstrip() for note in notes]
    return "".join(f"{block}\n\n" for block in blocks)[:-1]


def read_passages(text: str) -> Passages:
    """Paragraphs before the first key get free keys; a PassagesError says what is wrong in which line."""
    passages: list[Passage] = []
    notes: list[Note] = []
    lines: dict[str, int] = {}
    unkeyed: list[tuple[int, str]] = []
    for number, block in _blocks(text):
        if number == 0:
            unkeyed = list(_paragraphs(block))
        elif match := _NOTE.match(block[0]):
            body = [match[2], *(re.sub("^ {1,4}", "", line) for line in block[1:])]
            _once(lines, f"^{match[1]}", number, _NOTE_TWICE)
            notes.append(Note(key=match[1], text=_unguarded(body)))
        else:
            passage = _passage(block, number)
            _once(lines, passage.key, number, _PASSAGE_TWICE)
            passages.append(passage)
    free = (f"p{n}" for n in range(1, len(unkeyed) + len(passages) + 1) if f"p{n}" not in lines)
    first = [(Passage(key=key, text=words), line) for key, (line, words) in zip(free, unkeyed, strict=False)]
    lines.update({passage.key: line for passage, line in first})
    return Passages((*(passage for passage, _ in first), *passages), tuple(notes), lines)


def _once(lines: dict[str, int], key: str, number: int, sentence: Sentence) -> None:
    if key in lines:
        raise PassagesError(Sentence(sentence.template, key=key.lstrip("^"), line=lines[key]), number)
    lines[key] = number


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and lines of each passage and note; number 0 for what stands before the first of them."""
    start = 0
    block: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("{#") or _NOTE.match(line):
            yield start, block
            start, block = number, []
        block.append(line)
    yield start, block


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, str]]:
    found: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            found.append(line)
        elif found:
            yield number - len(found), _unguarded(["", *found])
            found = []


def _passage(block: list[str], number: int) -> Passage:
    key = _KEY.match(block[0])
    found: dict[str, str] = {}
    end = key.end() if key else 0
    while key and (attribute := _ATTRIBUTE.match(block[0], end)):
        found |= {name: value for name, value in attribute.groupdict().items() if value is not None}
        end = attribute.end()
    close = _CLOSE.match(block[0], end)
    if key is None or close is None:
        raise PassagesError(
            Sentence(
                '“{line}” does not begin a passage: write {{#p3}}, or {{#p3 .speech speaker="…" '
                "t=1.5,4 xywh=1:0,0,90,60}}.",
                line=block[0][:60],
            ),
            number,
        )
    kind = found.get("kind", "paragraph")
    if kind not in get_args(PassageKind):
        known = ", ".join(get_args(PassageKind))
        raise PassagesError(
            Sentence("“.{kind}” is no kind of passage: write one of {known}.", kind=kind, known=known), number
        )
    return Passage(
        key=key[1],
        text=_unguarded([close[1], *block[1:]]),
        kind=kind,  # type: ignore[arg-type]
        speaker=_unquoted(found.get("speaker", "")),
        region=_unquoted(found.get("region", "")),
        start=float(found["start"]) if "start" in found else None,
        end=float(found["end"]) if "end" in found else None,
    )


def _head(passage: Passage) -> str:
    parts = [f"#{passage.key}"]
    if passage.kind != "paragraph":
        parts.append(f".{passage.kind}")
    if passage.speaker:
        parts.append(f"speaker={_quoted(passage.speaker)}")
    if passage.start is not None or passage.end is not None:
        end = "" if passage.end is None else f",{_number(passage.end)}"
        parts.append(f"t={'' if passage.start is None else _number(passage.start)}{end}")
    if passage.region:
        plain = _PLAIN_REGION.fullmatch(passage.region)
        parts.append(f"xywh={passage.region if plain else _quoted(passage.region)}")
    return "{" + " ".join(parts) + "}"


def _number(seconds: float) -> str:
    """The shortest decimal that reads back as the same number."""
    return repr(float(seconds)).removesuffix(".0")


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def _guarded(text: str) -> str:
    """A line of the text that would begin a passage or a note gets a backslash; one that has some gets one more."""
    first, *rest = text.strip().split("\n")
    return "\n".join([first, *("\\" + line if _STARTS.match(line) else line for line in rest)])


def _unguarded(lines: list[str]) -> str:
    rest = (line[1:] if line.startswith("\\") and _STARTS.match(line) else line for line in lines[1:])
    return "\n".join([lines[0], *rest]).strip()


def _indented(text: str) -> str:
    return re.sub(r"\n(?=[^\n])", "\n    ", text)
