"""A database with all migrations run, made once at set-up and copied for each new archive.

Running them takes some ten seconds of processor time; copying the result takes none.
"""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sourcebook.archive_folder import SETTINGS, ArchiveFolder
from sourcebook.errors import SourcebookError
from sourcebook.web.desk import configure

TEMPLATE = Path(__file__).parent / "template" / "desk.sqlite3"

Tell = Callable[[str], None]


class DatabaseError(SourcebookError):
    """The desk's database is there already, or is not as this release needs it."""


def fingerprint() -> int:
    """A number of 31 bits that stands for all migrations of all installed apps, their text included."""
    from django.apps import apps

    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            digest.update(f"{app.label}/{file.name}\n".encode())
            digest.update(file.read_bytes())
    return int.from_bytes(digest.digest()[:4], "big") >> 1


def made_for(path: Path) -> int:
    """The fingerprint of the migrations that a database was made with; 0 where it does not say."""
    with closing(sqlite3.connect(path)) as database:
        number: int = database.execute("PRAGMA user_version").fetchone()[0]
    return number


@contextmanager
def _default_database(path: Path) -> Iterator[None]:
    """Let Django's own database be this file for a while, because Wagtail's migrations know no other."""
    from django.db import connection

    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def migrate_into(path: Path) -> None:
    """Run all migrations on the SQLite file, which is made where it is not there."""
    from django.core.management import call_command

    with _default_database(path):
        call_command("migrate", verbosity=0, interactive=False)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute(f"PRAGMA user_version={fingerprint()}")


def build_template(path: Path = TEMPLATE) -> None:
    """Make the template anew, aside, and put it in its place when it is whole."""
    from django.apps import apps

    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        (Path(folder) / SETTINGS).touch()
        if not apps.ready:
            configure(Path(folder))
        aside = Path(folder) / "template.sqlite3"
        migrate_into(aside)
        with closing(sqlite3.connect(aside)) as database:
            # A file without a journal beside it, so that a copy of the one file is a copy of the whole.
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("VACUUM")
        aside.replace(path)


def new_database(archive: ArchiveFolder, tell: Tell = lambda sentence: None) -> None:
    """Make the desk's database of a new archive; Django must be set up for it. An existing one is refused."""
    from django.core.management import call_command

    if archive.settings.database:
        tell("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        return
    if archive.database.exists():
        raise DatabaseError(f"There is a database already: {archive.database}. Nothing was changed.")
    if TEMPLATE.is_file() and made_for(TEMPLATE) == fingerprint():
        shutil.copyfile(TEMPLATE, archive.database)
        return
    tell("Preparing the database, which takes a few seconds …")
    migrate_into(archive.database)
