"""Tombstones of what was withdrawn a moment ago, before they are baked: the same pages, made when they are wanted."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.tombs import Grave, Tomb, Tombs
from sourcebook.reading_room.baking import bake
from sourcebook.reading_room.cards import TOMBSTONES
from sourcebook.reading_room.catalogue import PAGES, Library, PageCard, Published
from sourcebook.reading_room.pages import makers
from sourcebook.web.headers import PUBLISHED, REVALIDATE
from sourcebook.web.searching.library_here import LibraryHere
from sourcebook.web.searching.routes import Reply


class TakenDown(Struct, frozen=True):
    """What was withdrawn at an address, as a moment's list has it."""

    grave: Grave
    tomb: Tomb


class _WithTombstone:
    """The library with one tombstone that it does not know of yet; implements the reading room's Library."""

    def __init__(self, library: Library, taken_down: TakenDown) -> None:
        self._library = library
        grave, card = taken_down.grave, taken_down.tomb.card
        page = PageCard("tombstone", grave.identifier, grave.language)
        self._laid = {
            (PAGES, card.address): msgspec.json.encode(page),
            (TOMBSTONES, grave.identifier): msgspec.json.encode(card),
        }

    def published(self, reference: str) -> Published | None:
        return self._library.published(reference)

    def cards(self, catalogue: str, heading: str, limit: int | None = None) -> Sequence[bytes]:
        laid = self._laid.get((catalogue, heading))
        return [laid] if laid else self._library.cards(catalogue, heading, limit)

    def addresses(self) -> Iterator[str]:
        return self._library.addresses()


class TombstonesAtOnce:
    """Of one archive; may be asked from many threads."""

    def __init__(self, archive: ArchiveFolder) -> None:
        self._tombs = Tombs(archive.access)
        self._library = LibraryHere(archive)

    def at(self, path: str) -> TakenDown | None:
        """What was taken down at an address; costs a look at one file.

        To be asked before the published files are: the list is cleared when the tombstones are among them.
        """
        listed = self._tombs.read()
        for address in (path, f"{path}/", path.removesuffix("index.html")):
            if grave := listed.graves.get(address):
                return TakenDown(grave, listed.tombs[grave.identifier])
        return None

    def page(self, taken_down: TakenDown) -> Reply:
        """Its tombstone, as it will be baked; reads the disk."""
        leaf = self._library.leaf()
        if leaf is None:
            kind, body = "text/plain", b"This was withdrawn."
        else:
            address = taken_down.tomb.card.address
            (baked,) = bake(_WithTombstone(leaf.reading.library, taken_down), [address], makers(leaf.site))
            kind, body = "text/html", bytes(baked.files[""])
        headers = [("content-type", f"{kind}; charset=utf-8"), ("cache-control", REVALIDATE), *PUBLISHED]
        return Reply(410, headers, body)
