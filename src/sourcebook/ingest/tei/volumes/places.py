"""Places of datelines: “Legation of the United States, / Managua” was sent from Managua."""

import re

from sourcebook.ingest.tei.sketch import Import
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Name
from sourcebook.standards.tei import Element, local, name_of
from sourcebook.standards.tei.elements import fold

_OFF = re.compile(r"^(?:Off|At)\s+")


def read_places(volume: Volume, shared: Import) -> dict[Element, str]:
    """References of the places in a volume's datelines, by element.

    Of a name in several lines the last is the place. “Managua, Nicaragua” is Managua where the volume has that alone.
    """
    printed = {
        element: _last_line(element)
        for element in volume.root.iter(name_of("placeName"))
        if any(local(up) == "dateline" for up in element.iterancestors())
    }
    alone = set(printed.values())
    found: dict[Element, str] = {}
    for element, words in printed.items():
        if not words:
            continue
        first = words.partition(",")[0].strip()
        name = first if first in alone else words
        found[element] = shared.authorities.take(
            "place", (Name(text=name, language=volume.language),), volume.origin(element)
        )
    return found


def _last_line(element: Element) -> str:
    lines = [""]
    _gather(element, lines)
    full = [line for line in (fold(line).strip(" ,;:—") for line in lines) if line.strip(".")]
    if not full:
        return ""
    place = _OFF.sub("", full[-1])
    # A stop after a short word is part of it, as in “New Orleans, La.”
    return place if len(place.split()[-1]) <= 4 else place.rstrip(".")


def _gather(element: Element, lines: list[str]) -> None:
    lines[-1] += element.text or ""
    for child in element:
        if local(child) == "lb":
            lines.append("")
        elif local(child) and local(child) != "note":
            _gather(child, lines)
        lines[-1] += child.tail or ""
