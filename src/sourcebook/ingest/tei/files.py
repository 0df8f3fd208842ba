"""Finding the TEI in what was named: files, and folders of them."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Arrival, Origin
from sourcebook.ingest.tei.volume import Volume
from sourcebook.standards.tei import TeiError, parse, roots, xml_id
from sourcebook.standards.tei.parsing import NotTeiError, may_be_tei

_BEGINNING = 1 << 16


def recognise(path: Path) -> bool:
    """Whether a file, or any `.xml` of a folder, begins as TEI does; what is no XML at all is for `read` to refuse."""
    if path.is_dir():
        return any(map(recognise, sorted(path.rglob("*.xml"))))
    if path.suffix.casefold() != ".xml" or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return may_be_tei(file.read(_BEGINNING))
    except OSError:
        return False


def find_volumes(paths: list[Path], arrival: Arrival) -> Iterator[Volume]:
    """Every TEI document, in the order named and within a folder in the order of names; no file twice."""
    seen: set[Path] = set()
    identifiers: dict[str, str] = {}
    for path in paths:
        found = 0
        for file in _files(path, arrival):
            if file.resolve() in seen:
                found += 1
                continue
            seen.add(file.resolve())
            for volume in _read(file, arrival, named=file == path):
                found += 1
                if earlier := identifiers.get(volume.identifier):
                    arrival.refuse(
                        gettext("The identifier “%(identifier)s” is also that of %(earlier)s.")
                        % {"identifier": volume.identifier, "earlier": earlier},
                        volume.origin(volume.root),
                        advice=gettext("Give the two files different xml:ids."),
                    )
                    continue
                identifiers[volume.identifier] = volume.file
                yield volume
        if path.is_dir() and not found and not arrival.refused:
            arrival.refuse(gettext("There is no TEI in this folder."), Origin(str(path)))


def _files(path: Path, arrival: Arrival) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*.xml")):
        if not file.resolve().is_relative_to(path.resolve()):
            arrival.refuse(
                gettext("This leads out of the folder that is imported."),
                Origin(str(file)),
                advice=gettext("Put the file itself into the folder."),
            )
        elif file.is_file():
            yield file


def _read(file: Path, arrival: Arrival, *, named: bool) -> Iterator[Volume]:
    try:
        root = parse(file.read_bytes())
    except NotTeiError as error:
        # Among the files of a folder something else may lie; a file that somebody names is meant.
        if named:
            arrival.refuse(str(error), Origin(str(file), error.line), advice=error.advice)
        else:
            arrival.notice(
                gettext("%(error)s It was left aside.") % {"error": error},
                Origin(str(file), error.line),
                advice=error.advice,
            )
        return
    except TeiError as error:
        arrival.refuse(str(error), Origin(str(file), error.line), advice=error.advice)
        return
    except OSError as error:
        arrival.refuse(
            gettext("The file cannot be read: %(part)s.") % {"part": error.strerror or error},
            Origin(str(file)),
        )
        return
    for count, document in enumerate(roots(root), 1):
        identifier = xml_id(document) or (file.stem if count == 1 else f"{file.stem}-{count}")
        yield Volume(identifier, str(file), document, arrival)
