"""A spreadsheet as text: its separator, its rows with their line numbers."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

from django.utils.translation import gettext
from msgspec import Struct

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.csv.decoding import read_decoded

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
    text = read_decoded(arrival, path, encoding)
    if text is None:
        return None
    if not text.strip():
        arrival.refuse(gettext("The spreadsheet is empty."), Origin(str(path)))
        return None
    csv.field_size_limit(LONGEST_CELL)
    try:
        return _rows(arrival, path, text)
    except csv.Error as error:
        arrival.refuse(
            gettext("This is no table: %(error)s.") % {"error": error},
            Origin(str(path), _line_of_trouble(text)),
        )
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
                gettext("The column “%(name)s” stands %(count)s times.") % {"name": name, "count": count},
                Origin(str(path), 1),
                advice=gettext("Rename one."),
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
                    gettext("The row has %(len)s cells, the header has %(len2)s.")
                    % {"len": len(cells), "len2": len(header)},
                    Origin(str(path), line),
                    advice=gettext("Put cells with a separator in them between double quotes."),
                )
                good = False
        line = reader.line_num + 1
    return Table(header, tuple(rows)) if good else None


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
