"""Writing a portable archive."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sourcebook.errors import SourcebookError
from sourcebook.ingest.folder.front_matter import put_together
from sourcebook.ingest.folder.layout import ARCHIVE, FOLDER_OF, body_field
from sourcebook.ingest.folder.plain_form import fields_of_front_matter
from sourcebook.ingest.folder.sources import MAIN, default_canvases, is_text
from sourcebook.ingest.folder.versions import write_version
from sourcebook.ingest.plain_yaml import write_yaml
from sourcebook.record import Archive, Essay, Record, Source, Subject

PathOf = Callable[[str], Path]
"""Where the file of a checksum lies."""


class ExportError(SourcebookError):
    """A folder that cannot be written, or a record that has no portable form."""


def write(records: Iterable[Record], files: PathOf, folder: Path) -> int:
    """Write records and their files into a folder that is empty or not there yet; how many records there were."""
    if folder.exists() and (
        not folder.is_dir() or any(e for e in folder.iterdir() if not e.name.startswith("."))
    ):
        raise ExportError(f"{folder} is not empty; name a folder that is empty or not there yet.")
    records = list(records)
    archive = next((record for record in records if isinstance(record, Archive)), None)
    language = archive.languages[0] if archive and archive.languages else "en"
    for record in records:
        for name, text in _texts_of(record, language).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if isinstance(record, Source):
            _copy_files(record, files, folder / FOLDER_OF[Source] / record.slug)
    return len(records)


def _copy_files(source: Source, files: PathOf, folder: Path) -> None:
    for file in source.files:
        if is_text(file.name) or file.name == MAIN:
            raise ExportError(
                f"{source.reference} has a file “{file.name}”, which is the name of a text; rename it."
            )
        try:
            shutil.copyfile(files(file.sha256), folder / file.name)
        except FileNotFoundError as error:
            raise ExportError(
                f"The file “{file.name}” of {source.reference} is not in the inbox; run `sourcebook doctor`."
            ) from error


def _texts_of(record: Record, language: str) -> dict[str, str]:
    """Every text file of a record, by name."""
    fields = fields_of_front_matter(record, language, ("kind", "slug"))
    if isinstance(record, Archive):
        return {ARCHIVE: write_yaml(fields)}
    folder = FOLDER_OF[type(record)]
    if isinstance(record, Subject):
        return _subject(record, fields, f"{folder}/{record.slug}", language)
    stem = f"{folder}/{record.slug}/source" if isinstance(record, Source) else f"{folder}/{record.slug}"
    field = body_field(type(record))
    bodies: dict[str, str] = getattr(record, field)
    fields.pop(field, None)
    written: dict[str, str] = {}
    if isinstance(record, Source):
        written = _source(record, fields, language)
    written[f"{stem}.md"] = put_together(fields, bodies.get(language, ""))
    written |= {f"{stem}.{tag}.md": put_together({}, body) for tag, body in bodies.items() if tag != language}
    return written


def _source(source: Source, fields: dict[str, Any], language: str) -> dict[str, str]:
    """The texts of a source; its fields get what cannot be seen from the folder."""
    written: dict[str, str] = {}
    for version in source.texts:
        own = fields_of_front_matter(version, language, ("key", "passages", "notes"))
        if version.language == version.key:
            del own["language"]
        ending, text = write_version(version, own)
        written[f"{FOLDER_OF[Source]}/{source.slug}/{version.key}{ending}"] = text
    orders = {
        "texts": [version.key for version in source.texts],
        "files": [file.name for file in source.files],
    }
    names = {"texts": sorted(Path(name).name for name in written), "files": sorted(orders["files"])}
    names["texts"] = [Path(name).stem for name in names["texts"]]
    for field, order in orders.items():
        fields.pop(field, None)
        if order != names[field]:
            fields[field] = order
    if source.canvases == default_canvases(source.files):
        fields.pop("canvases", None)
    else:
        fields.setdefault("canvases", [])
    return written


def _subject(subject: Subject, fields: dict[str, Any], stem: str, language: str) -> dict[str, str]:
    fields.pop("essays", None)
    if not subject.essays:
        return {f"{stem}.md": put_together(fields, "")}
    first, *further = subject.essays
    own = _essay(first, language)
    if own.get("language") == language and first.body:
        del own["language"]
    if own:
        fields["essay"] = own
    languages = [essay.language for essay in further]
    if languages != sorted(languages):
        fields["essays"] = languages
    written = {f"{stem}.md": put_together(fields, first.body)}
    for essay in further:
        of_essay = _essay(essay, language)
        del of_essay["language"]
        written[f"{stem}.{essay.language}.md"] = put_together(of_essay, essay.body)
    return written


def _essay(essay: Essay, language: str) -> dict[str, Any]:
    return fields_of_front_matter(essay, language, ("body",))
