"""The published library as this process sees it: opened once a thread, and anew when the file is another one."""

import os
from collections.abc import Collection
from functools import partial
from pathlib import Path
from threading import local
from typing import Any

from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.derivatives.copies import copy_path
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.tombs import Tombs
from sourcebook.reading_room.cards import NAMES, NameCard
from sourcebook.reading_room.catalogue import PageCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.reading import Reading
from sourcebook.reading_room.site import Site, make_site
from sourcebook.record import Archive, decode

REMEMBERED = 5000
"""Decoded cards and records that a thread keeps of one state of the library."""


class _Opened(Struct):
    """What one thread holds."""

    library: PublishedLibrary
    inode: int
    state: int
    site: Site
    memory: dict[Any, Any]


class LibraryHere:
    """Gives leaves, as bakers have them, over what is published at this moment."""

    def __init__(self, archive: ArchiveFolder) -> None:
        self._archive = archive
        self._path: Path = archive.access / "library.sqlite3"
        self._tombs = Tombs(archive.access)
        self._threads = local()

    def _now(self) -> _Opened | None:
        """This thread's library, with nothing remembered that has changed; None where nothing is published yet."""
        try:
            inode = os.stat(self._path).st_ino
        except FileNotFoundError:
            return None
        opened: _Opened | None = getattr(self._threads, "opened", None)
        if opened is None or opened.inode != inode:
            library = PublishedLibrary(self._path, read_only=True)
            opened = _Opened(library, inode, -1, self._site(library), {})
            self._threads.opened = opened
        state = opened.library.version()
        if state != opened.state:
            opened.state, opened.memory, opened.site = state, {}, self._site(opened.library)
        elif len(opened.memory) > REMEMBERED:
            opened.memory.clear()
        return opened

    def _site(self, library: PublishedLibrary) -> Site:
        held = library.published("archive:archive")
        record = decode(held.data) if held else None
        languages = record.languages if isinstance(record, Archive) else ("en",)
        return make_site(self._archive.address, languages, partial(copy_path, self._archive.access))

    def leaf(self, language: str = "") -> Leaf | None:
        """A leaf in an interface language, the first one where it is none; None where nothing is published yet."""
        opened = self._now()
        if opened is None:
            return None
        known = language if language in opened.site.languages else opened.site.languages[0]
        reading = Reading(opened.library, opened.memory)
        return Leaf(opened.site, reading, PageCard("search", "", known))

    def in_force(self, references: Collection[str]) -> set[str]:
        """Those of these references that are published now.

        The library learns of a withdrawal after readers have been told that it is made, so that the list of what is
        being taken down is asked too: first, because it is cleared when the library knows.
        """
        taken_down = self._tombs.read().graves
        opened = self._now()
        if opened is None:
            return set()
        # Some hundred things may stand in the counts of one page.
        return {
            reference
            for reference in references
            if (address := self._address(opened, reference)) and address not in taken_down
        }

    def _address(self, opened: _Opened, reference: str) -> str:
        """Of a record's page; "" where it is not published."""
        address: str | None = opened.memory.get(reference)
        if address is None:
            cards = Reading(opened.library, opened.memory).cards(NAMES, reference, NameCard, limit=1)
            address = opened.memory[reference] = cards[0].address if cards else ""
        return address
