"""Reading a portable archive."""

from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.folder.bodies import read_bodies
from sourcebook.ingest.folder.fields import FieldReader
from sourcebook.ingest.folder.layout import ARCHIVE, FOLDERS, PLAIN, SOURCES, SUBJECTS, body_field
from sourcebook.ingest.folder.opening import Opening
from sourcebook.ingest.folder.sources import read_source
from sourcebook.ingest.folder.subjects import read_subject
from sourcebook.ingest.plain_yaml import PlainYamlError, read_yaml
from sourcebook.record import Archive, Record


def recognise(path: Path) -> bool:
    """A folder with an `archive.yaml`, or with one of the folders that an archive has."""
    return path.is_dir() and (
        (path / ARCHIVE).is_file() or any(_has_records(path / name) for name in FOLDERS)
    )


def read(path: Path) -> Arrival:
    """Records and files of one folder. What they say of each other is checked later, with all that arrives."""
    arrival = Arrival()
    here = Opening(path, arrival)
    _read_archive(here)
    for folder, struct in PLAIN.items():
        for slug, files in here.by_language(folder, _names(here, folder)).items():
            _read_plain(here, struct, slug, files)
    for slug, files in here.by_language(SUBJECTS, _names(here, SUBJECTS)).items():
        read_subject(here, slug, files)
    for entry in here.entries(SOURCES):
        if not entry.is_dir():
            here.unknown(SOURCES, entry.name)
        elif here.is_slug(entry.name, f"{SOURCES}/{entry.name}"):
            read_source(here, entry.name)
    for entry in here.entries("."):
        if entry.name not in (ARCHIVE, *FOLDERS):
            here.unknown(".", entry.name)
    return arrival


def _has_records(folder: Path) -> bool:
    return any(folder.glob("*.md")) or any(folder.glob("*/source.md"))


def _names(here: Opening, folder: str) -> list[str]:
    return [entry.name for entry in here.entries(folder)]


def _read_archive(here: Opening) -> None:
    shown = here.shown(ARCHIVE)
    if not (here.root / ARCHIVE).is_file():
        here.arrival.notice(
            gettext("There is no %(ARCHIVE)s; words without a language are taken for %(language)s.")
            % {"ARCHIVE": ARCHIVE, "language": here.language},
            Origin(str(here.root)),
        )
        return
    text = here.text(ARCHIVE)
    if text is None:
        return
    try:
        fields, lines = read_yaml(text)
    except PlainYamlError as error:
        here.arrival.refuse(str(error), Origin(shown, error.line))
        return
    reader = FieldReader(here.arrival, shown, lines, here.language)
    if not isinstance(fields, dict):
        reader.problem(gettext("Fields are expected here, such as `title: Report`."), ())
        return
    languages = fields.get("languages")
    if isinstance(languages, list) and languages and isinstance(languages[0], str):
        here.language = reader.language = languages[0]
    archive = reader.make(Archive, fields, {"slug": "archive"})
    if archive is not None:
        here.arrival.add(archive, Origin(shown, 1))


def _read_plain(here: Opening, struct: type[Record], slug: str, files: dict[str, str]) -> None:
    if not here.is_slug(slug, files[""]):
        return
    written = here.open(files[""])
    bodies = read_bodies(here, files, written) if written else None
    if written is None or bodies is None:
        return
    reader = here.fields(files[""], written)
    record = reader.make(struct, written.fields, {"slug": slug, body_field(struct): bodies})
    if record is not None:
        here.arrival.add(record, Origin(here.shown(files[""]), 1))
