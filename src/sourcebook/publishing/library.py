"""The library of published records: a projection of the log into one SQLite file beside the access copies.

It can be deleted and made again. It holds each live record, the entries it files, which page read what, and which
addresses are stale: to be baked because something they read has changed. All four change in one transaction, so that a
crash at any moment leaves work to do and nothing wrong. It is long because of that: one class holds the connection.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from msgspec import Struct

from sourcebook.reading_room.catalogue import PAGES, RECORDS, Entry, Published
from sourcebook.reading_room.reading import Publication, Withdrawal
from sourcebook.record import decode, digest

Filer = Callable[[Publication | Withdrawal], Iterable[Entry]]
"""What a record files, in the reading room's catalogues, and what it leaves there when it is withdrawn."""

Without = tuple[str, str]
"""What a thing filed as a record, and what it left when it was withdrawn: the references to look past."""


class LogEntry(Struct, frozen=True):
    """One line of the log as the library reads it; `data` is empty where it is a withdrawal."""

    number: int
    reference: str
    identifier: str
    data: bytes
    at: str
    """ISO 8601, UTC, whole seconds."""
    reason: str = ""
    """Of a withdrawal, for readers."""


class Filed(NamedTuple):
    """A card with its place under its heading."""

    sort: str
    reference: str
    number: int
    card: bytes


def library_path(access: Path) -> Path:
    """Where the library of an archive lies."""
    return access / "library.sqlite3"


_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS record (
    reference TEXT PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, data BLOB NOT NULL,
    first_published TEXT NOT NULL, last_published TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS withdrawn (
    identifier TEXT PRIMARY KEY, data BLOB NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS heading (
    id INTEGER PRIMARY KEY, catalogue TEXT NOT NULL, heading TEXT NOT NULL, UNIQUE (catalogue, heading));
CREATE TABLE IF NOT EXISTS entry (
    heading INTEGER NOT NULL, sort TEXT NOT NULL, reference TEXT NOT NULL, number INTEGER NOT NULL, card BLOB NOT NULL,
    PRIMARY KEY (heading, sort, reference, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_by_record ON entry (reference);
CREATE TABLE IF NOT EXISTS page (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS reading (page INTEGER NOT NULL, heading INTEGER NOT NULL,
    PRIMARY KEY (page, heading)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reading_by_heading ON reading (heading);
CREATE TABLE IF NOT EXISTS stale (address TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class PublishedLibrary:
    """One SQLite file; readers and one writer at a time. Implements the reading room's `Library`."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA cache_size = -65536")
        if read_only:
            self._db.execute("PRAGMA query_only = ON")
        else:
            self._db.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def version(self) -> int:
        """A number that changes whenever another connection has changed the library."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    # What pages see.

    def published(self, reference: str) -> Published | None:
        row = self._db.execute(
            "SELECT data, first_published, last_published FROM record WHERE reference = ?", (reference,)
        ).fetchone()
        return Published(*row) if row else None

    def cards(self, catalogue: str, heading: str, limit: int | None = None) -> Sequence[bytes]:
        return [filed.card for filed in self.filed(catalogue, heading, limit)]

    def filed(
        self, catalogue: str, heading: str, limit: int | None = None, *, without: Without = ("", "")
    ) -> list[Filed]:
        """The cards under a heading in order, but for those that one thing filed."""
        rows = self._db.execute(
            "SELECT sort, reference, number, card FROM heading JOIN entry ON entry.heading = heading.id"
            " WHERE heading.catalogue = ? AND heading.heading = ? AND reference NOT IN (?, ?)"
            " ORDER BY sort, reference, number LIMIT ?",
            (catalogue, heading, *without, -1 if limit is None else limit),
        )
        return list(map(Filed._make, rows))

    def held(self, identifier: str) -> tuple[str, str] | None:
        """Under which reference a thing is held, and the instant of its first publication."""
        found: tuple[str, str] | None = self._db.execute(
            "SELECT reference, first_published FROM record WHERE identifier = ?", (identifier,)
        ).fetchone()
        return found

    def addresses(self, *, without: Without = ("", "")) -> Iterator[str]:
        rows = self._db.execute(
            "SELECT heading FROM heading WHERE catalogue = ? AND EXISTS"
            " (SELECT 1 FROM entry WHERE entry.heading = heading.id AND reference NOT IN (?, ?))"
            " ORDER BY heading",
            (PAGES, *without),
        )
        return (row[0] for row in rows)

    # What the search index sees.

    def data_of(self, identifier: str) -> bytes:
        """The JSON form of a thing's record; empty where it is not published."""
        row = self._db.execute("SELECT data FROM record WHERE identifier = ?", (identifier,)).fetchone()
        return bytes(row[0]) if row else b""

    def everything(self) -> Iterator[bytes]:
        """The JSON form of every record, in the order of references."""
        return (bytes(row[0]) for row in self._db.execute("SELECT data FROM record ORDER BY reference"))

    def size(self) -> int:
        """How many records it holds."""
        return int(self._db.execute("SELECT count(*) FROM record").fetchone()[0])

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read the library as it is now, whatever others write meanwhile."""
        self._db.execute("BEGIN")
        try:
            self.taken_up_to  # noqa: B018 - the first look is what settles the state
            yield
        finally:
            self._db.execute("ROLLBACK")

    # Taking the log in.

    def state(self, name: str) -> str:
        row = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    @property
    def taken_up_to(self) -> int:
        """The number of the last log entry that it has taken in."""
        return int(self.state("taken_up_to") or 0)

    def take(self, entries: Iterable[LogEntry], filer: Filer) -> int:
        """Take log entries in, in order; the pages that read what they change become stale. Counts entries."""
        count = 0
        with self._transaction():
            for count, entry in enumerate(entries, 1):  # noqa: B007
                self._take(entry, filer)
                self._set("taken_up_to", str(entry.number))
        return count

    def _take(self, entry: LogEntry, filer: Filer) -> None:
        held = self._db.execute(
            "SELECT reference, first_published, data FROM record WHERE identifier = ?", (entry.identifier,)
        ).fetchone()
        touched: set[int] = set()
        first = entry.at
        if held:
            old_reference, first, old = held
            if not entry.data or old_reference != entry.reference:
                touched |= self._put(old_reference, ())
                self._db.execute("DELETE FROM record WHERE reference = ?", (old_reference,))
                touched.add(self._heading(RECORDS, old_reference))
        if held and not entry.data:
            touched |= self._bury(entry, old, filer)
        if entry.data:
            touched |= self._put(tomb(entry.identifier), ())
            self._db.execute("DELETE FROM withdrawn WHERE identifier = ?", (entry.identifier,))
            publication = Publication(decode(entry.data), first, entry.at)
            touched |= self._put(entry.reference, filer(publication))
            touched.add(self._heading(RECORDS, entry.reference))
            self._db.execute(
                "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)",
                (entry.reference, entry.identifier, entry.data, first, entry.at),
            )
        self._spoil(touched)

    def _bury(self, entry: LogEntry, data: bytes, filer: Filer) -> set[int]:
        """File what a withdrawn record leaves; under its identifier, because another may take its reference."""
        self._db.execute(
            "INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?, ?)",
            (entry.identifier, data, entry.at, entry.reason),
        )
        return self._put(tomb(entry.identifier), filer(Withdrawal(decode(data), entry.at, entry.reason)))

    def refile(self, filer: Filer) -> None:
        """File every record anew, as after a change of the reading room itself; every page becomes stale."""
        with self._transaction():
            rows = self._db.execute(
                "SELECT reference, data, first_published, last_published FROM record"
            ).fetchall()
            for reference, data, first, last in rows:
                self._put(reference, filer(Publication(decode(data), first, last)))
            for identifier, data, at, reason in self._db.execute("SELECT * FROM withdrawn").fetchall():
                self._put(tomb(identifier), filer(Withdrawal(decode(data), at, reason)))
            self._db.execute("INSERT OR IGNORE INTO stale SELECT address FROM page")
            self._db.execute(
                "INSERT OR IGNORE INTO stale SELECT heading FROM heading WHERE catalogue = ?", (PAGES,)
            )

    def _put(self, reference: str, entries: Iterable[Entry]) -> set[int]:
        """Replace what a record has filed; the answer is the headings under which anything differs."""
        before: dict[int, list[tuple[str, bytes]]] = defaultdict(list)
        for heading, sort, card in self._db.execute(
            "SELECT heading, sort, card FROM entry WHERE reference = ? ORDER BY heading, sort, number",
            (reference,),
        ):
            before[heading].append((sort, card))
        after: dict[int, list[tuple[str, bytes]]] = defaultdict(list)
        for entry in entries:
            after[self._heading(entry.catalogue, entry.heading)].append((entry.sort, entry.card))
        for cards in after.values():
            cards.sort(key=lambda card: card[0])
        touched = {
            heading for heading in before.keys() | after.keys() if before.get(heading) != after.get(heading)
        }
        self._db.executemany(
            "DELETE FROM entry WHERE reference = ? AND heading = ?",
            [(reference, heading) for heading in touched],
        )
        self._db.executemany(
            "INSERT INTO entry (heading, sort, reference, number, card) VALUES (?, ?, ?, ?, ?)",
            [
                (heading, sort, reference, number, card)
                for heading in touched
                for number, (sort, card) in enumerate(after.get(heading, ()))
            ],
        )
        return touched

    def _heading(self, catalogue: str, heading: str) -> int:
        found = self._db.execute(
            "SELECT id FROM heading WHERE catalogue = ? AND heading = ?", (catalogue, heading)
        ).fetchone()
        if found:
            return int(found[0])
        made = self._db.execute(
            "INSERT INTO heading (catalogue, heading) VALUES (?, ?)", (catalogue, heading)
        )
        return int(made.lastrowid or 0)

    def _spoil(self, headings: Iterable[int]) -> None:
        marks = [(heading,) for heading in headings]
        self._db.executemany(
            "INSERT OR IGNORE INTO stale SELECT address FROM reading JOIN page ON page.id = reading.page"
            " WHERE reading.heading = ?",
            marks,
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO stale SELECT heading FROM heading WHERE id = ? AND catalogue = ?",
            [(heading, PAGES) for (heading,) in marks],
        )

    # What the bakery asks and tells.

    def stale(self) -> list[str]:
        """Addresses to be baked, in order."""
        return [row[0] for row in self._db.execute("SELECT address FROM stale ORDER BY address")]

    def spoil_all(self) -> None:
        """Make every page stale that exists or might."""
        with self._transaction():
            self._db.execute("INSERT OR IGNORE INTO stale SELECT address FROM page")
            self._db.execute(
                "INSERT OR IGNORE INTO stale SELECT heading FROM heading WHERE catalogue = ?", (PAGES,)
            )

    def asked_for(self, addresses: Iterable[str], but_by: Collection[str]) -> set[str]:
        """Those of the addresses at which other records than these references have a page."""
        return {
            row[0]
            for row in self._db.execute(
                "SELECT heading.heading FROM heading JOIN entry ON entry.heading = heading.id"
                " WHERE catalogue = ? AND heading.heading IN (SELECT value FROM json_each(?))"
                " AND entry.reference NOT LIKE 'withdrawn %'"
                " AND entry.reference NOT IN (SELECT value FROM json_each(?))",
                (PAGES, json.dumps(list(addresses)), json.dumps(list(but_by))),
            )
        }

    def records_of(self, identifiers: Iterable[str]) -> dict[str, bytes]:
        """The records with these permanent identifiers, by them, as they stand in the reading room."""
        rows = self._db.execute(
            "SELECT identifier, data FROM record WHERE identifier IN (SELECT value FROM json_each(?))",
            (json.dumps(list(identifiers)),),
        )
        return dict(rows.fetchall())

    def distrust(self, addresses: Iterable[str]) -> None:
        """What stands at these addresses is not what was baked last: bake them anew."""
        with self._transaction():
            marks = [(address,) for address in addresses]
            self._db.executemany(
                "INSERT INTO page (address, digest) VALUES (?, 'taken down')"
                " ON CONFLICT (address) DO UPDATE SET digest = excluded.digest",
                marks,
            )
            self._db.executemany("INSERT OR IGNORE INTO stale VALUES (?)", marks)

    def digests(self, addresses: Sequence[str]) -> dict[str, str]:
        """What was baked last, by address."""
        wanted = json.dumps(list(addresses))
        return dict(
            self._db.execute(
                "SELECT address, digest FROM page WHERE address IN (SELECT value FROM json_each(?))",
                (wanted,),
            )
        )

    def baked(self, pages: Iterable[tuple[str, str, frozenset[tuple[str, str]]]]) -> None:
        """Note (address, digest, what it read) of pages whose files are in place; an empty digest is no page."""
        with self._transaction():
            for address, page_digest, noted in pages:
                self._note(address, page_digest, noted)

    def _note(self, address: str, page_digest: str, noted: frozenset[tuple[str, str]]) -> None:
        self._db.execute("DELETE FROM stale WHERE address = ?", (address,))
        if not page_digest and noted == {(PAGES, address)}:
            # No record asks for this page any more; should one ask again, its card makes the address stale by itself.
            self._db.execute(
                "DELETE FROM reading WHERE page = (SELECT id FROM page WHERE address = ?)", (address,)
            )
            self._db.execute("DELETE FROM page WHERE address = ?", (address,))
            return
        self._db.execute(
            "INSERT INTO page (address, digest) VALUES (?, ?)"
            " ON CONFLICT (address) DO UPDATE SET digest = excluded.digest",
            (address, page_digest),
        )
        (page,) = self._db.execute("SELECT id FROM page WHERE address = ?", (address,)).fetchone()
        self._db.execute("DELETE FROM reading WHERE page = ?", (page,))
        self._db.executemany(
            "INSERT INTO reading (page, heading) VALUES (?, ?)",
            [(page, self._heading(catalogue, heading)) for catalogue, heading in sorted(noted)],
        )

    def live_digests(self) -> dict[str, str]:
        """SHA-256 of every record it holds, by reference."""
        return {
            reference: digest(data)
            for reference, data in self._db.execute("SELECT reference, data FROM record")
        }

    def remember(self, name: str, value: str) -> None:
        with self._transaction():
            self._set(name, value)

    def _set(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._db)


def tomb(identifier: str) -> str:
    """Under what the entries of a withdrawn record are kept; no reference looks like it."""
    return f"withdrawn {identifier}"


class _Transaction:
    """Begin at once, so that two writers wait for each other and neither fails half-way."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.execute("COMMIT" if kind is None else "ROLLBACK")
