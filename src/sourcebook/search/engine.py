"""The engine: what keeps analysed documents and matches tokens. Everything a reader notices stands above it.

One contract, `tests/search/engines/contract.py`, holds for every engine; `engines.memory` is the oracle that property
tests compare the others with.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from sourcebook.search.analysing import AnalysedPassage, AnalysedRecord
from sourcebook.search.asking import Filters, Sort
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.facets import Facet
from sourcebook.search.matching import Field, Match


class Analysed(Struct, frozen=True):
    """A record's document with what is indexed of it; `passages` in the order of the document's."""

    document: RecordDocument
    record: AnalysedRecord
    passages: tuple[AnalysedPassage, ...]


class Ranked(Struct, frozen=True):
    """A record that matches."""

    key: int
    score: float
    """By BM25 for `relevance`; 0 in other orders."""


class RankedPassage(Struct, frozen=True):
    """A passage that matches."""

    id: str
    key: int
    """Of its record."""
    score: float


class Ranking(Struct, frozen=True):
    """The first of what matches, and how many there are."""

    total: int
    first: tuple[Ranked, ...]


class Standing(Struct, frozen=True):
    """Where an index stands."""

    taken_up_to: int
    """The number of the last line of the log that is in it."""
    records: int
    passages: int


class Reader(Protocol):
    """One state of the index: what it answers does not change until `Engine.reader` is asked for another."""

    def standing(self) -> Standing: ...

    def records(
        self, match: Match, filters: Filters, *, sort: Sort = "relevance", start: int = 0, limit: int = 10
    ) -> Ranking:
        """The records that match, in order; ties in any order that stays the same."""

    def counts(
        self, match: Match, filters: Filters, facets: Sequence[Facet], most: int = 200
    ) -> Mapping[Facet, Mapping[str, int]]:
        """How many matching records bear each value: exact; the `most` frequent, those that none bears left out."""

    def passages(
        self,
        match: Match,
        filters: Filters,
        *,
        within: Collection[int] | None = None,
        limit: int = 300,
    ) -> Sequence[RankedPassage]:
        """The best passages that match, of these records or of all."""

    def in_order(
        self, match: Match, key: int, *, version: str = "", start: int = 0, limit: int = 500
    ) -> Sequence[str]:
        """Ids of the passages of one record that match, in reading order."""

    def documents(self, keys: Collection[int]) -> Mapping[int, RecordDocument]:
        """Stored documents, without `words` and `passages`; keys that are not there are left out."""

    def passage_documents(self, ids: Collection[str]) -> Mapping[str, PassageDocument]: ...

    def bearing(self, facet: Facet, value: str) -> Sequence[str]:
        """References of all records that bear a value."""

    def forms(self, prefix: str, limit: int) -> Sequence[tuple[str, int]]:
        """Folded forms of live records that begin so, with how many records have them, the most frequent first."""

    def frequency(self, field: Field, token: str) -> int:
        """In about how many records the token stands: what is gone may still count for a while."""

    def telling(self, key: int) -> Sequence[str]:
        """`AnalysedRecord.telling` as stored; empty where there is no such record."""


class Readable(Protocol):
    """What can be read."""

    def reader(self) -> Reader:
        """The newest committed state, at most 100 ms behind the last commit of any process."""


class Engine(Readable, Protocol):
    """One index. There is one writer at a time, under the publishing lock, and any number of readers in any process."""

    def apply(self, put: Iterable[Analysed], gone: Collection[int], taken_up_to: int) -> None:
        """One atomic change: these records are replaced or added, those are gone, the log is taken in up to a number.

        After an error nothing of it is visible and the next call is unaffected.
        """

    def close(self) -> None: ...
