"""Taking the log in, or making an index anew; what cannot be indexed is set aside and the rest goes on."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from hashlib import blake2b
from pathlib import Path

from sourcebook.record import Record
from sourcebook.search.analysing import Analyser
from sourcebook.search.engines.tantivy import BrokenIndexError
from sourcebook.search.engines.tantivy.schema import FORMAT as ENGINE_FORMAT
from sourcebook.search.generations import (
    Generations,
    fingerprint_of,
    is_broken,
    is_due,
    say_broken,
    say_due,
)
from sourcebook.search.indexing.following import followers
from sourcebook.search.indexing.taken import Taken
from sourcebook.search.indexing.writing import Writing
from sourcebook.search.lexicon import Namer
from sourcebook.search.library import Shelf
from sourcebook.search.making import FORMAT as DOCUMENT_FORMAT

FEW, MANY = 2_000, 20_000
"""Passages after which a change is committed: while people wait to see it, and while an index is made."""

Tell = Callable[[int, int], None]
"""Called with (done, of how many)."""


class Indexer:
    """Writes the index of one archive."""

    def __init__(self, folder: Path, analyser: Analyser, namer: Namer, *, tell: Tell | None = None) -> None:
        self._generations = Generations(folder)
        self._analyser = analyser
        self._namer = namer
        self._tell = tell or (lambda done, total: None)

    @property
    def fingerprint(self) -> str:
        """Of all that decides what stands in the index."""
        parts = (ENGINE_FORMAT, DOCUMENT_FORMAT, self._analyser.fingerprint, self._namer.fingerprint)
        return blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()

    def serves(self) -> bool:
        """Whether there is an index that readers can read."""
        serving = self._generations.current()
        return serving is not None and not is_broken(serving)

    def is_due(self) -> bool:
        """Whether the index is to be made anew, as far as can be seen without opening it."""
        serving = self._generations.current()
        if serving is None or is_broken(serving) or is_due(serving):
            return True
        return fingerprint_of(serving) != self.fingerprint

    def take(self, shelf: Shelf) -> Taken:
        """Bring the serving index up to where the library stands. To be called under the publishing lock."""
        serving = self._generations.current()
        if serving is None or is_broken(serving):
            return Taken(due=True)
        try:
            taken = self._follow(serving, shelf)
        except (BrokenIndexError, sqlite3.DatabaseError):
            say_broken(serving)
            return Taken(due=True)
        if taken.due:
            say_due(serving)
        taken.due = self.is_due()
        return taken

    def make_anew(self, shelf: Shelf, at_last: Callable[[], AbstractContextManager[Shelf]]) -> Taken:
        """A new generation beside the one that serves, made from a state of the library without the publishing lock.

        When it is whole, `at_last` takes the lock and gives the library as it is by then; what was published and
        withdrawn meanwhile is taken in, and the new generation takes its place.
        """
        with self._generations.alone():
            path = self._generations.begin(self.fingerprint)
            with Writing(path, self._analyser, self._namer, shelf, new=True) as writing:
                everything = self._counted(shelf.everything(), shelf.size())
                writing.put(everything, MANY, up_to=shelf.taken_up_to())
                taken = writing.taken
            with at_last() as present:
                last = self._follow(path, present)
                self._generations.serve(path)
        taken.put += last.put
        taken.gone += last.gone
        taken.aside |= last.aside
        return taken

    def _follow(self, path: Path, shelf: Shelf) -> Taken:
        """`due` where the index is of a log that went on differently, or has lost records."""
        target = shelf.taken_up_to()
        with Writing(path, self._analyser, self._namer, shelf) as writing:
            reader = writing.engine.reader()
            standing = reader.standing().taken_up_to
            if standing > target:
                return Taken(due=True)
            if standing < target:
                present = {one: shelf.of_identifier(one) for one in shelf.changed_after(standing)}
                also = followers(reader, shelf, present)
                if gone := [identifier for identifier, record in present.items() if record is None]:
                    # What is withdrawn goes first, before anything that takes time.
                    writing.gone(gone)
                records = [record for record in present.values() if record is not None]
                again = [record for reference in also if (record := shelf.published(reference)) is not None]
                records += [record for record in again if record.id not in present]
                writing.put(self._counted(records, len(records)), FEW, up_to=target)
            held = writing.size() + len(writing.lexicon.set_aside()) + without_document(shelf)
            writing.taken.due = held != shelf.size()
            return writing.taken

    def _counted(self, records: Iterable[Record], total: int) -> Iterator[Record]:
        for done, record in enumerate(records, 1):
            yield record
            self._tell(done, total)


def without_document(shelf: Shelf) -> int:
    """Published records that have no document: the archive's own."""
    return int(shelf.published("archive:archive") is not None)
