"""Where pointers lead, known when every file of an import has been read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.utils.translation import gettext

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.tei.volume import Volume
from sourcebook.standards.markdown.words import Pointer

_RANGE = re.compile(r"^(.*)#range\(([^,()]+),([^,()]+)\)$")
_ELSEWHERE = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.I)


@dataclass(eq=False)
class Targets:
    """Everything that can be pointed at, in all files of an import."""

    places: dict[tuple[str, str], str] = field(default_factory=dict)
    """From a file's identifier and an `xml:id` in it (empty for the whole) to a reference, or a span."""
    addresses: dict[str, str] = field(default_factory=dict)
    """From an address in the system the files come from, such as `/milestones/1953-1960/suez`, to a reference."""
    _found: dict[Pointer, str] = field(default_factory=dict)

    def resolve(self, pointer: Pointer) -> str:
        """Where a pointer leads: a reference, an address elsewhere, or nothing."""
        if pointer.reference:
            return pointer.reference
        if pointer not in self._found:
            self._found[pointer] = next(filter(None, map(self._one, _parts(pointer))), "")
        return self._found[pointer]

    def _one(self, target: tuple[str, str]) -> str:
        volume, identifier = target
        if not identifier:
            if _ELSEWHERE.fullmatch(volume):
                return volume.replace("(", "%28").replace(")", "%29")
            if volume in self.addresses:
                return self.addresses[volume]
        return self.places.get((_name(volume), identifier), "")

    def report(self, volume: Volume) -> None:
        """One line for each pointer that leads nowhere; its words were kept."""
        for pointer in volume.pointers:
            if not self.resolve(pointer):
                volume.arrival.notice(
                    gettext(
                        "The pointer “%(target)s” leads to nothing that is here; its words were kept as text."
                    )
                    % {"target": pointer.target},
                    Origin(volume.file, pointer.line),
                )


def _parts(pointer: Pointer) -> Iterator[tuple[str, str]]:
    """File and identifier of each target: several may be named, and a range names its two ends."""
    targets = [pointer.target] if _RANGE.match(pointer.target) else pointer.target.split()
    for target in targets:
        if match := _RANGE.match(target):
            for end in match.groups()[1:]:
                yield match[1] or pointer.volume, end.strip().removeprefix("#")
        elif _ELSEWHERE.fullmatch(target):
            yield target, ""
        else:
            file, _, identifier = target.partition("#")
            yield file or pointer.volume, identifier


def _name(file: str) -> str:
    """`../volumes/frus1955-57v24.xml` is pointed at as `frus1955-57v24`."""
    return PurePosixPath(file).name.removesuffix(".xml")
