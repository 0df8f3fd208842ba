"""The index as server processes have it: always the generation that serves, reopened when another takes its place."""

import sqlite3
import time
from pathlib import Path
from threading import Lock

from sourcebook.errors import SourcebookError
from sourcebook.search.asking import Filters
from sourcebook.search.engine import Reader
from sourcebook.search.engines.tantivy import BrokenIndexError, TantivyEngine
from sourcebook.search.engines.tantivy.engine import BEHIND
from sourcebook.search.generations import Generations, is_broken, say_broken
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.matching import EVERYTHING

LEXICON = "lexicon.sqlite3"


class NoIndexError(SourcebookError):
    """There is no index to read."""

    def __init__(self) -> None:
        super().__init__("The search index is being made. Try again in a little while.")


class ServingIndex:
    """Reads one archive's index; may be asked from many threads, and must be made after a fork.

    `reader` and `lexicon` raise NoIndexError while there is no index, or none that can be read: then it is made anew by
    whoever publishes next.
    """

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder)
        self._lock = Lock()
        self._looked = float("-inf")
        self._open: tuple[Path, TantivyEngine, LexiconFile] | None = None

    def reader(self) -> Reader:
        """The newest committed state, at most 100 ms old."""
        path, engine, _ = self._opened()
        try:
            return engine.reader()
        except BrokenIndexError as error:
            self.damaged(path)
            raise NoIndexError from error

    @property
    def lexicon(self) -> LexiconFile:
        return self._opened()[2]

    @property
    def generation(self) -> str:
        """The name of the generation that is read."""
        return self._opened()[0].name

    def damaged(self, path: Path | None = None) -> None:
        """Say that an answer could not be read: the index is to be made anew."""
        with self._lock:
            if path is None and self._open is not None:
                path = self._open[0]
            if path is not None:
                say_broken(path)
            self._open, self._looked = None, float("-inf")

    def doubt(self) -> None:
        """Say that something failed while it was read. It is damaged if it cannot be opened anew and read: else one
        question that the engine stumbles over would shut the search for everybody.
        """
        try:
            path, _, lexicon = self._opened()
        except NoIndexError:
            return
        try:
            again = TantivyEngine(path, existing=True).reader()
            again.standing()
            for ranked in again.records(EVERYTHING, Filters(), limit=1).first:
                again.documents([ranked.key])
            again.passage_documents([one.id for one in again.passages(EVERYTHING, Filters(), limit=1)])
            lexicon.prove()
        except (BrokenIndexError, sqlite3.DatabaseError):
            self.damaged(path)

    def _opened(self) -> tuple[Path, TantivyEngine, LexiconFile]:
        with self._lock:
            now = time.monotonic()
            if self._open is None or now - self._looked >= BEHIND:
                self._looked = now
                path = self._generations.current()
                if path is None or is_broken(path):
                    self._open = None
                    raise NoIndexError
                if self._open is None or self._open[0] != path:
                    self._open = self._open_generation(path)
            return self._open

    def _open_generation(self, path: Path) -> tuple[Path, TantivyEngine, LexiconFile]:
        try:
            return path, TantivyEngine(path, existing=True), LexiconFile(path / LEXICON)
        except Exception as error:
            say_broken(path)
            raise NoIndexError from error
