"""The published library as the indexer sees it."""

from collections.abc import Collection, Iterator

import msgspec

from sourcebook.publishing import log
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.reading_room.addresses import address_of
from sourcebook.reading_room.cards import MENTIONS, MentionCard
from sourcebook.reading_room.catalogue import ALIASES
from sourcebook.record import Record, decode

_decode_mention = msgspec.json.Decoder(MentionCard).decode
_decode_reference = msgspec.json.Decoder(str).decode


class LibraryShelf:
    """Implements `search.library.Shelf`; it remembers former slugs, so make one for each piece of work."""

    def __init__(self, library: PublishedLibrary) -> None:
        self._library = library
        self._current: dict[str, str] = {}

    def taken_up_to(self) -> int:
        return self._library.taken_up_to

    def changed_after(self, number: int) -> Collection[str]:
        return log.identifiers_after(number, self._library.taken_up_to)

    def of_identifier(self, identifier: str) -> Record | None:
        data = self._library.data_of(identifier)
        return decode(data) if data else None

    def published(self, reference: str) -> Record | None:
        held = self._library.published(reference)
        return decode(held.data) if held else None

    def everything(self) -> Iterator[Record]:
        return map(decode, self._library.everything())

    def size(self) -> int:
        return self._library.size()

    def current(self, reference: str) -> str:
        if reference not in self._current:
            aliases = self._library.cards(ALIASES, reference, 1)
            self._current[reference] = _decode_reference(aliases[0]) if aliases else reference
        return self._current[reference]

    def subjects_of(self, source: str) -> Collection[str]:
        cards = (card for card in self._library.cards(MENTIONS, source) if b'"selects"' in card)
        mentions = map(_decode_mention, cards)
        return [one.reference for one in mentions if any(place.manner == "selects" for place in one.places)]

    def address(self, record: Record) -> str:
        return address_of(record)
