"""The steps of publishing, in order.

Each is idempotent and takes up where the archive stands, so that a run that was cut off anywhere is completed by the
next one, whatever that was asked for.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.derivatives.copies import make_copies
from sourcebook.publishing import log
from sourcebook.publishing.bakery import Bakery
from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.public_folder import sweep
from sourcebook.publishing.taking_down import settle_down
from sourcebook.publishing.tombs import Tombs
from sourcebook.reading_room.entries import file_entries
from sourcebook.reading_room.pages import makers
from sourcebook.reading_room.site import Site
from sourcebook.record import File, Source, decode

Progress = Callable[[str, int, int], None]
"""Called with (step, done, of how many)."""
Tell = Callable[[int, int], None]
"""Called by a step with (done, of how many)."""


def _nobody(done: int, total: int) -> None:
    """Nobody wants to know."""


class Work(Struct, kw_only=True):
    """What the steps work on."""

    archive: ArchiveFolder
    library: PublishedLibrary
    site: Site
    full: bool = False
    workers: int | None = None
    tell: Tell = _nobody
    not_indexed: dict[str, str] = {}
    """Why records are not in the search index, by reference."""


def derive(work: Work) -> int:
    """Make the access copies of all files in records that the library has not taken in yet, on all cores."""
    files = {
        file.sha256: file
        for entry in log.entries_after(0 if work.full else work.library.taken_up_to)
        if entry.data and isinstance(record := decode(entry.data), Source)
        for file in record.files
    }
    made = 0
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        # Threads do, because libvips works outside the interpreter's lock.
        copies = threads.map(partial(_copies, work.archive), files.values())
        for done, paths in enumerate(copies, 1):
            made += len(paths)
            work.tell(done, len(files))
    return made


def _copies(archive: ArchiveFolder, file: File) -> list[Path]:
    return make_copies(archive.master(file.sha256), file, archive.access)


def _fingerprint(site: Site) -> str:
    return " ".join((site.base, ",".join(site.languages), site.fingerprint))


def catalogue(work: Work) -> int:
    """The library takes the log in; after a change of the reading room itself, every record is filed anew."""
    filer = partial(file_entries, site=work.site)
    fingerprint = _fingerprint(work.site)
    if work.library.state("site") not in ("", fingerprint):
        work.library.refile(filer)
    taken = work.library.take(log.entries_after(work.library.taken_up_to), filer)
    work.library.remember("site", fingerprint)
    settle_down(work.archive, work.library)
    return taken


def index(work: Work) -> int:
    """The search index follows the library; what could not be indexed is told, and keeps nothing else back."""
    # Grammars and the engine are loaded by whoever indexes, not by every process of the desk.
    from sourcebook.publishing.indexing.making import take_in

    taken = take_in(work.archive, work.library, full=work.full, tell=work.tell)
    work.not_indexed = taken.aside
    return taken.put + taken.gone


def bake(work: Work) -> int:
    """Bake what is stale; in a full run look at every file, and sweep out what no page asked for."""
    if work.full:
        work.library.spoil_all()
    bakery = Bakery(work.library, work.archive.public, makers(work.site), anew=work.full)
    written = bakery.bake_stale(workers=work.workers, progress=work.tell)
    Tombs(work.archive.access).clear(work.library.taken_up_to)
    if work.full:
        sweep(work.archive.public, work.library.addresses())
    return written


STEPS: tuple[tuple[str, Callable[[Work], int]], ...] = (
    ("derive", derive),
    ("catalogue", catalogue),
    ("index", index),
    ("bake", bake),
)
"""What follows once the desk's database holds the publications."""
