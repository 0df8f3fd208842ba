"""Compound objects: rows that are parts of other rows."""

from sourcebook.ingest.csv.cells import Fields

MULTIPLE = "multiple"
"""CollectionBuilder's word for several views of one thing, such as the two sides of a postcard."""


def folded(rows: list[Fields]) -> list[Fields]:
    """The rows that are things of their own; views of one thing, and parts without a title, go into their whole."""
    wholes = {row.one("key"): row for row in rows if row.one("key")}
    own = []
    for row in rows:
        whole = wholes.get(row.one("part_of"))
        if whole is None or whole is row:
            own.append(row)
            continue
        whole.parts.append(row)
        if MULTIPLE in whole.all("medium") or not row.one("title"):
            whole.views.append(row)
        else:
            own.append(row)
    return own
