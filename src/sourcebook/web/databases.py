"""Which database holds the desk, and how it is set up."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote, urlsplit

from sourcebook.archive_folder import ArchiveFolder, ArchiveFolderError

_ON_OPENING = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000; "
    "PRAGMA temp_store=MEMORY;"
)


def database_of(archive: ArchiveFolder) -> dict[str, Any]:
    """Django's settings of the archive's database: SQLite in its folder, or the PostgreSQL `archive.toml` names."""
    address = archive.settings.database
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(archive.database),
            "OPTIONS": {
                # Writers queue from the start of a transaction, so that none fails half-way for want of the lock.
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": _ON_OPENING,
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ArchiveFolderError(
            "The setting `database` in archive.toml must look like postgres://user:password@host:5432/name."
        )
    if find_spec("psycopg") is None:
        raise ArchiveFolderError(
            "The setting `database` in archive.toml names PostgreSQL, for which the package psycopg is missing: "
            "install it beside Sourcebook, or take the setting out."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
