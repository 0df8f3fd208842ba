"""One generation of the index, open for writing: batches are committed, and what spoils one is found and set aside."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from sourcebook.record import Record
from sourcebook.search.analysing import Analyser
from sourcebook.search.engine import Analysed, Engine
from sourcebook.search.engines.tantivy import BrokenIndexError, TantivyEngine
from sourcebook.search.indexing.taken import Taken
from sourcebook.search.indexing.tokens import FormCounts, analyse
from sourcebook.search.keys import key_of
from sourcebook.search.lexicon import NameForm, Namer
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.library import Shelf
from sourcebook.search.making import Surroundings, document_of
from sourcebook.search.opening import LEXICON


class Writing:
    """One generation open for writing; batches are committed, and what spoils one is found and set aside."""

    def __init__(
        self, path: Path, analyser: Analyser, namer: Namer, shelf: Shelf, *, new: bool = False
    ) -> None:
        self.engine: Engine = TantivyEngine(path, large=new, existing=not new)
        self.lexicon = LexiconFile(path / LEXICON, writing=True, new=new)
        self.taken = Taken(aside={})
        self._analyser = analyser
        self._namer = namer
        self._shelf = shelf
        self._standing = self.engine.reader().standing().taken_up_to

    def __enter__(self) -> "Writing":
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.close()
        self.lexicon.close()

    def size(self) -> int:
        return self.engine.reader().standing().records

    def gone(self, identifiers: Sequence[str]) -> None:
        keys = [key_of(identifier) for identifier in identifiers]
        documents = self.engine.reader().documents(keys)
        self.engine.apply([], keys, self._standing)
        names: dict[str, tuple[()]] = {document.reference: () for document in documents.values()}
        self.lexicon.add({}, names, dict.fromkeys(identifiers, ("", "")))
        self.taken.gone += len(keys)

    def put(self, records: Iterable[Record], most: int, *, up_to: int) -> None:
        """Index records, in changes of about `most` passages; with the last the log is in up to a number."""
        batch: list[tuple[Record, Analysed]] = []
        seen: FormCounts = Counter()
        passages = 0
        for record in records:
            analysed = self._analysed(record, seen)
            if analysed is None:
                continue
            if passages >= most:
                self._write(batch, seen)
                batch, seen, passages = [], Counter(), 0
            batch.append((record, analysed))
            passages += 1 + len(analysed.passages)
        self._write(batch, seen, up_to)

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

    def _write(
        self, batch: list[tuple[Record, Analysed]], seen: FormCounts, up_to: int | None = None
    ) -> None:
        before = self.engine.reader().documents([analysed.document.key for _, analysed in batch])
        names = {document.reference: list[NameForm]() for document in before.values()}
        names |= {record.reference: list(self._namer.names(record)) for record, _ in batch}
        self.lexicon.add(seen, names, {record.id: (record.reference, "") for record, _ in batch})
        standing = self._standing if up_to is None else up_to
        try:
            self.engine.apply((analysed for _, analysed in batch), [], standing)
        except BrokenIndexError:
            if not batch:
                raise
            self._one_by_one(batch, standing)
            return
        self._standing = standing
        self.taken.put += len(batch)

    def _one_by_one(self, batch: list[tuple[Record, Analysed]], standing: int) -> None:
        """Find what the engine will not have; an index that takes nothing any more fails here."""
        if len(batch) == 1:
            self._set_aside(batch[0][0], ValueError("the search engine did not take it"))
        else:
            for one in batch:
                self._write([one], Counter())
        self.engine.apply([], [], standing)
        self._standing = standing

    def _set_aside(self, record: Record, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"[:300]
        self.lexicon.add({}, {record.reference: ()}, {record.id: (record.reference, reason)})
        self.engine.apply([], [key_of(record.id or record.reference)], self._standing)
        self.taken.aside[record.reference] = reason
