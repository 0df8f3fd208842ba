"""The reader's tree: what somebody asked for, in their own words, as the parser read it.

Nothing here is analysed: words are as written. `search.expansion` turns the tree into what engines match
(`search.matching`).
"""

from typing import Literal

from msgspec import Struct

QueryField = Literal[
    "title", "by", "in", "year", "person", "place", "subject", "theme", "kind", "medium", "language"
]
"""What may stand before a colon: `title:report`, `by:khrushchev`, `in:ru`, `year:1956`, `person:"Imre Nagy"` …"""


class Word(Struct, frozen=True, tag=True):
    """One word; it also matches its other forms, spellings and the names it may stand for."""

    text: str


class Phrase(Struct, frozen=True, tag=True):
    """Words in this order, next to each other."""

    words: tuple[str, ...]


class Prefix(Struct, frozen=True, tag=True):
    """Words that begin so."""

    text: str


class Fuzzy(Struct, frozen=True, tag=True):
    """A word that may be misspelt by one letter, or by two."""

    text: str
    distance: int = 1


class Within(Struct, frozen=True, tag=True):
    """`field:…`: the words must stand there."""

    field: QueryField
    of: "Ast"


class Between(Struct, frozen=True, tag=True):
    """A range of days (`vocabulary.dates.days`), both ends included; None leaves an end open."""

    first: int | None
    last: int | None
    surely: bool = False
    """Only what lies within for certain; else what may."""


class And(Struct, frozen=True, tag=True):
    of: tuple["Ast", ...]


class Or(Struct, frozen=True, tag=True):
    of: tuple["Ast", ...]


class Not(Struct, frozen=True, tag=True):
    of: "Ast"


Ast = Word | Phrase | Prefix | Fuzzy | Within | Between | And | Or | Not


class Parsed(Struct, frozen=True):
    """A question as it was understood."""

    written: str
    """What was asked, as shown back: control characters gone, cut to a bounded length."""
    tree: Ast | None
    """None for the empty question, which everything answers."""
    remarks: tuple[str, ...] = ()
    """Codes of what was not understood as syntax and is searched as words; what follows the colon is the reader's.

    `quote_open` (a quotation mark without another), `unknown_field:foo`, `no_date:soon`, `star` (within or before a
    word), `star_short` (too few letters before it), `tilde`, `cut` (too long), `too_many_words:32` (the others are left
    out).
    """
