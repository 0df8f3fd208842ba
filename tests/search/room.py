"""A whole search over some records, as a server process has it: the real index, lexicon, grammars and names."""

from collections.abc import Collection, Iterable
from contextlib import nullcontext
from pathlib import Path

from msgspec.structs import replace

from sourcebook.record import Record
from sourcebook.search.analysis import LanguageAnalyser
from sourcebook.search.answering import Searcher
from sourcebook.search.answers import Results
from sourcebook.search.asking import Page, Question
from sourcebook.search.expansion import Expanded, expand
from sourcebook.search.highlighting import LexiconHighlighter
from sourcebook.search.indexing import Indexer
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.names.naming import RecordNamer
from sourcebook.search.opening import ServingIndex
from sourcebook.search.parsing import parse
from sourcebook.search.proposing import Proposal, proposal
from tests.search.shelves import MemoryShelf


class OpenDoor:
    """Everything is published."""

    def in_force(self, references: Collection[str]) -> Collection[str]:
        return references


class SearchRoom:
    """Records, indexed; questions are put in a reader's words."""

    def __init__(self, folder: Path, records: Iterable[Record]) -> None:
        self.records = {record.reference: _with_identifier(record) for record in records}
        self._shelf = shelf = MemoryShelf(self.records.values())
        self._indexer = Indexer(folder, LanguageAnalyser(), RecordNamer())
        taken = self._indexer.make_anew(shelf, lambda: nullcontext(shelf))
        assert not taken.aside
        self.index = ServingIndex(folder)
        self.searcher = Searcher(self.index, OpenDoor(), LexiconHighlighter(self.lexicon))

    def withdraw(self, *references: str) -> None:
        self._shelf.withdraw(*references)
        self._indexer.take(self._shelf)

    @property
    def lexicon(self) -> LexiconFile:
        return self.index.lexicon

    def expanded(self, asked: str, *, typing: bool = False) -> Expanded:
        return expand(parse(asked), self.lexicon, typing=typing)

    def ask(self, asked: str, *, size: int = 10, typing: bool = False, all_words: bool = False) -> Results:
        found = self.expanded(asked, typing=typing)
        loose = None if all_words else found.loose
        return self.searcher.search(Question(match=found.match, loose=loose, facets=(), page=Page(0, size)))

    def proposal(self, asked: str, *, typing: bool = False) -> Proposal | None:
        """“Did you mean …”."""
        expanded = self.expanded(asked, typing=typing)
        return proposal(parse(asked), expanded, self.lexicon, self.index.reader(), typing=typing)

    def proposed(self, asked: str) -> str:
        """The question that is proposed; "" for none."""
        found = self.proposal(asked)
        return found.query if found else ""

    def found(self, asked: str, size: int = 50, *, all_words: bool = False) -> list[str]:
        """References, best first."""
        return [hit.record.reference for hit in self.ask(asked, size=size, all_words=all_words).hits]


def _with_identifier(record: Record) -> Record:
    letters = (letter for letter in f"{record.kind}{record.slug}" if letter.isascii() and letter.isalnum())
    return record if record.id else replace(record, id="".join(letters).lower())
