"""From WebVTT to passages; what players would skip is skipped, what they would refuse is refused."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sourcebook.errors import SourcebookError
from sourcebook.record import Passage
from sourcebook.record.text import PASSAGE_KEY
from sourcebook.sentences import Sentence
from sourcebook.standards.webvtt.payload import read_payload
from sourcebook.standards.webvtt.timing import read_timing

_KEY = re.compile(PASSAGE_KEY, re.ASCII)


class WebVTTError(SourcebookError, ValueError):
    """A text that is no WebVTT; `line` counts from 1."""

    def __init__(self, message: str | Sentence, line: int) -> None:
        super().__init__(message)
        self.line = line


class Captions(Struct, frozen=True):
    """What stands in one file of captions."""

    passages: tuple[Passage, ...]
    lines: dict[str, int]
    """The line of each passage's cue, by key, from 1."""
    note: str
    """The words of a first comment that begins `NOTE sourcebook`, without that line; its first line is `note_line`."""
    note_line: int


class _Cue(Struct, frozen=True):
    line: int
    identifier: str
    start: float
    end: float
    payload: str


def read_webvtt(text: str) -> Captions:
    """Read a whole file; a WebVTTError where it does not begin with WEBVTT or a cue has no sound timing."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"WEBVTT(?:[ \t]|\Z)", lines[0]):
        raise WebVTTError(Sentence("The file does not begin with WEBVTT."), 1)
    blocks = list(_blocks(lines))
    note, note_line = "", 0
    if len(blocks) > 1 and blocks[1][1][0].split() == ["NOTE", "sourcebook"]:
        note_line, note = blocks[1][0] + 1, "\n".join(blocks[1][1][1:])
    cues = [cue for number, block in blocks[1:] if (cue := _cue(number, block))]
    passages, keyed = _keyed(cues)
    return Captions(passages, keyed, note, note_line)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Number and lines of each block; a second timing begins a block of its own, with or without an empty line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        timed_again = "-->" in line and any("-->" in earlier for earlier in block)
        if block and (timed_again or not line.strip()):
            yield number - len(block), block
            block = []
        if line.strip():
            block.append(line)


def _cue(number: int, block: list[str]) -> _Cue | None:
    """None for comments, styles and regions; what has no timing at all is passed over, as players do."""
    if re.match(r"(NOTE|STYLE|REGION)(?:[ \t]|\Z)", block[0]) and "-->" not in block[0]:
        return None
    at = next((n for n, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        return None
    timing = read_timing(block[at])
    if timing is None:
        raise WebVTTError(
            Sentence(
                "“{line}” is no timing: write 00:00:01.500 --> 00:00:04.000.", line=block[at].strip()[:60]
            ),
            number + at,
        )
    if timing[1] <= timing[0]:
        raise WebVTTError(
            Sentence("“{line}” ends before it starts.", line=block[at].strip()[:60]), number + at
        )
    identifier = block[0].strip() if at else ""
    return _Cue(number, identifier, *timing, "\n".join(block[at + 1 :]))


def _keyed(cues: list[_Cue]) -> tuple[tuple[Passage, ...], dict[str, int]]:
    """Identifiers are keys, numbers with a `p` before them; where that is taken or missing, the next free key."""
    wanted = [f"p{cue.identifier}" if cue.identifier.isdecimal() else cue.identifier for cue in cues]
    keys: dict[str, int] = {}
    for cue, key in zip(cues, wanted, strict=True):
        if _KEY.fullmatch(key):
            keys.setdefault(key, cue.line)
    free = (key for n in range(1, 2 * len(cues) + 1) if (key := f"p{n}") not in keys)
    passages, lines = [], {}
    for cue, key in zip(cues, wanted, strict=True):
        chosen = key if keys.get(key) == cue.line else next(free)
        speaker, text = read_payload(cue.payload)
        passages.append(Passage(key=chosen, text=text, speaker=speaker, start=cue.start, end=cue.end))
        lines[chosen] = cue.line
    return tuple(passages), lines
