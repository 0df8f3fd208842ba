"""An archive of an earlier release: refused in a sentence, brought up to date by `sourcebook upgrade`, nothing lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import COMMAND
from tests.live_desk import make_archive
from tests.web.talk import free_port, running

BACKWARDS = """
import sys
from pathlib import Path
from sourcebook.web.desk import configure
configure(Path(sys.argv[1]))
from django.core.management import call_command
call_command("migrate", "publishing", "0006", verbosity=0)
call_command("migrate", "authorities", "0003", verbosity=0)
from django.db import connection
connection.cursor().execute("PRAGMA user_version = 7")
"""
"""Takes an archive back to the form of an earlier release: no saved filters, no changes of many at once."""


def run(archive: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [*COMMAND, "--archive", str(archive), *words], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def contents(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one person published, as an earlier release left it."""
    material = tmp_path_factory.mktemp("material")
    (material / "people").mkdir()
    (material / "people/imre-nagy.md").write_text("---\nnames:\n- text: Imre Nagy\n  language: en\n---\n")
    folder = make_archive(tmp_path_factory.mktemp("old") / "archive", material)
    subprocess.run([sys.executable, "-c", BACKWARDS, str(folder)], check=True)
    return folder


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    folder = tmp_path / "archive"
    subprocess.run(["cp", "-a", str(made), str(folder)], check=True)
    return folder


def test_it_is_refused_and_then_brought_up_to_date(old: Path) -> None:
    before = contents(old / "desk.sqlite3")
    page = old / "public/people/imre-nagy/index.html"
    page.unlink()
    for words in (["publish"], ["serve", "--port", "1"]):
        status, told = run(old, *words)
        assert status == 1
        assert "Another release" in told
        assert "sourcebook upgrade" in told
    assert contents(old / "desk.sqlite3") == before

    status, told = run(old, "upgrade")
    assert status == 0, told
    (kept,) = old.glob("desk-before-*.sqlite3")
    assert kept.name in told
    assert contents(kept) == before
    assert "Imre Nagy" in page.read_text()

    # It was cut off after the database had changed places.
    (old / "access/upgrading").touch()
    page.unlink()
    assert "Pages changed: 1." in run(old, "upgrade")[1]
    assert "Imre Nagy" in page.read_text()

    port = free_port()
    with running([*COMMAND, "--archive", str(old), "serve", "--port", str(port)], port):
        with closing(sqlite3.connect(old / "desk.sqlite3")) as database:
            database.execute("PRAGMA user_version = 7")
        status, told = run(old, "upgrade")
    assert status == 1
    assert "being served" in told


def test_a_migration_that_fails_changes_nothing(old: Path) -> None:
    with closing(sqlite3.connect(old / "desk.sqlite3")) as database:
        database.execute("CREATE TABLE authorities_savedfilter (id INTEGER)")
    before = contents(old / "desk.sqlite3")
    status, told = run(old, "upgrade")
    assert status == 1
    assert "could not be brought up to date" in told
    assert contents(old / "desk.sqlite3") == before
    assert sorted(path.name for path in old.glob("desk*")) == ["desk.sqlite3"]


def test_whoever_has_the_database_open_keeps_it(old: Path) -> None:
    """As a server of a release that knows no lock of ours: it would go on writing into what was put away."""
    with closing(sqlite3.connect(old / "desk.sqlite3")) as database:
        database.execute("SELECT count(*) FROM django_migrations").fetchone()
        status, told = run(old, "upgrade")
    assert status == 1
    assert "Something else is using the database" in told
    assert [path.name for path in old.glob("desk*3")] == ["desk.sqlite3"]


def test_a_later_release_is_named(old: Path) -> None:
    with closing(sqlite3.connect(old / "desk.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('sources', '0999_later', '2030-01-01')"
        )
    status, told = run(old, "upgrade")
    assert status == 1
    assert "sources.0999_later" in told
    assert "install that release" in told
