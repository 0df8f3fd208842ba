"""Reading a spreadsheet and its folder of objects."""

from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.csv.agents import make_agent
from sourcebook.ingest.csv.authorities import Authorities
from sourcebook.ingest.csv.cells import Fields
from sourcebook.ingest.csv.compound import folded
from sourcebook.ingest.csv.mapping import COLLECTION_BUILDER, Mapping, read_mapping
from sourcebook.ingest.csv.objects import Objects
from sourcebook.ingest.csv.sources import SourceRows
from sourcebook.ingest.csv.table import Table, read_table
from sourcebook.record import Record, Source


def recognise(path: Path) -> bool:
    """A file that ends in `.csv` or `.tsv`."""
    return path.is_file() and path.suffix.lower() in (".csv", ".tsv")


def read(
    path: Path, *, mapping: Path | None = None, encoding: str | None = None, allow_missing: bool = False
) -> Arrival:
    """A record for each row, and those that the rows name; without a mapping the columns are CollectionBuilder's."""
    arrival = Arrival()
    chosen = read_mapping(arrival, mapping) if mapping else COLLECTION_BUILDER
    table = read_table(arrival, path, encoding)
    if (
        chosen is None
        or table is None
        or not _has_columns(arrival, path, chosen, table, given=mapping is not None)
    ):
        return arrival
    authorities = Authorities(arrival, chosen.language)
    rows = SourceRows(arrival, chosen, Objects(arrival, path.parent, allow_missing), authorities)
    for fields in folded([Fields(row, chosen) for row in table.rows]):
        origin = Origin(str(path), fields.line)
        record: Record | None = (
            rows.make(fields, origin)
            if chosen.kind == "source"
            else make_agent(arrival, chosen, authorities, fields, origin)
        )
        if record is not None:
            arrival.add(record, origin)
    _check_parents(arrival)
    return arrival


def _has_columns(arrival: Arrival, path: Path, mapping: Mapping, table: Table, *, given: bool) -> bool:
    """Whether every row can have a name; columns that are not read are told."""
    naming = [name for name, column in mapping.columns.items() if column.field in ("title", "name")]
    if not any(name in table.columns for name in naming) and not {"title", "name"} & mapping.constants.keys():
        arrival.refuse(
            gettext("There is no column %(part)s.")
            % {"part": gettext(" or ").join(f"“{name}”" for name in naming) or gettext("of names")},
            Origin(str(path), 1),
            advice=gettext(
                "Say which column is which with --mapping (see docs/how-to/import-a-spreadsheet.md)."
            ),
        )
        return False
    for name in table.columns:
        if name and name not in mapping.columns:
            arrival.notice(
                gettext("The column “%(name)s” is not imported.") % {"name": name},
                Origin(str(path), 1),
                advice=gettext("Map it to keep it."),
            )
    for name in mapping.columns:
        if given and name not in table.columns:
            arrival.refuse(
                gettext("The mapping names a column “%(name)s”, which the spreadsheet has not.")
                % {"name": name},
                Origin(str(path), 1),
            )
    return not arrival.refused


def _check_parents(arrival: Arrival) -> None:
    """A part must name a row that is there; it may stand before it."""
    for reference, record in arrival.records.items():
        if isinstance(record, Source) and record.part_of and record.part_of not in arrival.records:
            arrival.refuse(
                gettext("It is a part of %(part)s, and there is no such row.")
                % {"part": record.part_of.partition(":")[2]},
                arrival.origins[reference],
                advice=gettext("Write the row, or empty the cell."),
                reference=reference,
            )
