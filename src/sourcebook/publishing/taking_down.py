"""Taking down: whatever was to be seen of a withdrawn record is out of reach before the withdrawal is answered.

The worker files it and bakes the pages that led to it afterwards; here only what was the record's own goes, and its
tombstones come.
"""

import shutil
from collections.abc import Iterator, Sequence

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.derivatives.copies import copies_folder
from sourcebook.publishing import log
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.models import Publication
from sourcebook.publishing.public_folder import write_page
from sourcebook.publishing.site import site_of
from sourcebook.publishing.tombs import Tombs
from sourcebook.reading_room.baking import bake
from sourcebook.reading_room.catalogue import PAGES, Library, Published
from sourcebook.reading_room.entries.pages import FILES
from sourcebook.reading_room.entries.tombstones import tombstone_entries
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.reading import Withdrawal
from sourcebook.record import Source, decode


class _WithTombstones:
    """The library as it stands, with tombstones that it does not know of yet; implements the reading room's Library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.cards_of: dict[tuple[str, str], bytes] = {}

    def published(self, reference: str) -> Published | None:
        return self._library.published(reference)

    def cards(self, catalogue: str, heading: str, limit: int | None = None) -> Sequence[bytes]:
        laid = self.cards_of.get((catalogue, heading))
        return [laid] if laid else self._library.cards(catalogue, heading, limit)

    def addresses(self) -> Iterator[str]:
        return self._library.addresses()


def take_down(archive: ArchiveFolder, lines: Sequence[Publication]) -> None:
    """Put tombstones in place of all that withdrawn records had of their own; `lines` are theirs in the log."""
    if not lines:
        return
    site = site_of(archive)
    path = archive.access / "library.sqlite3"
    with PublishedLibrary(path, read_only=path.exists()) as library:
        laid, addresses = _WithTombstones(library), dict[str, int]()
        last = log.last_records(line.identifier for line in lines)
        for line in lines:
            # A record that was changed of late may have baked pages under the addresses that it had before.
            for data in filter(None, {last.get(line.identifier), library.record_of(line.identifier)}):
                gone = Withdrawal(decode(data), log.instant(line.at), line.reason)
                for entry in tombstone_entries(gone, site):
                    laid.cards_of[entry.catalogue, entry.heading] = entry.card
                    if entry.catalogue == PAGES:
                        addresses[entry.heading] = line.pk
        for address in library.asked_for(addresses, [line.reference for line in lines]):
            del addresses[address]
        Tombs(archive.access).add(addresses)
        for baked in bake(laid, sorted(addresses), makers(site)):
            write_page(archive.public, baked.address, baked.files)


def settle_down(archive: ArchiveFolder, library: PublishedLibrary) -> None:
    """The library has taken withdrawals in: it bakes those addresses itself again, and no access copy is left over."""
    tombs, number = Tombs(archive.access), library.taken_up_to
    known = tombs.known(number)
    if not known:
        return
    library.distrust(known)
    for line in Publication.objects.filter(id__in=set(known.values())):
        record = decode(log.last_record(line.identifier) or b"")
        for file in record.files if isinstance(record, Source) else ():
            if not library.cards(FILES, file.sha256, 1):
                shutil.rmtree(copies_folder(archive.access, file.sha256), ignore_errors=True)
    tombs.clear(number)
