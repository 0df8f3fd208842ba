"""An archive that another release made: told before its database is asked, brought up to date aside.

Migrations run on a copy. The old database is kept under another name and the copy takes its place, whole or not at all.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.masters.inbox import sync_folder
from sourcebook.publishing.lock import alone
from sourcebook.web.template_database import TEMPLATE, DatabaseError, fingerprint, made_for, migrate_into

Tell = Callable[[str], None]


def refuse_other_release(archive: ArchiveFolder) -> None:
    """A DatabaseError where the desk's database is not as this release needs it; Django must be set up."""
    if not is_current(archive):
        raise DatabaseError(
            "Another release of Sourcebook made this archive's database: stop its server, then run "
            "`sourcebook upgrade`, which keeps the old one."
        )


def surely_current(archive: ArchiveFolder) -> bool:
    """Whether the database is as the installation's template, which is seen without Django; false means nothing."""
    return (
        not archive.settings.database
        and TEMPLATE.is_file()
        and made_for(_found(archive)) == made_for(TEMPLATE)
    )


def is_current(archive: ArchiveFolder) -> bool:
    if archive.settings.database:
        return not any(_waiting_and_unknown())
    return made_for(_found(archive)) == fingerprint()


def upgrade_database(archive: ArchiveFolder, begun: Path, tell: Tell) -> Path | None:
    """Bring the database to the form that this release needs; the answer is where the old one is kept.

    The file `begun` is there from before the database changes, so that what follows is not forgotten.

    A DatabaseError where a later release made it, where the archive is being served, or where a migration fails; then
    nothing has changed. A PostgreSQL database is migrated where it is, each migration in a transaction, and keeping a
    copy is for its administrator.
    """
    from django.core.management import call_command

    try:
        with alone(archive.access):
            _, unknown = _waiting_and_unknown()
            if unknown:
                raise DatabaseError(
                    f"A later release made this database (it knows {', '.join(sorted(unknown)[:3])}): "
                    "install that release. Nothing was changed."
                )
            if not archive.settings.database:
                return _upgrade_file(archive.database, begun, tell)
            begun.touch()
            tell("Bringing the database up to date …")
            call_command("migrate", verbosity=0, interactive=False)
            return None
    except BlockingIOError as error:
        raise DatabaseError(
            "The archive is being served: stop the server and its workers, then run this again."
        ) from error


def _upgrade_file(database: Path, begun: Path, tell: Tell) -> Path:
    from django.db import connection

    connection.close()
    aside = database.with_name(f"{database.name}.upgrading")
    for leftover in database.parent.glob(f"{aside.name}*"):
        leftover.unlink()
    tell("Copying the database …")
    with closing(sqlite3.connect(database, timeout=5)) as old:
        try:
            # Then the one file is the whole of the old database. SQLite refuses it while anybody else has the database
            # open, also a release that does not know our lock: it would go on to write beside the new one.
            old.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            raise DatabaseError(
                "Something else is using the database: stop it, then run this again."
            ) from error
        with closing(sqlite3.connect(aside)) as copy:
            old.backup(copy)
    tell("Bringing the copy up to date …")
    try:
        migrate_into(aside)
    except Exception as error:
        for leftover in database.parent.glob(f"{aside.name}*"):
            leftover.unlink()
        raise DatabaseError(
            f"The database could not be brought up to date ({error}). Nothing was changed."
        ) from error
    begun.touch()
    kept = _free_name(database)
    with aside.open("rb") as file:
        os.fsync(file.fileno())
    os.link(database, kept)
    aside.replace(database)
    sync_folder(database.parent)
    return kept


def _free_name(database: Path) -> Path:
    today = datetime.now(UTC).date().isoformat()
    names = (f"{database.stem}-before-{today}{f'-{number}' if number else ''}.sqlite3" for number in count())
    return next(path for path in map(database.with_name, names) if not path.exists())


def _waiting_and_unknown() -> tuple[list[str], list[str]]:
    """Migrations that the database still needs, and those it has had that this release does not know."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    loader = executor.loader
    waiting = executor.migration_plan(loader.graph.leaf_nodes())
    apps = {app for app, _ in loader.disk_migrations}
    unknown = [
        key for key in loader.applied_migrations if key not in loader.disk_migrations and key[0] in apps
    ]
    return [f"{migration.app_label}.{migration.name}" for migration, _ in waiting], [
        f"{app}.{name}" for app, name in unknown
    ]


def _found(archive: ArchiveFolder) -> Path:
    if not archive.database.exists():
        raise DatabaseError(
            f"There is no database {archive.database}: put a copy of it there, "
            "or make an archive with `sourcebook new`."
        )
    return archive.database
