"""The reading room's names and addresses, as the writer of schema.org wants them."""

from typing import Any

from sourcebook.reading_room.addresses import address_of, permanent
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record import Record
from sourcebook.record.parts import LanguageMap
from sourcebook.standards.schemaorg import describe


class _Names:
    def __init__(self, leaf: Leaf, record: Record) -> None:
        self._leaf = leaf
        self._record = record

    def words(self, words: LanguageMap) -> str:
        return self._leaf.say(words).text

    def name(self, reference: str) -> str:
        card = self._leaf.name(reference)
        return self._leaf.say(card.title).text if card else ""

    def address(self, reference: str) -> str:
        if reference == self._record.reference:
            return self._leaf.site.base + self._leaf.address(address_of(self._record))
        address = self._leaf.href(reference)
        return self._leaf.site.base + address if address else ""

    def permanent(self, identifier: str) -> str:
        return self._leaf.site.base + permanent(identifier)

    def file(self, source: str, name: str) -> str:
        return f"{self._leaf.site.base}{address_of(self._record)}{name}"


def linked_data_of(leaf: Leaf, record: Record) -> dict[str, Any]:
    """The schema.org description of a page's record."""
    return describe(record, _Names(leaf, record))
