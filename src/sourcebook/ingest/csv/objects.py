"""The folder of objects beside a spreadsheet: files and transcripts."""

from pathlib import Path

from django.utils.translation import gettext
from msgspec import Struct

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.csv.cells import is_address
from sourcebook.ingest.files import take_file
from sourcebook.ingest.paths import inside
from sourcebook.ingest.texts import read_utf8
from sourcebook.record import File, Passage, TextVersion
from sourcebook.standards.webvtt.read import WebVTTError, read_webvtt

_TEXTS = (".txt", ".md", ".vtt")


class Objects(Struct, frozen=True):
    """The folder in which the spreadsheet lies; names in it may begin with a slash."""

    arrival: Arrival
    folder: Path
    allow_missing: bool = False
    """Take records without the files they name, and say so; else a missing file is a refusal."""

    def files(self, names: list[str], origin: Origin) -> tuple[tuple[File, ...], tuple[str, ...]]:
        """The files that are there, and the addresses of those that are elsewhere."""
        found: list[File] = []
        links: list[str] = []
        for name in names:
            if is_address(name):
                links.append(name)
                message = gettext("The object is elsewhere; it is linked to and not brought in.")
                self.arrival.notice(message, origin, advice=gettext("To keep it, bring its file."))
            elif self._is_missing(name):
                self._tell_missing(gettext("file %(name)s") % {"name": name.lstrip("/")}, origin)
            elif file := take_file(self.arrival, self.folder, name.lstrip("/"), origin):
                found.append(file)
        return tuple(found), tuple(links)

    def transcript(self, cell: str, language: str, origin: Origin) -> TextVersion | None:
        """The text of a cell, or of the file that it names."""
        if not cell.lower().endswith(_TEXTS) or "\n" in cell:
            return _version(cell, language)
        path = inside(self.folder, cell.lstrip("/"))
        if path is None:
            self.arrival.refuse(
                gettext("“%(cell)s” leads out of the folder that is imported.") % {"cell": cell}, origin
            )
            return None
        if not path.is_file():
            self._tell_missing(gettext("transcript %(name)s") % {"name": cell.lstrip("/")}, origin)
            return None
        text = read_utf8(self.arrival, path, str(path))
        if text is None or path.suffix != ".vtt":
            return None if text is None else _version(text, language)
        try:
            passages = read_webvtt(text).passages
        except WebVTTError as error:
            self.arrival.refuse(str(error), Origin(str(path), error.line))
            return None
        return TextVersion(key=language, language=language, kind="captions", passages=passages)

    def _tell_missing(self, what: str, origin: Origin) -> None:
        if self.allow_missing:
            self.arrival.notice(
                gettext("There is no %(file)s beside the spreadsheet; the record comes without it.")
                % {"file": what},
                origin,
                advice=gettext("Bring it, and import again."),
            )
        else:
            self.arrival.refuse(
                gettext("There is no %(file)s beside the spreadsheet.") % {"file": what},
                origin,
                advice=gettext(
                    "Put it there, or import with --allow-missing to take the records without their files."
                ),
            )

    def _is_missing(self, name: str) -> bool:
        path = inside(self.folder, name.lstrip("/"))
        return path is not None and not path.exists()


def _version(text: str, language: str) -> TextVersion | None:
    """Every paragraph is a passage."""
    paragraphs = [
        paragraph.strip() for paragraph in text.replace("\r\n", "\n").split("\n\n") if paragraph.strip()
    ]
    passages = tuple(Passage(key=f"p{n}", text=paragraph) for n, paragraph in enumerate(paragraphs, 1))
    return TextVersion(key=language, language=language, passages=passages) if passages else None
