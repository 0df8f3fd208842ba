"""A library of published records held in memory, through `file_entries` as the real one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sourcebook.reading_room import Site, file_entries
from sourcebook.reading_room.catalogue import PAGES, Published
from sourcebook.reading_room.reading import Publication
from sourcebook.record import Record, encode


class MemoryLibrary:
    """Implements the reading room's `Library`."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.records: dict[str, Published] = {}
        self.filed: dict[tuple[str, str], list[tuple[str, str, int, bytes]]] = defaultdict(list)

    def publish(self, record: Record, at: str = "2026-01-01T00:00:00Z") -> None:
        publication = Publication(record, at, at)
        self.records[record.reference] = Published(encode(record), at, at)
        for number, entry in enumerate(file_entries(publication, self.site)):
            cards = self.filed[entry.catalogue, entry.heading]
            cards.append((entry.sort, record.reference, number, entry.card))
            cards.sort()

    def published(self, reference: str) -> Published | None:
        return self.records.get(reference)

    def cards(self, catalogue: str, heading: str, limit: int | None = None) -> Sequence[bytes]:
        return [card for *_, card in self.filed.get((catalogue, heading), ())[:limit]]

    def addresses(self) -> Iterator[str]:
        return iter(sorted(heading for catalogue, heading in self.filed if catalogue == PAGES))
