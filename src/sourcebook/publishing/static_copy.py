"""A copy of all that is published, for any web host: the pages as they are, and a search that needs no server."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.errors import SourcebookError
from sourcebook.publishing.indexing.shelf import LibraryShelf
from sourcebook.publishing.library import PublishedLibrary, library_path
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.public_folder import page_path
from sourcebook.publishing.site import site_of
from sourcebook.reading_room.catalogue import PageCard
from sourcebook.reading_room.languages import choose
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.results import still_search
from sourcebook.reading_room.reading import Reading
from sourcebook.search.analysis.russian import cases
from sourcebook.search.documents import RecordDocument
from sourcebook.search.making import Surroundings, document_of
from sourcebook.search.names.naming import spellings
from sourcebook.search.static_copy import misspellings, write_bundles
from sourcebook.search.words.stop_words import AS_WRITTEN

PACKED = (".br", ".gz", ".to", ".gone")
"""What lies beside pages for our own server; other hosts pack for themselves, and moved pages say so themselves."""
Progress = Callable[[str, int, int], None]


class StaticCopyError(SourcebookError):
    """The copy cannot be written there."""


def write_static_copy(archive: ArchiveFolder, folder: Path, *, progress: Progress | None = None) -> int:
    """Write the copy to a folder that does not exist yet or is empty; how many files it has.

    It is written aside and takes its name when it is whole.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StaticCopyError(f"{folder} is not empty: name a folder that does not exist yet.")
    tell = progress or _silent
    aside = folder.with_name(f".{folder.name}.aside")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        with publishing_lock(archive.access):
            count = _copy(archive.public, aside, tell)
            with PublishedLibrary(library_path(archive.access), read_only=True) as library:
                count += _search(archive, library, aside, tell)
        if folder.exists():
            folder.rmdir()
        os.replace(aside, folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return count


def _silent(step: str, done: int, total: int) -> None:
    """Nobody watches."""


def _copy(public: Path, target: Path, tell: Progress) -> int:
    names = [
        Path(folder, name).relative_to(public)
        for folder, _, files in os.walk(public)
        for name in files
        if not name.startswith(".") and not name.endswith(PACKED)
    ]
    for number, name in enumerate(names, 1):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(public / name, target / name)
        if number % 500 == 0 or number == len(names):
            tell("copy", number, len(names))
    return len(names)


def _search(archive: ArchiveFolder, library: PublishedLibrary, target: Path, tell: Progress) -> int:
    """The index, and the page that asks it, in each language of the interface."""
    site = site_of(archive)
    shelf = LibraryShelf(library)
    bundles = write_bundles(
        list(_documents(shelf)),
        target,
        interface=site.languages,
        names_of=partial(_names_of, shelf, {}),
        title_of=lambda document, language: choose(document.title, language, site.languages).text,
        told=partial(tell, "index"),
    )
    for language in site.languages:
        leaf = Leaf(site, Reading(library, {}), PageCard("search", "", language))
        path = page_path(target, leaf.address("/search/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(still_search(leaf, bundles, AS_WRITTEN))
    return len(site.languages) + sum(1 for file in (target / "pagefind").rglob("*") if file.is_file())


def _documents(shelf: LibraryShelf) -> Iterator[RecordDocument]:
    for record in shelf.everything():
        surroundings = Surroundings(
            address=shelf.address(record),
            subjects=tuple(shelf.subjects_of(record.reference)),
            current=shelf.current,
        )
        document = document_of(record, surroundings)
        if document is not None:
            yield document


def _names_of(shelf: LibraryShelf, known: dict[str, list[str]], reference: str) -> list[str]:
    """All names and romanisations of a thing, their misspellings, and the cases of its Russian names."""
    if reference not in known:
        record = shelf.published(shelf.current(reference))
        names = getattr(record, "names", ())
        made = [one.text for name in names for one in spellings(name, widely=True)]
        slips = [one for text in (*(name.text for name in names), *made) for one in misspellings(text)]
        russian = [case for name in names if name.language in ("", "ru") for case in cases(name.text)]
        known[reference] = list(dict.fromkeys([*(name.text for name in names), *made, *slips, *russian]))
    return known[reference]
