"""The sample archive, published once: its search answers in this process as in any server's."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from lxml import html

from sourcebook.archive_folder import ArchiveFolder, open_archive
from sourcebook.web.searching.routes import Reply, SearchRoutes

Answer = Callable[..., Any]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> ArchiveFolder:
    """Nobody may change it."""
    folder = tmp_path_factory.mktemp("sample") / "archive"
    subprocess.run(
        [sys.executable, "-m", "sourcebook.cli", "demo", str(folder), "--no-serve"],
        check=True,
        capture_output=True,
    )
    return open_archive(folder)


@pytest.fixture(scope="session")
def routes(sample: ArchiveFolder) -> SearchRoutes:
    return SearchRoutes(sample)


@pytest.fixture(scope="session")
def ask(routes: SearchRoutes) -> Callable[[str, str], Reply]:
    """Ask an address; there must be an answer."""

    def asked(path: str, query: str = "") -> Reply:
        reply = routes.answer(path, query)
        assert reply is not None, f"{path}?{query} is no address"
        return reply

    return asked


@pytest.fixture(scope="session")
def api(ask: Callable[[str, str], Reply]) -> Answer:
    """What the JSON interface says."""

    def answered(path: str, query: str = "") -> Any:
        reply = ask(path, query)
        assert reply.status == 200, reply.body
        return msgspec.json.decode(reply.body)

    return answered


@pytest.fixture(scope="session")
def page(ask: Callable[[str, str], Reply]) -> Answer:
    """A page of results as a tree."""

    def answered(path: str, query: str = "") -> Any:
        reply = ask(path, query)
        assert reply.status == 200
        return html.fromstring(reply.body)

    return answered
