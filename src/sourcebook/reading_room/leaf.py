"""A leaf: one page while it is made. It knows the site, the page's language and what the page may look up."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from sourcebook.reading_room.addresses import localised
from sourcebook.reading_room.cards import CARDS, DEFINITIONS, IMPRINT, NAMES, Imprint, NameCard, ShortCard
from sourcebook.reading_room.catalogue import PageCard
from sourcebook.reading_room.languages import NOTHING, Words, choose, direction_of
from sourcebook.reading_room.reading import Reading
from sourcebook.reading_room.site import Site
from sourcebook.reading_room.spans import anchor
from sourcebook.reading_room.words import words_of
from sourcebook.record.parts import LanguageMap

T = TypeVar("T")


class Leaf:
    """What templates and page makers look things up through; every look goes by `reading`, which notes it."""

    def __init__(self, site: Site, reading: Reading, card: PageCard) -> None:
        self.site = site
        self.reading = reading
        self.argument = card.argument
        self.language = card.language or site.languages[0]
        self.words = words_of(self.language)
        self.direction = direction_of(self.language)
        self.anchors: set[str] = set()
        """Anchors that the page's texts have taken."""
        self.explained: dict[str, tuple[NameCard, Words]] = {}
        """Terms that its texts link to, with their definitions."""

    def say(self, words: Mapping[str, str]) -> Words:
        """The words in the page's language, or in the best other one."""
        return choose(words, self.language, self.site.languages)

    def address(self, address: str, language: str | None = None) -> str:
        """An address of the first language as one of this page's."""
        return localised(address, language or self.language, self.site.languages)

    def asset(self, name: str) -> str:
        return f"/assets/{self.site.assets[name]}" if name in self.site.assets else ""

    def _card(self, catalogue: str, reference: str, card_type: type[T]) -> T | None:
        if not reference:
            return None
        found = self.reading.cards(catalogue, reference, card_type, limit=1)
        if not found:
            current = self.reading.current(reference)
            if current != reference:
                found = self.reading.cards(catalogue, current, card_type, limit=1)
        return found[0] if found else None

    def name(self, reference: str) -> NameCard | None:
        """What a reference is called and where it is read; None where nothing is published under it."""
        return self._card(NAMES, reference, NameCard)

    def short(self, reference: str) -> ShortCard | None:
        return self._card(CARDS, reference, ShortCard)

    def definition(self, reference: str) -> Words:
        """The short definition of a term."""
        found = self._card(DEFINITIONS, reference, LanguageMap)
        return self.say(found) if found else NOTHING

    def href(self, reference: str) -> str:
        """The address of a reference, a span included, on this page's side; "" where it is not published."""
        target, _, fragment = reference.partition("#")
        card = self.name(target)
        if not card:
            return ""
        return self.address(card.address) + anchor(fragment)

    @cached_property
    def imprint(self) -> Imprint:
        """What every page says of the archive; its address where the archive itself is not published."""
        found = self.reading.cards(IMPRINT, "archive", Imprint, limit=1)
        return found[0] if found else Imprint(title={"": self.site.base.partition("//")[2]})
