"""Previous and next: among the parts of a volume, else among the sources of a subject."""

from collections.abc import Sequence

from sourcebook.reading_room.cards import SiblingCard
from sourcebook.reading_room.entries.lists import PARTS_TOGETHER
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.cited import Citing
from sourcebook.reading_room.pages.sheet import Crumb, Turn, crumb
from sourcebook.record import Source

_FAR = 3
"""Headings on either side that are looked through where positions leave gaps."""


def turn_of_source(leaf: Leaf, source: Source, found: Sequence[Citing]) -> Turn | None:
    if source.part_of:
        return _in_volume(leaf, source)
    for one in found:
        for place in one.places:
            if place.manner == "selects":
                among = Crumb(one.address, one.title)
                return Turn(crumb(leaf, place.before), crumb(leaf, place.after), among)
    return None


def _in_volume(leaf: Leaf, source: Source) -> Turn:
    bucket = source.position // PARTS_TOGETHER
    order = _parts(leaf, source.part_of, bucket)
    index = order.index(source.reference) if source.reference in order else 0
    before = order[index - 1] if index else _beyond(leaf, source.part_of, bucket, -1)
    after = order[index + 1] if index + 1 < len(order) else _beyond(leaf, source.part_of, bucket, 1)
    return Turn(crumb(leaf, before), crumb(leaf, after), crumb(leaf, source.part_of))


def _parts(leaf: Leaf, whole: str, bucket: int) -> list[str]:
    cards = leaf.reading.cards("parts", f"{whole} {bucket}", SiblingCard)
    return [card.reference for card in cards]


def _beyond(leaf: Leaf, whole: str, bucket: int, step: int) -> str:
    for distance in range(1, _FAR + 1):
        if bucket + step * distance < 0:
            break
        if order := _parts(leaf, whole, bucket + step * distance):
            return order[-1] if step < 0 else order[0]
    return ""


def turn_in_list(leaf: Leaf, order: Sequence[tuple[str, Crumb]], reference: str, among: Crumb | None) -> Turn:
    """Neighbours in a list of references and crumbs that is at hand."""
    references = [one for one, _ in order]
    if reference not in references:
        return Turn(None, None, among)
    index = references.index(reference)
    before = order[index - 1][1] if index else None
    after = order[index + 1][1] if index + 1 < len(order) else None
    return Turn(before, after, among)
