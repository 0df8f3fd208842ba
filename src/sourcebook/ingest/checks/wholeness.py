"""What must hold inside one record."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sourcebook.dialect.checking import faults_of
from sourcebook.record import Authority, Essay, Place, Record, Source, Subject, TextVersion

Complaint = tuple[str, str, str]
"""A sentence, the words in the file that it is about, and the text version whose file that is."""

_REGION = re.compile(r"(\d+):(\d+),(\d+),([1-9]\d*),([1-9]\d*)", re.ASCII)


def contradictions(record: Record) -> Iterator[Complaint]:
    """Where a record contradicts itself, one sentence each."""
    if isinstance(record, Authority):
        if not any(name.text.strip() for name in record.names):
            yield "It has no name.", "names", ""
        if isinstance(record, Place) and (record.latitude is None) != (record.longitude is None):
            yield "latitude and longitude stand together or not at all.", "itude", ""
    if isinstance(record, Source):
        yield from _of_source(record)
    if isinstance(record, Subject):
        for essay in record.essays:
            yield from _of_essay(essay)


def _of_essay(essay: Essay) -> Iterator[Complaint]:
    keys = [work.id for work in essay.bibliography]
    yield from _twice("cited work", keys)
    for fault, words in faults_of(essay.body, keys):
        yield fault, words, ""


def _of_source(source: Source) -> Iterator[Complaint]:
    files = [file.name for file in source.files]
    yield from _twice("file", files)
    yield from _twice("text", [version.key for version in source.texts])
    for canvas in source.canvases:
        if canvas.file not in files:
            yield f"A canvas names the file “{canvas.file}”, which is not there.", canvas.file, ""
    if source.part_of == source.reference:
        yield "It is said to be a part of itself.", source.part_of, ""
    keys = {version.key for version in source.texts}
    for version in source.texts:
        for other in (version.translates, version.supersedes):
            if other and (other not in keys or other == version.key):
                yield (
                    f"The text “{version.key}” names a text “{other}”, which is not there.",
                    other,
                    version.key,
                )
        yield from _of_version(version, len(source.canvases))


def _of_version(version: TextVersion, canvases: int) -> Iterator[Complaint]:
    yield from _twice("passage", [passage.key for passage in version.passages], version.key)
    yield from _twice("footnote", [note.key for note in version.notes], version.key)
    for passage in version.passages:
        here = f"{{#{passage.key}"
        if passage.start is not None and passage.end is not None and passage.end <= passage.start:
            yield f"The passage “{passage.key}” ends before it starts.", here, version.key
        if passage.region:
            match = _REGION.fullmatch(passage.region)
            if match is None:
                yield (
                    f"The passage “{passage.key}” stands at “{passage.region}”; write canvas:x,y,width,height.",
                    here,
                    version.key,
                )
            elif not 1 <= int(match[1]) <= canvases:
                yield (
                    f"The passage “{passage.key}” stands on canvas {match[1]} of {canvases}.",
                    here,
                    version.key,
                )


def _twice(what: str, names: Iterable[str], version: str = "") -> Iterator[Complaint]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"The {what} “{name}” is there {count} times.", name, version
