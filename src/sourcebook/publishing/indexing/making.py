"""Taking the log into the search index, and making the index anew."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.indexing.shelf import LibraryShelf
from sourcebook.publishing.library import PublishedLibrary, library_path
from sourcebook.publishing.lock import publishing_lock
from sourcebook.search.analysis import LanguageAnalyser
from sourcebook.search.indexing import Indexer, Taken
from sourcebook.search.indexing.indexer import Tell
from sourcebook.search.names.naming import RecordNamer

AT_ONCE = 2_000
"""Records: the index of a smaller archive is made anew while the publisher waits, that of a larger one beside it."""


@cache
def _analyser() -> LanguageAnalyser:
    """One a process: it remembers the words it has seen."""
    return LanguageAnalyser()


_namer = cache(RecordNamer)


def indexer_of(archive: ArchiveFolder, tell: Tell | None = None) -> Indexer:
    return Indexer(archive.index, _analyser(), _namer(), tell=tell)


def take_in(
    archive: ArchiveFolder, library: PublishedLibrary, *, full: bool, tell: Tell | None = None
) -> Taken:
    """The index follows the library, under the publishing lock; made anew where that is asked for or soon done."""
    indexer, shelf = indexer_of(archive, tell), LibraryShelf(library)
    taken = Taken(due=True) if full else indexer.take(shelf)
    if taken.due and (full or not indexer.serves() or shelf.size() <= AT_ONCE):
        return indexer.make_anew(shelf, lambda: nullcontext(shelf))
    return taken


def make_anew(archive: ArchiveFolder, tell: Tell | None = None) -> Taken:
    """Beside the serving index and without the publishing lock, which is taken at the end only."""
    path = library_path(archive.access)
    with PublishedLibrary(path) as library, library.one_state():
        return indexer_of(archive, tell).make_anew(LibraryShelf(library), lambda: _at_last(archive))


@contextmanager
def _at_last(archive: ArchiveFolder) -> Iterator[LibraryShelf]:
    with publishing_lock(archive.access), PublishedLibrary(library_path(archive.access)) as library:
        yield LibraryShelf(library)
