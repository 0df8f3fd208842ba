"""Tables; Markdown knows no joined cells, so a cell that spans others is followed by empty ones."""

from collections.abc import Iterator

from sourcebook.ingest.tei.inline import words_of
from sourcebook.ingest.tei.reading import Draft, Reading
from sourcebook.record.text import PassageKind
from sourcebook.standards.markdown.blocks import Grid, Paragraph
from sourcebook.standards.markdown.words import Inline, plain
from sourcebook.standards.tei import Element, children, local, xml_id

Row = list[list[Inline]]
_WIDEST = 100


def table(reading: Reading, element: Element, within: PassageKind | None = None) -> Iterator[Draft]:
    """The table's title, if it has one, and the table."""
    for head in children(element, "head"):
        reading.see(head)
        yield Draft("heading", Paragraph(words_of(reading, head)), identifier=xml_id(head))
    rows: list[Row] = []
    spans: dict[int, int] = {}
    labelled = False
    for child in children(element):
        if local(child) == "row":
            labelled |= not rows and _is_label(child)
            rows.append(_row(reading, child, spans))
        elif local(child) == "pb" and (page := reading.see_page(child)):
            reading.pages.append(page)
    width = max(map(len, rows), default=0)
    for row in rows:
        row.extend([] for _ in range(width - len(row)))
    if rows:
        yield Draft(
            within or "table", Grid(rows, labelled or _reads_as_header(rows)), identifier=xml_id(element)
        )


def _row(reading: Reading, element: Element, spans: dict[int, int]) -> Row:
    """Cells of a row; `spans` holds how many more rows a cell above reaches down into each column."""
    reading.see(element)
    row: Row = []
    for cell in children(element, "cell"):
        _reach_down(row, spans)
        reading.see(cell)
        columns, rows = _count(cell, "cols"), _count(cell, "rows")
        for at in range(columns):
            if rows > 1:
                spans[len(row)] = rows - 1
            row.append(words_of(reading, cell) if not at else [])
    _reach_down(row, spans)
    return row


def _reach_down(row: Row, spans: dict[int, int]) -> None:
    while spans.get(len(row), 0):
        spans[len(row)] -= 1
        row.append([])


def _count(cell: Element, attribute: str) -> int:
    written = cell.get(attribute) or "1"
    return min(int(written), _WIDEST) if written.isascii() and written.isdigit() and int(written) else 1


def _is_label(row: Element) -> bool:
    return row.get("role") == "label" or all(cell.get("role") == "label" for cell in children(row, "cell"))


def _reads_as_header(rows: list[Row]) -> bool:
    """Whether the first row names the columns: every cell has words, and none of them is a number."""
    cells = [plain(cell) for cell in rows[0]]
    return (
        len(rows) > 1 and all(cells) and not any(any(letter.isdigit() for letter in cell) for cell in cells)
    )
