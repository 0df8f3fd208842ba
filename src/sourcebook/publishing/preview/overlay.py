"""The published library with one record laid over it, as it will stand when that record has been published."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice

from sourcebook.publishing.library import Filed, Filer, PublishedLibrary, tomb
from sourcebook.reading_room.catalogue import PAGES, Published
from sourcebook.reading_room.reading import Publication
from sourcebook.record import Record, encode


class Overlay:
    """Implements the reading room's `Library`; writes nothing. The record hides what is published of the same thing."""

    def __init__(self, library: PublishedLibrary, record: Record, filer: Filer, at: str) -> None:
        """`at` is the instant of the publication that has not happened, ISO 8601, UTC."""
        self._library = library
        self._record = record
        held = library.held(record.id)
        self._hidden, first = held or (record.reference, at)
        self._without = (self._hidden, tomb(record.id))
        self._published = Published(encode(record), first, at)
        self._filed: dict[tuple[str, str], list[Filed]] = defaultdict(list)
        for entry in filer(Publication(record, first, at)):
            self._filed[entry.catalogue, entry.heading].append(
                Filed(entry.sort, record.reference, 0, entry.card)
            )
        for cards in self._filed.values():
            cards.sort(key=lambda filed: filed.sort)
            cards[:] = [filed._replace(number=number) for number, filed in enumerate(cards)]

    def published(self, reference: str) -> Published | None:
        if reference == self._record.reference:
            return self._published
        return None if reference == self._hidden else self._library.published(reference)

    def cards(self, catalogue: str, heading: str, limit: int | None = None) -> Sequence[bytes]:
        below = self._library.filed(catalogue, heading, limit, without=self._without)
        return [
            filed.card for filed in islice(merge(below, self._filed.get((catalogue, heading), ())), limit)
        ]

    def addresses(self) -> Iterator[str]:
        laid = {heading for catalogue, heading in self._filed if catalogue == PAGES}
        return iter(sorted(laid.union(self._library.addresses(without=self._without))))
