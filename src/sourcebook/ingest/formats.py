"""The formats that material comes in, and which one a path is."""

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext

from sourcebook.errors import SourcebookError
from sourcebook.ingest import csv, folder, tei
from sourcebook.ingest.arrival import Arrival, Origin

FORMATS = ("folder", "tei", "csv")


class FormatError(SourcebookError):
    """A format of a name that we do not know."""


def format_of(path: Path) -> str:
    """The first format that recognises a path; empty when none does."""
    for name, module in (("folder", folder), ("tei", tei), ("csv", csv)):
        if module.recognise(path):
            return name
    return ""


DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".md", ".txt")


def read_arrival(
    paths: Sequence[Path],
    format: str | None = None,  # noqa: A002 - the command line calls it so
    *,
    mapping: Path | None = None,
    encoding: str | None = None,
    allow_missing: bool = False,
) -> Arrival:
    """Read all paths as one arrival, each in the format named or recognised; a path of none is one refusal."""
    if format is not None and format not in FORMATS:
        raise FormatError(
            gettext("“%(format)s” is no format we know: name one of %(join)s.")
            % {"format": format, "join": ", ".join(FORMATS)}
        )
    arrival = Arrival()
    of_format: dict[str, list[Path]] = {}
    for path in paths:
        if not path.exists():
            arrival.refuse(
                gettext("There is no %(path)s.") % {"path": path},
                Origin(str(path)),
                advice=gettext("Look for a slip of the pen."),
            )
            continue
        chosen = format or format_of(path)
        if not chosen:
            arrival.refuse(
                gettext("This is of no format we know."),
                Origin(str(path)),
                advice=gettext(
                    "A document is brought in on the form of the source whose text, or of the subject whose essay it "
                    "is: write or open that, and choose the file there."
                )
                if path.suffix.lower() in DOCUMENTS
                else gettext(
                    "Bring a portable archive (a folder with archive.yaml), TEI (.xml, or a folder of it) or a "
                    "spreadsheet (.csv, .tsv), or name the format with --format."
                ),
            )
        of_format.setdefault(chosen, []).append(path)
    read = [folder.read(path) for path in of_format.get("folder", [])]
    if "tei" in of_format:
        read.append(tei.read(of_format["tei"]))
    read += [
        csv.read(path, mapping=mapping, encoding=encoding, allow_missing=allow_missing)
        for path in of_format.get("csv", [])
    ]
    return arrival.join(read)
