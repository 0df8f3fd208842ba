"""The lexicon: every word form of the index and every name, in one SQLite file beside the engine's.

The indexer writes what its grammars found, so that server processes look words up and load no grammar: a form that the
lexicon has not seen stands in no text. Counts only grow until the index is made anew; whether a word is still in a
published text is for the engine to say.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from sourcebook.record import Record
from sourcebook.vocabulary.dates.days import calendar_day


class Form(Struct, frozen=True):
    """A folded form as the texts of one language have it."""

    form: str
    language: str
    """The main subtag; "" for unknown."""
    stem: str
    count: int
    """How often it was seen when texts were taken in; for choosing between candidates, not for showing."""


TITLE = "title"


class NameForm(Struct, frozen=True):
    """One way in which a thing may be named: a name it bears, its title, or a romanisation made from one."""

    form: str
    """Folded words in the order of the name, joined by single spaces."""
    reference: str
    name: str
    """As it is shown in “found through the name …”."""
    language: str = ""
    rule: str = ""
    """How it was made: empty for a name on the record, else the table (`ala-lc`, `iso9`, `popular` …); `title`
    for the title of a theme or a subject, however it is spelt.
    """
    first_day: int | None = None
    """From when to when the thing was called so, where known."""
    last_day: int | None = None

    @property
    def dated(self) -> bool:
        return self.first_day is not None or self.last_day is not None

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The years of its days."""
        first, last = (
            None if day is None else calendar_day(day)[0] for day in (self.first_day, self.last_day)
        )
        return first, last


class Namer(Protocol):
    """Makes the names under which a record is to be found."""

    @property
    def fingerprint(self) -> str:
        """Changes with every change of what it makes."""

    def names(self, record: Record) -> Iterable[NameForm]:
        """All forms of all names of an authority, and of the titles of a theme or a subject."""


class Lexicon(Protocol):
    """What server processes ask. Every answer is bounded by `limit` and takes well below a millisecond."""

    def forms(self, form: str) -> Sequence[Form]:
        """The form in every language that has it, the most frequent first."""

    def forms_of(self, stem: str, limit: int = 200) -> Sequence[Form]:
        """All forms of a stem: what a highlighter looks for."""

    def beginning(self, prefix: str, limit: int = 20) -> Sequence[Form]:
        """Forms that begin so, the most frequent first."""

    def near(self, form: str, distance: int, limit: int = 20, least: int = 1) -> Sequence[Form]:
        """Forms at most so many edits away, seen at least so often, the nearest and most frequent first."""

    def names_of(self, reference: str, limit: int = 100) -> Sequence[NameForm]:
        """All names of a thing, those on its record first."""

    def named(self, words: Sequence[str], limit: int = 50) -> Sequence[NameForm]:
        """Names that hold all these folded words, in any order; no titles."""

    def titled(self, kind: str, words: Sequence[str], limit: int = 50) -> Sequence[NameForm]:
        """Titles of things of a kind that hold all these folded words, in any order."""

    def names_beginning(self, words: Sequence[str], prefix: str, limit: int = 20) -> Sequence[NameForm]:
        """Names and titles that hold all these folded words and one that begins with `prefix`."""

    def names_near(self, word: str, distance: int, limit: int = 20) -> Sequence[NameForm]:
        """Names that hold a word at most so many edits away."""
