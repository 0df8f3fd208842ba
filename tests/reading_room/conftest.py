"""The sample of one of everything, baked once for all tests of a worker."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcebook.reading_room import makers
from sourcebook.reading_room.baking import Baked, bake
from tests.reading_room.library import MemoryLibrary
from tests.reading_room.sample import make_files, records, sample_site


@pytest.fixture(scope="session")
def access(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("access")
    make_files(folder)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def library(access: Path) -> MemoryLibrary:
    made = MemoryLibrary(sample_site(access))
    for record in records():
        made.publish(record)
    return made


@pytest.fixture(scope="session")
def baked(library: MemoryLibrary) -> dict[str, Baked]:
    """Every page that exists, by address."""
    pages = bake(library, library.addresses(), makers(library.site))
    return {page.address: page for page in pages if page.files}
