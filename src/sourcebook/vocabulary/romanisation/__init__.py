"""Romanisation: a name in Latin letters, by each of the tables under which libraries, maps and newspapers print it."""

from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.vocabulary.romanisation import other, russian, slavonic
from sourcebook.vocabulary.romanisation.table import Romanisation as Romanisation

TABLES: tuple[Romanisation, ...] = (*russian.TABLES, *slavonic.TABLES, *other.TABLES)


class Romanised(NamedTuple):
    """A name in Latin letters and the code of the table by which it is written."""

    text: str
    table: str


def tables(language: str) -> tuple[Romanisation, ...]:
    """The tables of a language tag, the most used first; none for a text that is already in Latin letters."""
    main, _, rest = language.partition("-")
    return () if rest.startswith("Latn") else tuple(table for table in TABLES if table.language == main)


def romanised(name: str, language: str) -> Iterator[Romanised]:
    """The name by every table of its language, each spelling once; none where no table knows its letters."""
    seen = {name}
    for table in tables(language):
        text = table.write(name)
        if text not in seen:
            seen.add(text)
            yield Romanised(text, table.code)
