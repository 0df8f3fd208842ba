"""The setting `database` names PostgreSQL, or says in a sentence why it cannot."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from sourcebook.archive_folder import ArchiveFolder, ArchiveFolderError, Settings
from sourcebook.web.databases import database_of


def archive(database: str) -> ArchiveFolder:
    return ArchiveFolder(folder=Path("an-archive"), settings=Settings(database=database))


def test_the_database_lies_in_the_folder() -> None:
    assert database_of(archive(""))["NAME"] == "an-archive/desk.sqlite3"


def test_another_address_is_refused() -> None:
    with pytest.raises(ArchiveFolderError, match="must look like"):
        database_of(archive("mysql://localhost/name"))


@pytest.mark.skipif(find_spec("psycopg") is not None, reason="psycopg is installed here")
def test_postgresql_needs_its_driver() -> None:
    with pytest.raises(ArchiveFolderError, match="psycopg is missing"):
        database_of(archive("postgres://anna:secret@localhost/name"))
