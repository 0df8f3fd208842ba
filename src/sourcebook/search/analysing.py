"""What analysis gives: the tokens of a text, with where they stand, and what of them goes into the index."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct


class Token(Struct, frozen=True):
    """One word of a text."""

    start: int
    """Characters (code points) of the text, from 0; the end is exclusive."""
    end: int
    form: str
    """Folded: lower case, without accents, in one spelling; never empty, without white space."""
    stem: str
    """What all forms of the word share in the text's language; the form itself where no grammar is known."""
    also: tuple[str, ...] = ()
    """Further forms under which it is to be found, such as the parts of a compound; they have no place in phrases."""


class Analyser(Protocol):
    """Makes tokens; the indexer's may load grammars of hundreds of megabytes."""

    @property
    def fingerprint(self) -> str:
        """Changes with every change of what it makes: an index of another fingerprint is made anew."""

    def tokens(self, text: str, language: str) -> Sequence[Token]:
        """The words of a text in its language (BCP 47, or "" for unknown), in order; any text has an answer."""


class AnalysedPassage(Struct, frozen=True):
    """What an engine indexes of a passage."""

    body: str
    """Stems in order, joined by single spaces."""
    forms: str
    """Folded forms likewise, each once."""


class AnalysedRecord(Struct, frozen=True):
    """What an engine indexes of a record."""

    body: str
    """Stems of all its words and passages, joined by single spaces; `STOP` stands between texts."""
    forms: str
    title: str
    """Stems and folded forms of its titles and names, each once."""
    byline: str
    """The same of its bylines as printed and of the descriptions of makers."""
    order: str
    """By which it is sorted by title."""
    telling: tuple[str, ...] = ()
    """Its most frequent stems, from which likeness to others is judged."""


STOP = "\u241f"
"""A token that no word has: phrases do not run from one text into the next."""
LONGEST_TOKEN = 120
"""Characters: longer tokens are cut, because engines lose them silently."""
