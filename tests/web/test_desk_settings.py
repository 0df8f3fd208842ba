"""The archive's folder, its settings and its secret."""

import stat
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings

from sourcebook.archive_folder import ArchiveFolderError, make_archive_folder, open_archive
from sourcebook.web.databases import database_of
from sourcebook.web.desk import configure


def test_a_folder_without_settings_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveFolderError, match="sourcebook new"):
        open_archive(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("address = ", "cannot be read"),
        ("address = 5", "Expected `str`, got `int`"),
        ('colour = "red"', "Known are address"),
        (b"\xff", "cannot be read"),
    ],
)
def test_settings_that_make_no_sense_are_told_in_a_sentence(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    (tmp_path / "archive.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ArchiveFolderError, match=words) as told:
        open_archive(tmp_path)
    assert "archive.toml" in str(told.value)


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    archive = make_archive_folder(tmp_path / "new", address="https://example.org/")
    assert archive.secret() == archive.secret() != ""
    assert stat.S_IMODE(archive.secret_file.stat().st_mode) == 0o600
    assert archive.address == "https://example.org"
    assert [file.name for file in archive.folder.glob("secret*")] == ["secret"]


def test_masters_lie_by_checksum(tmp_path: Path) -> None:
    archive = make_archive_folder(tmp_path / "new", address="http://127.0.0.1:8000")
    assert archive.master("ab" + "0" * 62) == archive.inbox / "ab" / ("ab" + "0" * 62)


def test_one_setting_names_a_postgresql(tmp_path: Path) -> None:
    settings_file = tmp_path / "archive.toml"
    settings_file.write_text('database = "postgres://anna:p%40ss@db.example.org:5433/moments"')
    if find_spec("psycopg"):
        database = database_of(open_archive(tmp_path))
        assert database["ENGINE"] == "django.db.backends.postgresql"
        assert (database["USER"], database["PASSWORD"], database["PORT"]) == ("anna", "p@ss", "5433")
    else:
        with pytest.raises(ArchiveFolderError, match="psycopg"):
            database_of(open_archive(tmp_path))
    settings_file.write_text('database = "mysql://x/y"')
    with pytest.raises(ArchiveFolderError, match="postgres://"):
        database_of(open_archive(tmp_path))


def test_a_process_works_on_one_archive(tmp_path: Path) -> None:
    make_archive_folder(tmp_path / "other", address="http://127.0.0.1:8000")
    with pytest.raises(ArchiveFolderError, match="another archive"):
        configure(tmp_path / "other")


@pytest.mark.django_db
def test_sqlite_is_set_up_for_many_readers_and_a_writer() -> None:
    from django.db import connection

    def pragma(name: str) -> object:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {name}")
            return cursor.fetchone()[0]

    assert (pragma("journal_mode"), pragma("foreign_keys"), pragma("busy_timeout")) == ("wal", 1, 30_000)
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_nothing_is_shown_to_strangers() -> None:
    assert not settings.DEBUG
    assert settings.SESSION_COOKIE_HTTPONLY
    assert "*" not in settings.ALLOWED_HOSTS
