from pathlib import Path

import pytest

import sourcebook
from sourcebook.ingest.folder import read
from tests.search.room import SearchRoom


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> SearchRoom:
    """The sample archive, searchable."""
    folder = Path(sourcebook.__file__).parent / "demo_archive"
    return SearchRoom(tmp_path_factory.mktemp("demo-index"), read(folder).records.values())
