"""Taking down: whatever was to be seen of a withdrawn record is out of reach before the withdrawal is answered.

Here its files go, and nothing more is made: from then on the server itself says at each address that it was withdrawn,
until a worker has filed the withdrawal, baked the tombstones and the pages that led to it.
"""

import shutil
from collections.abc import Sequence

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.derivatives.copies import copies_folder
from sourcebook.publishing import log
from sourcebook.publishing.library import PublishedLibrary, library_path
from sourcebook.publishing.models import Publication
from sourcebook.publishing.public_folder import is_tombstone, move_out
from sourcebook.publishing.site import site_of
from sourcebook.publishing.tombs import Grave, TakenDown, Tomb, Tombs
from sourcebook.reading_room.entries.pages import FILES
from sourcebook.reading_room.entries.tombstones import own_pages, tombstone_of
from sourcebook.reading_room.reading import Withdrawal
from sourcebook.record import Source, decode


def take_down(archive: ArchiveFolder, lines: Sequence[Publication]) -> None:
    """Put all that withdrawn records had of their own out of reach; `lines` are theirs in the log.

    May be done again at any time, as after it was cut off.
    """
    if not lines:
        return
    path = library_path(archive.access)
    with PublishedLibrary(path, read_only=path.exists()) as library:
        taken_down = _what(archive, library, lines)
    with Tombs(archive.access).adding(taken_down) as aside:
        for address in taken_down.graves:
            # A worker that has taken the withdrawal in already may have baked its tombstone.
            if not is_tombstone(archive.public, address):
                move_out(archive.public, address, aside)


def take_down_what_is_left(archive: ArchiveFolder) -> None:
    """Take down what the log says is withdrawn, and the library does not know of yet, as after a crash."""
    with PublishedLibrary(library_path(archive.access)) as library:
        number = library.taken_up_to
    take_down(archive, list(log.withdrawals().filter(id__gt=number)))


def _what(archive: ArchiveFolder, library: PublishedLibrary, lines: Sequence[Publication]) -> TakenDown:
    """What readers are told of these, and at which addresses."""
    site = site_of(archive)
    tombs, graves, references = dict[str, Tomb](), dict[str, Grave](), set[str]()
    last = log.last_records(line.identifier for line in lines)
    held = library.records_of(last)
    for line in lines:
        # A record that was changed of late may have baked pages under the addresses that it had before.
        for data in filter(None, dict.fromkeys((held.get(line.identifier), last.get(line.identifier)))):
            record = decode(data)
            references.add(record.reference)
            card = tombstone_of(Withdrawal(record, log.instant(line.at), line.reason))
            tombs[line.identifier] = Tomb(line.pk, card)
            for address, language in own_pages(record, site).items():
                graves[address] = Grave(line.identifier, language)
    for address in library.asked_for(graves, references):
        del graves[address]
    return TakenDown(tombs, graves)


def settle_down(archive: ArchiveFolder, library: PublishedLibrary) -> None:
    """The library has taken withdrawals in: it bakes those addresses itself again, and no access copy is left over."""
    known = Tombs(archive.access).read().up_to(library.taken_up_to)
    if not known.tombs:
        return
    library.distrust(known.graves)
    for data in log.last_records(known.tombs).values():
        record = decode(data)
        for file in record.files if isinstance(record, Source) else ():
            if not library.cards(FILES, file.sha256, 1):
                shutil.rmtree(copies_folder(archive.access, file.sha256), ignore_errors=True)
