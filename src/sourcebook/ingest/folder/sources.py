"""Reading sources: a folder each, with their description, files and text versions."""

import re
from typing import Any

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.files import take_file
from sourcebook.ingest.folder.bodies import read_bodies
from sourcebook.ingest.folder.fields import FieldReader
from sourcebook.ingest.folder.layout import SOURCES
from sourcebook.ingest.folder.opening import Opening
from sourcebook.ingest.folder.versions import read_version
from sourcebook.record import Canvas, File, Source, TextVersion

MAIN = "source.md"
_MAIN = re.compile(r"source(?:\.[A-Za-z0-9-]+)?\.md")
OWN_KEYS = ("texts", "files", "canvases")


def read_source(here: Opening, slug: str) -> None:
    """Add one source to the arrival, or refusals."""
    folder = f"{SOURCES}/{slug}"
    names = [entry.name for entry in here.entries(folder) if entry.is_file() or entry.is_symlink()]
    for entry in here.entries(folder):
        if entry.is_dir():
            here.unknown(folder, entry.name)
    if MAIN not in names:
        here.arrival.refuse(
            gettext("The source has no %(MAIN)s.") % {"MAIN": MAIN},
            Origin(here.shown(folder)),
            advice=gettext("Write one."),
        )
        return
    written = here.open(f"{folder}/{MAIN}")
    described = here.by_language(folder, filter(_MAIN.fullmatch, names)).get("source")
    if written is None or described is None:
        return
    bodies = read_bodies(here, described, written)
    reader = here.fields(f"{folder}/{MAIN}", written)
    texts = _texts(here, reader, folder, names, written.fields.get("texts", []))
    files = _files(here, reader, folder, names, written.fields.get("files", []))
    if texts is None or files is None or bodies is None:
        return
    canvases = _canvases(reader, files, written.fields.get("canvases"))
    given = {"slug": slug, "description": bodies, "texts": texts, "files": files, "canvases": canvases}
    source = reader.make(Source, written.fields, given, also=OWN_KEYS)
    if source is not None:
        here.arrival.add(source, Origin(here.shown(f"{folder}/{MAIN}"), 1))


def default_canvases(files: tuple[File, ...]) -> tuple[Canvas, ...]:
    """For a source that names no canvases: every picture, recording and film is one, in order."""
    shown = [file for file in files if file.media_type.startswith(("image/", "audio/", "video/"))]
    return tuple(Canvas(file=file.name) for file in shown)


def is_text(name: str) -> bool:
    """Whether a file of a source's folder is one of its text versions."""
    return name.endswith((".md", ".vtt")) and not _MAIN.fullmatch(name)


def key_of(name: str, names: list[str]) -> str:
    """The key of a text version by its file's name; captions beside a text of the same name have one of their own."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-captions" if ending == "vtt" and f"{stem}.md" in names else stem


def _texts(
    here: Opening, reader: FieldReader, folder: str, names: list[str], order: Any
) -> tuple[TextVersion, ...] | None:
    files: dict[str, str] = {}
    for name in filter(is_text, names):
        key = key_of(name, names)
        if key in files:
            here.arrival.refuse(
                gettext("There are two texts “%(key)s”, %(part)s and %(name)s.")
                % {"key": key, "part": files[key], "name": name},
                Origin(here.shown(f"{folder}/{name}")),
                advice=gettext("Give one of them another name."),
            )
            return None
        files[key] = name
    ordered = _in_order(reader, "texts", list(files), order)
    versions = [read_version(here, f"{folder}/{files[key]}", key) for key in ordered or ()]
    good = [version for version in versions if version is not None]
    return tuple(good) if ordered is not None and len(good) == len(versions) else None


def _files(
    here: Opening, reader: FieldReader, folder: str, names: list[str], order: Any
) -> tuple[File, ...] | None:
    masters = [name for name in names if not is_text(name) and not _MAIN.fullmatch(name)]
    ordered = _in_order(reader, "files", masters, order)
    if ordered is None:
        return None
    found = [
        take_file(here.arrival, here.root, f"{folder}/{n}", Origin(here.shown(f"{folder}/{n}")))
        for n in ordered
    ]
    good = [file for file in found if file is not None]
    return tuple(good) if len(good) == len(found) else None


def _in_order(reader: FieldReader, field: str, names: list[str], order: Any) -> list[str] | None:
    """Those that are named first, in the order given, then the others; None when one that is named is not there."""
    if not isinstance(order, list) or not all(isinstance(name, str) for name in order):
        reader.problem(gettext("`%(field)s` is a list of names.") % {"field": field}, (field,))
        return None
    for number, name in enumerate(order):
        if name not in names:
            what = gettext("text") if field == "texts" else gettext("file")
            reader.problem(
                gettext("There is no %(what)s “%(name)s” in the folder.") % {"what": what, "name": name},
                (field, number),
                gettext("Bring it, or take its name out."),
            )
            return None
        if name in order[:number]:
            reader.problem(gettext("“%(name)s” is named twice.") % {"name": name}, (field, number))
            return None
    return [*order, *(name for name in names if name not in order)]


def _canvases(reader: FieldReader, files: tuple[File, ...], written: Any) -> tuple[Canvas, ...]:
    if written is None:
        return default_canvases(files)
    if not isinstance(written, list):
        reader.problem(
            gettext("`canvases` is a list."),
            ("canvases",),
            gettext("Write one `- {file: page-001.jpg}` a line."),
        )
        return ()
    canvases = []
    for number, fields in enumerate(written):
        if not isinstance(fields, dict):
            reader.problem(
                gettext("A canvas has fields of its own."),
                ("canvases", number),
                gettext("They are file, label, alt, caption."),
            )
        elif canvas := reader.make(Canvas, fields, {}, ("canvases", number)):
            canvases.append(canvas)
    return tuple(canvases)
