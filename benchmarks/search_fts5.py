"""SQLite's FTS5 with the same stems, to be measured beside our index."""

import re
import sqlite3
from collections import Counter
from pathlib import Path

from search_material import GeneratedShelf

from sourcebook.search.analysis import LanguageAnalyser
from sourcebook.search.indexing.tokens import analyse
from sourcebook.search.making import Surroundings, document_of


class FullText:
    """One row a passage: its stems, and its text beside them as a result page needs it."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
            "CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT);"
            "CREATE VIRTUAL TABLE words USING fts5 (body, content = '', tokenize = 'unicode61 remove_diacritics 0');"
        )
        self._analyser = LanguageAnalyser()

    def fill(self, shelf: GeneratedShelf, copies: int = 1) -> int:
        """Put every passage in, as many times as the other index holds it; counts rows."""
        number = 0
        self._db.execute("BEGIN")
        for record in shelf.everything():
            document = document_of(record, Surroundings(address=""))
            if document is None:
                continue
            analysed = analyse(document, self._analyser, Counter())
            rows = list(zip(document.passages, analysed.passages, strict=True))
            for passage, tokens in rows * copies:
                number += 1
                self._db.execute("INSERT INTO passage VALUES (?, ?)", (number, passage.text))
                self._db.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (number, tokens.body))
        self._db.execute("COMMIT")
        return number

    def ask(self, words: str) -> list[object]:
        """The ten best by its bm25: words are ANDed, `"…"` is a phrase, `…*` a prefix."""
        rows = self._db.execute(
            "SELECT words.rowid, text FROM words JOIN passage ON passage.id = words.rowid"
            " WHERE words MATCH ? ORDER BY bm25(words) LIMIT 10",
            (self._match(words),),
        )
        return rows.fetchall()

    def _match(self, words: str) -> str:
        if words.endswith("*"):
            return f"{self._stems(words[:-1])[0]}*"
        stems = [f'"{stem}"' for stem in self._stems(words)] or ['"nothing"']
        return f'"{" ".join(self._stems(words))}"' if words.startswith('"') else " AND ".join(stems)

    def _stems(self, words: str) -> list[str]:
        language = "ru" if re.search("[а-я]", words) else "en"
        return [token.stem for token in self._analyser.tokens(words, language)]
