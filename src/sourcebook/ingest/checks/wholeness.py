"""What must hold inside one record."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from sourcebook.dialect.checking import faults_of
from sourcebook.record import Authority, Essay, Place, Record, Source, Subject, TextVersion

Complaint = tuple[str, str, str]
"""A sentence, the words in the file that it is about, and the text version whose file that is."""

_REGION = re.compile(r"(\d+):(\d+),(\d+),([1-9]\d*),([1-9]\d*)", re.ASCII)


def contradictions(record: Record) -> Iterator[Complaint]:
    """Where a record contradicts itself, one sentence each."""
    if isinstance(record, Authority):
        if not any(name.text.strip() for name in record.names):
            yield gettext("It has no name."), "names", ""
        if isinstance(record, Place) and (record.latitude is None) != (record.longitude is None):
            yield gettext("Latitude and longitude stand together or not at all."), "itude", ""
    if isinstance(record, Source):
        yield from _of_source(record)
    if isinstance(record, Subject):
        for essay in record.essays:
            yield from _of_essay(essay)


def _of_essay(essay: Essay) -> Iterator[Complaint]:
    keys = [work.id for work in essay.bibliography]
    yield from _twice(gettext("cited work"), keys)
    for fault, words in faults_of(essay.body, keys):
        yield fault, words, ""


def _of_source(source: Source) -> Iterator[Complaint]:
    files = [file.name for file in source.files]
    yield from _twice(gettext("file"), files)
    yield from _twice(gettext("text"), [version.key for version in source.texts])
    for canvas in source.canvases:
        if canvas.file not in files:
            yield (
                gettext("A canvas names the file “%(file)s”, which is not there.") % {"file": canvas.file},
                canvas.file,
                "",
            )
    if source.part_of == source.reference:
        yield gettext("It is said to be a part of itself."), source.part_of, ""
    keys = {version.key for version in source.texts}
    for version in source.texts:
        for other in (version.translates, version.supersedes):
            if other and (other not in keys or other == version.key):
                yield (
                    gettext("The text “%(key)s” names a text “%(other)s”, which is not there.")
                    % {"key": version.key, "other": other},
                    other,
                    version.key,
                )
        yield from _of_version(version, len(source.canvases))


def _of_version(version: TextVersion, canvases: int) -> Iterator[Complaint]:
    yield from _twice(gettext("passage"), [passage.key for passage in version.passages], version.key)
    yield from _twice(gettext("footnote"), [note.key for note in version.notes], version.key)
    for passage in version.passages:
        here = f"{{#{passage.key}"
        if passage.start is not None and passage.end is not None and passage.end <= passage.start:
            yield (
                gettext("The passage “%(key)s” ends before it starts.") % {"key": passage.key},
                here,
                version.key,
            )
        if passage.region:
            match = _REGION.fullmatch(passage.region)
            if match is None:
                yield (
                    gettext("The passage “%(key)s” stands at “%(region)s”; write canvas:x,y,width,height.")
                    % {"key": passage.key, "region": passage.region},
                    here,
                    version.key,
                )
            elif not 1 <= int(match[1]) <= canvases:
                yield (
                    gettext("The passage “%(key)s” stands on canvas %(part)s of %(canvases)s.")
                    % {"key": passage.key, "part": match[1], "canvases": canvases},
                    here,
                    version.key,
                )


def _twice(what: str, names: Iterable[str], version: str = "") -> Iterator[Complaint]:
    for name, count in Counter(names).items():
        if count > 1:
            yield (
                gettext("The %(what)s “%(name)s” is there %(count)s times.")
                % {"what": what, "name": name, "count": count},
                name,
                version,
            )
