"""The lexicon in one SQLite file: look-ups for server processes, additions for the indexer."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sourcebook.search.lexicon import TITLE, Form, NameForm
from sourcebook.search.near import halves, near, one_away

_SCHEMA = """
CREATE TABLE IF NOT EXISTS form (
    form TEXT NOT NULL, language TEXT NOT NULL, stem TEXT NOT NULL, count INTEGER NOT NULL, mirrored TEXT NOT NULL,
    PRIMARY KEY (form, language, stem)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS form_by_stem ON form (stem, count);
CREATE INDEX IF NOT EXISTS form_mirrored ON form (mirrored);
CREATE TABLE IF NOT EXISTS name (
    id INTEGER PRIMARY KEY, reference TEXT NOT NULL, form TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
    rule TEXT NOT NULL, first_day INTEGER, last_day INTEGER);
CREATE INDEX IF NOT EXISTS name_by_reference ON name (reference);
CREATE TABLE IF NOT EXISTS name_word (word TEXT NOT NULL, name INTEGER NOT NULL, mirrored TEXT NOT NULL,
    PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_word_mirrored ON name_word (mirrored);
CREATE INDEX IF NOT EXISTS name_word_by_name ON name_word (name);
CREATE TABLE IF NOT EXISTS aside (
    identifier TEXT PRIMARY KEY, reference TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
"""
_LAST = "\U0010ffff"
_CANDIDATES = 3000
"""Forms that are compared letter by letter, at most."""
_NAME = "form, reference, name, language, rule, first_day, last_day"


class LexiconFile:
    """Implements `search.lexicon.Lexicon`."""

    def __init__(self, path: Path, *, writing: bool = False, new: bool = False) -> None:
        self.path = path
        mode = "rwc" if new else "rw" if writing else "ro"
        self._db = sqlite3.connect(
            f"file:{path}?mode={mode}", uri=True, timeout=10, isolation_level=None, check_same_thread=False
        )
        if writing or new:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.executescript(_SCHEMA)

    def close(self) -> None:
        self._db.close()

    def prove(self) -> None:
        """Look at every page of the file; sqlite3.DatabaseError where it cannot be read."""
        for (told,) in self._db.execute("PRAGMA quick_check(1)"):
            if told != "ok":
                raise sqlite3.DatabaseError(told)

    # Looking up.

    def forms(self, form: str) -> list[Form]:
        return self._forms("form = ?", (form,), 20)

    def forms_of(self, stem: str, limit: int = 200) -> list[Form]:
        return self._forms("stem = ?", (stem,), limit)

    def beginning(self, prefix: str, limit: int = 20) -> list[Form]:
        return self._forms("form >= ? AND form < ?", (prefix, prefix + _LAST), limit)

    def near(self, form: str, distance: int, limit: int = 20, least: int = 1) -> list[Form]:
        """All strings at one edit are looked up, where they can be spelt out: that costs the same however many forms
        there are. Else forms that share their first or their last half (third, for two edits) with it are compared.
        """
        spelt = one_away(form) if distance == 1 else None
        if spelt is not None:
            among = "form IN (SELECT value FROM json_each(?)) AND count >= ?"
            candidates = self._forms(among, (json.dumps(sorted(spelt)), least), _CANDIDATES)
        else:
            candidates = [
                one
                for side in zip(("form", "mirrored"), halves(form, distance), strict=True)
                for one in self._beside(form, distance, *side, least)
            ]
        found = {(one.form, one.language, one.stem): one for one in candidates}
        ranked = [
            (edits, -one.count, one.form, one)
            for one in found.values()
            if (edits := near(form, one.form, distance)) is not None
        ]
        return [one for *_, one in sorted(ranked, key=lambda row: row[:3])[:limit]]

    def _beside(self, form: str, distance: int, where: str, key: str, least: int) -> list[Form]:
        return self._forms(
            f"{where} >= ? AND {where} < ? AND length(form) BETWEEN ? AND ? AND count >= ?",
            (key, key + _LAST, len(form) - distance, len(form) + distance, least),
            _CANDIDATES,
        )

    def _forms(self, condition: str, values: Sequence[object], limit: int) -> list[Form]:
        rows = self._db.execute(
            f"SELECT form, language, stem, count FROM form WHERE {condition} ORDER BY count DESC LIMIT ?",  # noqa: S608
            (*values, limit),
        )
        return [Form(*row) for row in rows]

    def names_of(self, reference: str, limit: int = 100) -> list[NameForm]:
        return self._names("reference = ?", (reference,), limit)

    def named(self, words: Sequence[str], limit: int = 50) -> list[NameForm]:
        return self._holding(words, "rule <> ?", (TITLE,), limit)

    def titled(self, kind: str, words: Sequence[str], limit: int = 50) -> list[NameForm]:
        condition = "rule = ? AND reference > ? AND reference < ?"
        return self._holding(words, condition, (TITLE, f"{kind}:", f"{kind}:{_LAST}"), limit)

    def _holding(
        self, words: Sequence[str], condition: str, values: Sequence[object], limit: int
    ) -> list[NameForm]:
        wanted = set(words)
        if not wanted:
            return []
        return self._names(
            "id IN (SELECT name FROM name_word WHERE word IN (SELECT value FROM json_each(?))"  # noqa: S608
            f" GROUP BY name HAVING count(*) = ?) AND {condition}",
            (json.dumps(sorted(wanted)), len(wanted), *values),
            limit,
        )

    def names_beginning(self, words: Sequence[str], prefix: str, limit: int = 20) -> list[NameForm]:
        wanted = set(words)
        return self._names(
            "id IN (SELECT name FROM name_word WHERE word >= ? AND word < ?) AND (SELECT count(*) FROM name_word"
            " WHERE name = id AND word IN (SELECT value FROM json_each(?))) = ?",
            (prefix, prefix + _LAST, json.dumps(sorted(wanted)), len(wanted)),
            limit,
        )

    def names_near(self, word: str, distance: int, limit: int = 20) -> list[NameForm]:
        start, end = halves(word, distance)
        found: dict[str, int] = {}
        for where, key in (("word", start), ("mirrored", end)):
            rows = self._db.execute(
                f"SELECT DISTINCT word FROM name_word WHERE {where} >= ? AND {where} < ?"  # noqa: S608
                " AND length(word) BETWEEN ? AND ? LIMIT ?",
                (key, key + _LAST, len(word) - distance, len(word) + distance, _CANDIDATES),
            )
            for (other,) in rows:
                if (edits := near(word, other, distance)) is not None:
                    found[other] = edits
        names: dict[NameForm, None] = {}
        for other in sorted(found, key=lambda other: (found[other], other)):
            names.update(dict.fromkeys(self.named([other], limit)))
        return list(names)[:limit]

    def _names(self, condition: str, values: Sequence[object], limit: int) -> list[NameForm]:
        rows = self._db.execute(
            f"SELECT {_NAME} FROM name WHERE {condition} ORDER BY rule, id LIMIT ?",  # noqa: S608
            (*values, limit),
        )
        return [NameForm(*row) for row in rows]

    # Adding.

    def add(
        self,
        forms: Mapping[tuple[str, str, str], int],
        names: Mapping[str, Iterable[NameForm]],
        aside: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """Forms are counted up; the names of each reference are replaced, also by none; what was set aside is noted
        by identifier with (reference, reason), and forgotten where the reason is empty.
        """
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(
                "INSERT INTO form VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
                [
                    (form, language, stem, count, form[::-1])
                    for (form, language, stem), count in sorted(forms.items())
                ],
            )
            for reference, its_names in names.items():
                self._replace_names(reference, its_names)
            for identifier, (reference, reason) in (aside or {}).items():
                self._db.execute("DELETE FROM aside WHERE identifier = ?", (identifier,))
                if reason:
                    self._db.execute("INSERT INTO aside VALUES (?, ?, ?)", (identifier, reference, reason))
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _replace_names(self, reference: str, names: Iterable[NameForm]) -> None:
        self._db.execute(
            "DELETE FROM name_word WHERE name IN (SELECT id FROM name WHERE reference = ?)", (reference,)
        )
        self._db.execute("DELETE FROM name WHERE reference = ?", (reference,))
        for name in names:
            made = self._db.execute(
                f"INSERT INTO name ({_NAME}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (name.form, reference, name.name, name.language, name.rule, name.first_day, name.last_day),
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO name_word VALUES (?, ?, ?)",
                [(word, made.lastrowid, word[::-1]) for word in name.form.split()],
            )

    def set_aside(self) -> list[tuple[str, str, str]]:
        """(identifier, reference, reason) of the records that could not be indexed."""
        return self._db.execute(
            "SELECT identifier, reference, reason FROM aside ORDER BY reference"
        ).fetchall()
