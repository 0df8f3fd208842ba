"""Reading an accession: which of its files are what, and a report that speaks of the browser."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext, gettext_noop

from sourcebook.ingest import folder
from sourcebook.ingest.accessions.receiving import folder_of
from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.csv import recognise as is_spreadsheet
from sourcebook.ingest.formats import read_arrival
from sourcebook.ingest.models import Accession, AccessionLine
from sourcebook.ingest.report import Report

_FLAGS = (
    (
        gettext_noop("Say which column is which with --mapping (see docs/how-to/import-a-spreadsheet.md)."),
        gettext_noop("Say which column is which in the table of columns."),
    ),
    (
        gettext_noop("Put it there, or import with --allow-missing to take the records without their files."),
        gettext_noop("Put it there, or choose “Take records without their files”."),
    ),
    (
        gettext_noop(
            "Bring a portable archive (a folder with archive.yaml), TEI (.xml, or a folder of it) or a "
            "spreadsheet (.csv, .tsv), or name the format with --format."
        ),
        gettext_noop(
            "Bring a portable archive (a folder with archive.yaml), TEI (.xml, or a folder of it) or a "
            "spreadsheet (.csv, .tsv)."
        ),
    ),
    (
        gettext_noop("Look whether its letters are right; if not, name --encoding."),
        gettext_noop("Look whether its letters are right; if not, name the encoding."),
    ),
    (gettext_noop("Name another --encoding."), gettext_noop("Name another encoding.")),
    (
        gettext_noop("Save it as UTF-8, or name --encoding."),
        gettext_noop("Save it as UTF-8, or name the encoding."),
    ),
)
"""Advice for the command line, and what is said in the browser instead; both in the language of the report."""


def spreadsheets(root: Path) -> list[Path]:
    """Those beside which objects lie; none in a portable archive."""
    if folder.recognise(root):
        return []
    return sorted(path for path in root.iterdir() if is_spreadsheet(path))


def read(accession: Accession, root: Path) -> Arrival:
    """All that is in the folder, as one arrival."""
    sheets = spreadsheets(root)
    mapping = None
    if sheets and accession.options.get("mapping"):
        mapping = folder_of(accession) / "mapping.yaml"
        mapping.write_text(json.dumps(accession.options["mapping"], ensure_ascii=False), encoding="utf-8")
    return read_arrival(
        sheets or [root],
        mapping=mapping,
        encoding=accession.options.get("encoding") or None,
        allow_missing=bool(accession.options.get("allow_missing")),
    )


def lines_of(accession: Accession, report: Report, root: Path) -> Iterable[AccessionLine]:
    """The report's lines, with the names of files as they are in what was brought."""
    hidden = (f"{folder_of(accession)}/mapping.yaml", f"{root}/", f"{root}", f"{folder_of(accession)}/")

    def plain(text: str) -> str:
        for path in hidden:
            text = text.replace(path, "")
        for said, instead in _FLAGS:
            text = text.replace(gettext(said), gettext(instead))
        return text

    for line in report.lines:
        yield AccessionLine(
            accession=accession,
            outcome=line.outcome,
            reference=line.reference[:150],
            message=plain(line.message),
            file=plain(line.file)[:1000],
            line=line.line,
            advice=plain(line.advice),
        )
