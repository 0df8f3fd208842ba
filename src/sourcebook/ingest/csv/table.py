"""A spreadsheet as text: its encoding, its separator, its rows with their line numbers."""

import csv
import re
from collections import Counter
from io import StringIO
from pathlib import Path

from msgspec import Struct

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.texts import guess_encoding

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 16 * 1024 * 1024


class Row(Struct, frozen=True):
    """One row: its cells by column, without space at their ends."""

    line: int
    cells: dict[str, str]


class Table(Struct, frozen=True):
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(arrival: Arrival, path: Path, encoding: str | None = None) -> Table | None:
    """The whole spreadsheet; None after at least one refusal."""
    text = _decoded(arrival, path, encoding)
    if text is None:
        return None
    if not text.strip():
        arrival.refuse("The spreadsheet is empty.", Origin(str(path)))
        return None
    csv.field_size_limit(LONGEST_CELL)
    try:
        return _rows(arrival, path, text)
    except csv.Error as error:
        arrival.refuse(f"This is no table: {error}.", Origin(str(path), _line_of_trouble(text)))
        return None


def separator_of(text: str) -> str:
    """The separator that gives the first row most cells; a comma when none does."""
    return max(
        SEPARATORS, key=lambda separator: len(next(csv.reader(StringIO(text), delimiter=separator), []))
    )


def _rows(arrival: Arrival, path: Path, text: str) -> Table | None:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    header = tuple(cell.strip() for cell in next(reader))
    good = True
    for name, count in Counter(header).items():
        if count > 1:
            arrival.refuse(
                f"The column “{name}” stands {count} times.", Origin(str(path), 1), advice="Rename one."
            )
            good = False
    rows = []
    line = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            if len(cells) == len(header):
                rows.append(Row(line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}))
            else:
                arrival.refuse(
                    f"The row has {len(cells)} cells, the header has {len(header)}.",
                    Origin(str(path), line),
                    advice="Put cells with a separator in them between double quotes.",
                )
                good = False
        line = reader.line_num + 1
    return Table(header, tuple(rows)) if good else None


def _decoded(arrival: Arrival, path: Path, encoding: str | None) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        arrival.refuse(f"The file cannot be read: {error.strerror}.", Origin(str(path)))
        return None
    chosen = encoding or _encoding_of(data)
    guessed = ""
    if not chosen:
        chosen = guessed = guess_encoding(data)
    if not chosen:
        arrival.refuse(
            "The encoding is not recognised.",
            Origin(str(path)),
            advice="Save it as UTF-8, or name --encoding.",
        )
        return None
    try:
        text = data.decode(chosen)
    except LookupError:
        arrival.refuse(
            f"“{chosen}” is no encoding we know.", Origin(str(path)), advice="Name one such as cp1251."
        )
        return None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        arrival.refuse(
            f"The file is not {chosen}.", Origin(str(path), line), advice="Name another --encoding."
        )
        return None
    if guessed:
        arrival.notice(
            f"The file is not UTF-8 and was read as {guessed}.",
            Origin(str(path)),
            advice="Look whether its letters are right; if not, name --encoding.",
        )
    if found := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text):
        line = text.count("\n", 0, found.start()) + 1
        arrival.refuse(
            "A control character stands here; this is no spreadsheet as text.", Origin(str(path), line)
        )
        return None
    return text.removeprefix("\ufeff")


def _encoding_of(data: bytes) -> str:
    """By byte order mark, or UTF-8 where it fits; else empty."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8-sig"


def _line_of_trouble(text: str) -> int:
    """The first line of the row that is no row."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    line = 1
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    return line
