"""Timelines and maps: a fenced block named `timeline` or `map`, one row a line, a stroke after the date or place.

```timeline The way of the text
25 February 1956 | The [closed session](event:closed-session)
```
"""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from sourcebook.dialect.blocks import Drawing, Row
from sourcebook.dialect.reading_words import UnsaidError, read_words
from sourcebook.dialect.writing_words import normal, write_words
from sourcebook.record.reference import SLUG
from sourcebook.sentences import Sentence

_INFO = re.compile(r"(timeline|map)(?: +(.*))?")
_PLACE = re.compile(rf"place:{SLUG}")
_COORDINATES = re.compile(r"-?\d{1,2}(?:\.\d+)?, ?-?\d{1,3}(?:\.\d+)?")


def is_drawing(fence: Token) -> bool:
    return bool(_INFO.fullmatch(fence.info.strip()))


def rows_of(content: str) -> Iterator[tuple[str, str | None]]:
    """What stands before the stroke and after it; None after it where a line has no stroke."""
    for line in content.split("\n"):
        if line.strip():
            where, stroke, words = line.partition("|")
            yield where.strip(), words.strip() if stroke else None


def title_of(fence: Token) -> tuple[str, str]:
    """The kind and the title of a fenced block; two empty texts where it is another."""
    found = _INFO.fullmatch(fence.info.strip())
    return (found[1], found[2] or "") if found else ("", "")


def read_drawing(fence: Token) -> Drawing:
    """The rows of a fenced block; an `UnsaidError` where it is none, or a row has another form."""
    found = _INFO.fullmatch(fence.info.strip())
    if not found or (fence.content and not fence.content.endswith("\n")) or fence.markup != "```":
        raise UnsaidError(Sentence("The block is neither a timeline nor a map."))
    kind = "timeline" if found[1] == "timeline" else "map"
    rows = tuple(_row(kind, line) for line in fence.content.split("\n")[:-1])
    return Drawing(kind, found[2] or "", rows)  # type: ignore[arg-type]


def _row(kind: str, line: str) -> Row:
    where, stroke, words = line.partition("|")
    where = where.strip()
    if not stroke or not where or fault_of(kind, where):
        raise UnsaidError(Sentence("“{line}” is no row.", line=line))
    read = read_words(words.strip())
    if normal(read) != read:
        raise UnsaidError(Sentence("The words of a row are not as they would be written."))
    return Row(where, read)


def fault_of(kind: str, where: str) -> str:
    """What is wrong with the place of a map's row; nothing for a date, which may be written anyhow."""
    if kind == "timeline" or _PLACE.fullmatch(where):
        return ""
    if not _COORDINATES.fullmatch(where):
        return str(Sentence("A row of a map begins with `place:slug` or with latitude and longitude."))
    latitude, longitude = map(float, where.split(","))
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return ""
    return str(Sentence("There is no such place on the earth."))


def write_drawing(drawing: Drawing) -> str:
    rows = "".join(f"{row.where} | {write_words(row.words)}".rstrip() + "\n" for row in drawing.rows)
    return f"```{drawing.kind} {drawing.title}".rstrip() + f"\n{rows}```"
