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


OF_LIBRARIES = frozenset("ala-lc iso9 bgn-pcgn scholarly popular national-2010 national-2002".split())
"""The tables that catalogues and maps follow, and the way English newspapers write; the others are other peoples'."""


def romanised(name: str, language: str, *, widely: bool = True) -> Iterator[Romanised]:
    """The name by every table of its language, or by those of libraries alone, each spelling once."""
    seen = {name}
    for table in tables(language):
        if not widely and table.code not in OF_LIBRARIES:
            continue
        text = table.write(name)
        if text not in seen:
            seen.add(text)
            yield Romanised(text, table.code)
