"""The bakery: bakes what is stale, on all cores, and notes each page once its files are in place."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from msgspec import Struct

from sourcebook.publishing.library import PublishedLibrary
from sourcebook.publishing.public_folder import clear_asides, page_path, settle_on_disk, write_page
from sourcebook.publishing.tombs import Tombs
from sourcebook.reading_room.baking import Maker, bake

BATCH = 250
"""Pages that one worker bakes before it reports, and that are noted together."""
BAKING = "baking"
"""The state that the library keeps while pages are written: found at the beginning, it tells of a crash."""
REMEMBERED = 20_000
"""Decoded records and cards that a worker keeps before it starts afresh."""
WORTH_WORKERS = 120
"""Pages: below, starting a second process costs more than it saves."""

Progress = Callable[[int, int], None]
"""Called with (done, of how many)."""


class BatchBaked(Struct, frozen=True):
    """What one batch came to: (address, digest, what it read) of each page, and how many files changed on disk."""

    pages: list[tuple[str, str, frozenset[tuple[str, str]]]]
    written: int


class Bakery:
    """One public folder, one library, one set of page makers."""

    def __init__(
        self, library: PublishedLibrary, public: Path, makers: Mapping[str, Maker], *, anew: bool = False
    ) -> None:
        self.library = library
        self.public = public
        self.makers = makers
        self._tombs = Tombs(library.path.parent)
        self.anew = anew
        """Look at what is on disk itself, do not trust the note of what was baked last."""

    def bake_stale(self, *, workers: int | None = None, progress: Progress | None = None) -> int:
        """Bake every stale address; counts the pages that changed on disk."""
        addresses = self.library.stale()
        if self.anew or self.library.state(BAKING):
            clear_asides(self.public, addresses)
        self.library.remember(BAKING, "yes")
        batches = [addresses[start : start + BATCH] for start in range(0, len(addresses), BATCH)]
        done = written = 0
        for batch in self._run(batches, len(addresses), workers):
            settle_on_disk(self.public)
            self.library.baked(batch.pages)
            done += len(batch.pages)
            written += batch.written
            if progress:
                progress(done, len(addresses))
        self.library.remember(BAKING, "")
        return written

    def _run(self, batches: list[list[str]], total: int, workers: int | None) -> Iterator[BatchBaked]:
        workers = (os.cpu_count() or 1) if workers is None else workers
        if workers > 1 and total >= WORTH_WORKERS:
            share = max(1, min(BATCH, -(-total // (2 * workers))))
            flat = [address for batch in batches for address in batch]
            batches = [flat[start : start + share] for start in range(0, total, share)]
            with multiprocessing.get_context("fork").Pool(workers, _begin_worker, (self,)) as pool:
                yield from pool.imap_unordered(_bake_in_worker, batches)
            return
        memory: dict[Any, Any] = {}
        for batch in batches:
            yield self.bake_batch(batch, memory)

    def bake_batch(self, addresses: list[str], memory: dict[Any, Any]) -> BatchBaked:
        """Bake and put in place; a page whose content is what was baked last is left as it is on disk."""
        if len(memory) > REMEMBERED:
            memory.clear()
        before = self.library.digests(addresses)
        known = self.library.taken_up_to
        pages = []
        written = 0
        for baked in bake(self.library, addresses, self.makers, memory):
            last = before.get(baked.address, "")
            if self.anew or baked.digest != last or not (last == "" or self._stands(baked.address)):
                fresh = not last and not self.anew
                with self._tombs.writing(baked.address, known) as free:
                    if free:
                        written += write_page(self.public, baked.address, baked.files, fresh=fresh)
            pages.append((baked.address, baked.digest, baked.noted))
        return BatchBaked(pages, written)

    def _stands(self, address: str) -> bool:
        return page_path(self.public, address).exists()


_here: dict[str, Any] = {}


def _begin_worker(bakery: Bakery) -> None:
    """A connection to SQLite must not cross a fork: each worker opens the library for itself.

    It ends with whoever publishes, even where that is killed, because it holds the publishing lock too.
    """
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    library = PublishedLibrary(bakery.library.path, read_only=True)
    _here["bakery"] = Bakery(library, bakery.public, bakery.makers, anew=bakery.anew)
    _here["memory"] = {}


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(0.2)
    os._exit(1)


def _bake_in_worker(addresses: list[str]) -> BatchBaked:
    bakery: Bakery = _here["bakery"]
    return bakery.bake_batch(addresses, _here["memory"])
