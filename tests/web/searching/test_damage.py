"""An index that cannot be read shuts the search with a sentence, and is made anew; a question cannot do that."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sourcebook.archive_folder import ArchiveFolder, open_archive
from sourcebook.search.engines.tantivy import BrokenIndexError
from sourcebook.search.generations import Generations, is_broken
from sourcebook.web.searching.routes import SearchRoutes

ADDRESSES = (
    ("/search/", "q=speech"),
    ("/api/search", "q=speech"),
    ("/api/within", "record=source:secret-speech&q=speech"),
    ("/api/suggest", "q=spee"),
)


@pytest.fixture
def archive(sample: ArchiveFolder, tmp_path: Path) -> ArchiveFolder:
    """One that may be damaged."""
    folder = tmp_path / "archive"
    shutil.copytree(sample.folder, folder, symlinks=True)
    return open_archive(folder)


def serving(archive: ArchiveFolder) -> Path:
    generation = Generations(archive.index).current()
    assert generation is not None
    return generation


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_a_lexicon_that_is_cut_off_while_it_serves(archive: ArchiveFolder) -> None:
    routes = SearchRoutes(archive)
    for path, query in ADDRESSES:
        assert routes.answer(path, query).status in (200, 404)  # type: ignore[union-attr]
    cut(serving(archive) / "lexicon.sqlite3")
    for path, query in ADDRESSES:
        reply = routes.answer(path, query.replace("q=spee", "q=hungar"))
        assert reply is not None
        assert reply.status == 503
        assert b"Traceback" not in reply.body
    assert is_broken(serving(archive))


@pytest.mark.parametrize("pattern", ["meta.json", "*.store", "*.term", "*.idx", "*.fast"])
def test_files_that_are_cut_off(archive: ArchiveFolder, pattern: str) -> None:
    for file in serving(archive).rglob(pattern):
        cut(file)
    routes = SearchRoutes(archive)
    for path, query in ADDRESSES:
        reply = routes.answer(path, query)
        assert reply is not None
        assert reply.status == 503
    assert is_broken(serving(archive))


def test_files_that_are_gone_while_they_serve(archive: ArchiveFolder) -> None:
    routes = SearchRoutes(archive)
    assert routes.answer("/search/", "q=speech").status == 200  # type: ignore[union-attr]
    shutil.rmtree(serving(archive) / "records")
    time.sleep(0.2)
    replies = [routes.answer("/search/", f"q={word}") for word in ("speech", "stalin") * 20]
    assert {reply.status for reply in replies if reply} <= {200, 503}
    last = replies[-1]
    assert last is not None
    assert last.status == 503
    assert is_broken(serving(archive))


def test_a_question_that_the_engine_stumbles_over_shuts_nothing(
    archive: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No such question is known; one is made."""
    routes = SearchRoutes(archive)
    room: Callable[..., object] = type(routes._room).search

    def stumbling(self: object, leaf: object, asked: object, *more: object) -> object:
        if "stumble" in asked.query:  # type: ignore[attr-defined]
            raise BrokenIndexError("a pattern that is too long")
        return room(self, leaf, asked, *more)

    monkeypatch.setattr(type(routes._room), "search", stumbling)
    assert routes.answer("/search/", "q=stumble").status == 503  # type: ignore[union-attr]
    assert routes.answer("/search/", "q=speech").status == 200  # type: ignore[union-attr]
    assert not is_broken(serving(archive))
