"""Taking the log in, or making an index anew; what cannot be indexed is set aside and the rest goes on."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from sourcebook.record import Record
from sourcebook.search.analysing import Analyser
from sourcebook.search.engine import Analysed, Engine
from sourcebook.search.engines.tantivy import BrokenIndexError, TantivyEngine
from sourcebook.search.engines.tantivy.schema import FORMAT as ENGINE_FORMAT
from sourcebook.search.generations import Generations, fingerprint_of, is_broken
from sourcebook.search.indexing.following import followers
from sourcebook.search.indexing.tokens import FormCounts, analyse
from sourcebook.search.keys import key_of
from sourcebook.search.lexicon import NameForm, Namer
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.library import Shelf
from sourcebook.search.making import FORMAT as DOCUMENT_FORMAT
from sourcebook.search.making import Surroundings, document_of
from sourcebook.search.opening import LEXICON

FEW, MANY = 2_000, 20_000
"""Passages after which a change is committed: while people wait to see it, and while an index is made."""

Tell = Callable[[int, int], None]
"""Called with (done, of how many)."""


class Taken(Struct, kw_only=True):
    """What an indexer did."""

    put: int = 0
    gone: int = 0
    anew: bool = False
    """The whole index was made anew."""
    aside: dict[str, str] = {}
    """Why records could not be indexed, by reference."""


class Indexer:
    """Writes the index of one archive. Whoever calls holds the publishing lock."""

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

    def take(self, shelf: Shelf) -> Taken:
        """Bring the index up to where the library stands, anew where it is missing, damaged or of another making."""
        serving = self._generations.current()
        if serving is None or fingerprint_of(serving) != self.fingerprint or is_broken(serving):
            return self.make_anew(shelf)
        try:
            taken = self._follow(serving, shelf)
        except (BrokenIndexError, sqlite3.DatabaseError):
            return self.make_anew(shelf)
        return taken or self.make_anew(shelf)

    def make_anew(self, shelf: Shelf) -> Taken:
        """A new generation beside the one that serves, which it replaces when it is whole."""
        path = self._generations.begin(self.fingerprint)
        done = 0
        total = shelf.size()

        def counted() -> Iterator[Record]:
            nonlocal done
            for record in shelf.everything():
                done += 1
                self._tell(done, total)
                yield record

        with _Writing(path, self._analyser, self._namer, shelf, large=True) as writing:
            writing.put(counted(), MANY)
            writing.commit(shelf.taken_up_to())
        self._generations.serve(path)
        writing.taken.anew = True
        return writing.taken

    def _follow(self, path: Path, shelf: Shelf) -> Taken | None:
        """None where the index does not fit the library: it is of a log that went on differently, or lost records."""
        target = shelf.taken_up_to()
        with _Writing(path, self._analyser, self._namer, shelf) as writing:
            reader = writing.engine.reader()
            standing = reader.standing()
            if standing.taken_up_to > target:
                return None
            changed = (
                dict.fromkeys(shelf.changed_after(standing.taken_up_to))
                if standing.taken_up_to < target
                else {}
            )
            present = {identifier: shelf.of_identifier(identifier) for identifier in changed}
            gone = [identifier for identifier, record in present.items() if record is None]
            also = followers(reader, shelf, present)
            if gone:
                # What is withdrawn goes first, before anything that takes time.
                writing.gone(gone, standing.taken_up_to)
            records = [record for record in present.values() if record is not None]
            again = [record for reference in also if (record := shelf.published(reference)) is not None]
            self._put_counted(writing, records + [r for r in again if r.id not in present])
            if standing.taken_up_to < target:
                writing.commit(target)
            if writing.size() + len(writing.lexicon.set_aside()) + without_document(shelf) != shelf.size():
                return None
        return writing.taken

    def _put_counted(self, writing: "_Writing", records: list[Record]) -> None:
        def counted() -> Iterator[Record]:
            for done, record in enumerate(records, 1):
                yield record
                self._tell(done, len(records))

        writing.put(counted(), FEW)


def without_document(shelf: Shelf) -> int:
    """Published records that have no document: the archive's own."""
    return int(shelf.published("archive:archive") is not None)


class _Writing:
    """One generation open for writing; batches are committed, and what spoils one is found and set aside."""

    def __init__(
        self, path: Path, analyser: Analyser, namer: Namer, shelf: Shelf, *, large: bool = False
    ) -> None:
        self.engine: Engine = TantivyEngine(path, large=large, existing=not large)
        self.lexicon = LexiconFile(path / LEXICON, writing=True, new=large)
        self.taken = Taken(aside={})
        self._analyser = analyser
        self._namer = namer
        self._shelf = shelf
        self._standing = self.engine.reader().standing().taken_up_to

    def __enter__(self) -> "_Writing":
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.close()
        self.lexicon.close()

    def size(self) -> int:
        return self.engine.reader().standing().records

    def gone(self, identifiers: Iterable[str], taken_up_to: int) -> None:
        keys = [key_of(identifier) for identifier in identifiers]
        documents = self.engine.reader().documents(keys)
        self.engine.apply([], keys, taken_up_to)
        names: dict[str, tuple[()]] = {document.reference: () for document in documents.values()}
        self.lexicon.add({}, names, dict.fromkeys(identifiers, ("", "")))
        self.taken.gone += len(keys)

    def commit(self, taken_up_to: int) -> None:
        """Note how far the log is in."""
        self._standing = taken_up_to
        self.engine.apply([], [], taken_up_to)

    def put(self, records: Iterable[Record], most: int) -> None:
        batch: list[tuple[Record, Analysed]] = []
        seen: FormCounts = Counter()
        passages = 0
        for record in records:
            analysed = self._analysed(record, seen)
            if analysed is None:
                continue
            batch.append((record, analysed))
            passages += 1 + len(analysed.passages)
            if passages >= most:
                self._write(batch, seen)
                batch, seen, passages = [], Counter(), 0
        if batch:
            self._write(batch, seen)

    def _analysed(self, record: Record, seen: FormCounts) -> Analysed | None:
        try:
            surroundings = Surroundings(
                address=self._shelf.address(record),
                subjects=tuple(self._shelf.subjects_of(record.reference)) if record.kind == "source" else (),
                current=self._shelf.current,
            )
            document = document_of(record, surroundings)
            return None if document is None else analyse(document, self._analyser, seen)
        except Exception as error:
            self._set_aside(record, error)
            return None

    def _write(self, batch: list[tuple[Record, Analysed]], seen: FormCounts) -> None:
        before = self.engine.reader().documents([analysed.document.key for _, analysed in batch])
        names = {document.reference: list[NameForm]() for document in before.values()}
        names |= {record.reference: list(self._namer.names(record)) for record, _ in batch}
        self.lexicon.add(seen, names, {record.id: (record.reference, "") for record, _ in batch})
        try:
            self.engine.apply((analysed for _, analysed in batch), [], self._standing)
            self.taken.put += len(batch)
        except BrokenIndexError:
            if len(batch) > 1:
                for one in batch:
                    self._write([one], Counter())
                return
            # A document that the engine will not have, or an index that takes nothing any more.
            self.engine.apply([], [], self._standing)
            self._set_aside(batch[0][0], ValueError("the search engine did not take it"))

    def _set_aside(self, record: Record, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"[:300]
        self.lexicon.add({}, {record.reference: ()}, {record.id: (record.reference, reason)})
        self.engine.apply([], [key_of(record.id or record.reference)], self._standing)
        self.taken.aside[record.reference] = reason
