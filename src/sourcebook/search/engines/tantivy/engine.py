"""The engine: two folders, one writer, searchers that follow the commits."""

import os
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from tantivy import Index, IndexWriter, Schema

from sourcebook.search.engine import Analysed
from sourcebook.search.engines.tantivy.guarding import BrokenIndexError, guarded
from sourcebook.search.engines.tantivy.reader import TantivyReader
from sourcebook.search.engines.tantivy.schema import (
    STATE,
    made,
    passage_row,
    passage_schema,
    record_row,
    record_schema,
    register,
    state_row,
)

SMALL_HEAP, LARGE_HEAP = 30_000_000, 200_000_000
"""Bytes that a writer fills before it writes a segment: for what is published now and then, and to make an index."""
BEHIND = 0.1
"""Seconds after which a reader looks for newer commits."""


class TantivyEngine:
    """`folder` holds `records/` and `passages/`; they are made where they are missing, unless `existing` forbids it."""

    def __init__(self, folder: Path, *, large: bool = False, existing: bool = False) -> None:
        self.folder = folder
        self._heap, self._threads = (LARGE_HEAP, 2) if large else (SMALL_HEAP, 1)
        self._schemas = (record_schema(), passage_schema())
        self._writers: tuple[IndexWriter, IndexWriter] | None = None
        self._looked = 0.0
        self._reader: TantivyReader | None = None
        self._seen: tuple[object, ...] = ()
        """Of which commits the reader reads."""
        with guarded():
            self._records = _opened(folder / "records", self._schemas[0], existing)
            self._passages = _opened(folder / "passages", self._schemas[1], existing)

    def apply(self, put: Iterable[Analysed], gone: Collection[int], taken_up_to: int) -> None:
        """Passages are committed first: a record that is found has its passages; hits without a record are dropped."""
        records, passages = self._writing()
        record_kind, passage_kind = self._schemas
        try:
            with guarded():
                for key in gone:
                    records.delete_documents_by_term("owner", str(key))
                    passages.delete_documents_by_term("owner", str(key))
                for analysed in put:
                    owner = str(analysed.document.key)
                    records.delete_documents_by_term("owner", owner)
                    passages.delete_documents_by_term("owner", owner)
                    records.add_document(made(record_row(analysed), record_kind))
                    for passage, tokens in zip(analysed.document.passages, analysed.passages, strict=True):
                        passages.add_document(
                            made(passage_row(analysed.document, passage, tokens), passage_kind)
                        )
                for writer, schema in ((passages, passage_kind), (records, record_kind)):
                    writer.delete_documents_by_term("role", STATE)
                    writer.add_document(made(state_row(taken_up_to), schema))
                    writer.commit()
        except BaseException:
            # A writer that failed keeps silent about all that follows until it is rolled back; a new one is surer.
            self._writers = None
            for writer in (passages, records):
                with guarded():
                    writer.rollback()
            raise
        self._looked = 0.0

    def _writing(self) -> tuple[IndexWriter, IndexWriter]:
        if self._writers is None:
            with guarded():
                self._writers = (
                    self._records.writer(self._heap, self._threads),
                    self._passages.writer(self._heap, self._threads),
                )
        return self._writers

    def reader(self) -> TantivyReader:
        now = time.monotonic()
        if self._reader is None or now - self._looked >= BEHIND:
            with guarded():
                newest = tuple(map(_commit, (self.folder / "records", self.folder / "passages")))
                if self._reader is None or newest != self._seen:
                    for index in (self._records, self._passages):
                        index.reload()
                    self._reader = TantivyReader(
                        self._records.searcher(), self._passages.searcher(), self._schemas
                    )
                    self._seen = newest
            self._looked = now
        return self._reader

    def close(self) -> None:
        """Give the writer's lock back, after merges that are under way: dropped ones would leave ever more segments."""
        writers, self._writers = self._writers, None
        for writer in writers or ():
            with guarded():
                writer.wait_merging_threads()


def _commit(folder: Path) -> object:
    """What tells one commit from another: each puts a new file in place of this one."""
    state = os.stat(folder / "meta.json")
    return state.st_ino, state.st_mtime_ns, state.st_size


def _opened(folder: Path, schema: Schema, existing: bool) -> Index:
    if existing and not Index.exists(str(folder)):
        raise BrokenIndexError(f"{folder.name} is missing")
    folder.mkdir(parents=True, exist_ok=True)
    # Readers of other processes are told by `reload`: the thread that watches for commits does not outlive a fork.
    index = register(Index(schema, path=str(folder), reuse=True))
    index.config_reader("manual", 0)
    return index
