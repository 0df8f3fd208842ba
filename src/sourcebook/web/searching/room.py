"""One question from its address to its answer: reading it, asking the index, refusing what is no longer published."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record.reference import kind_of
from sourcebook.search.answering import Searcher
from sourcebook.search.answers import PassageHit, RecordHit, Results
from sourcebook.search.asking import Page, Question
from sourcebook.search.documents import PassageDocument
from sourcebook.search.engine import Reader
from sourcebook.search.engines.tantivy import BrokenIndexError
from sourcebook.search.expansion import Expanded, expand
from sourcebook.search.highlighting import LexiconHighlighter
from sourcebook.search.keys import key_of
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.matching import HasPrefix
from sourcebook.search.opening import NoIndexError, ServingIndex
from sourcebook.search.parsing import parse
from sourcebook.search.proposing import FEW, Proposal, proposal
from sourcebook.search.query import Parsed
from sourcebook.search.words.tokens import tokens
from sourcebook.web.searching.asked import Asked
from sourcebook.web.searching.library_here import LibraryHere

LOG = logging.getLogger("sourcebook.web")
WITHIN = 500
"""Passages of one record that are listed."""


class Answered(Struct, frozen=True):
    """A question with all that an answer is written from."""

    leaf: Leaf
    asked: Asked
    parsed: Parsed
    expanded: Expanded
    results: Results
    beside: Mapping[str, PassageDocument]
    """Aligned passages of other versions, by id."""
    instead: Proposal | None = None
    """What might have been meant."""


class SearchRoom:
    """Answers for one archive in one process; may be asked from many threads."""

    def __init__(self, archive: ArchiveFolder) -> None:
        self._index = ServingIndex(archive.index)
        self.library = LibraryHere(archive)

    def leaf(self, language: str = "") -> Leaf | None:
        """None where nothing is published yet."""
        return self.library.leaf(language)

    def reader(self) -> Reader:
        """NoIndexError while there is no index."""
        return self._index.reader()

    @property
    def lexicon(self) -> Lexicon:
        """NoIndexError while there is none."""
        return self._index.lexicon

    def _searcher(self) -> Searcher:
        # A highlighter for each question: what one remembers of the lexicon may be out of date for the next.
        return Searcher(self._index, self.library, LexiconHighlighter(self.lexicon))

    @contextmanager
    def whole(self) -> Iterator[None]:
        """NoIndexError where something cannot be read in the block; whoever publishes next makes it anew."""
        try:
            yield
        except (BrokenIndexError, sqlite3.DatabaseError) as error:
            LOG.exception("A search could not be answered.")
            self._index.doubt()
            raise NoIndexError from error

    def understood(self, query: str, *, typing: bool = False) -> tuple[Parsed, Expanded]:
        """The reader's tree, and what the index is asked for it."""
        parsed = parse(query)
        return parsed, expand(parsed, self.lexicon, typing=typing)

    def search(self, leaf: Leaf, asked: Asked, values: int = 200) -> Answered:
        """One page of records, and of each facet its `values` most frequent values."""
        parsed, expanded = self.understood(asked.query, typing=asked.part)
        searcher = self._searcher()
        results = searcher.search(
            Question(
                match=expanded.match,
                loose=expanded.loose,
                filters=asked.filters(),
                sort=asked.sort,
                values=values,
                page=Page((asked.page - 1) * asked.size, asked.size),
            )
        )
        hits = [passage for hit in results.hits for passage in hit.passages]
        instead = None
        if asked.page == 1 and (expanded.unknown or results.loosened or results.total <= FEW):
            instead = proposal(
                parsed, expanded, self.lexicon, self.reader(), asked.filters(), typing=asked.part
            )
        return Answered(leaf, asked, parsed, expanded, results, self._beside(hits), instead)

    def _beside(self, hits: list[PassageHit]) -> Mapping[str, PassageDocument]:
        ids = dict.fromkeys(one for hit in hits for one in hit.passage.aligned)
        return self._index.reader().passage_documents(list(ids)) if ids else {}

    def record(self, leaf: Leaf, reference: str) -> RecordHit | None:
        """A published record as the index has it."""
        held = leaf.reading.publication(leaf.reading.current(reference)) if kind_of(reference) else None
        if held is None:
            return None
        key = key_of(held.record.id or held.record.reference)
        document = self._index.reader().documents([key]).get(key)
        return RecordHit(record=document, score=0.0) if document else None

    def within(self, hit: RecordHit, query: str, version: str = "") -> tuple[Parsed, list[PassageHit]]:
        """All passages of one record that match, in its order."""
        parsed, expanded = self.understood(query)
        if parsed.tree is None:
            return parsed, []
        searcher = self._searcher()
        found = searcher.within(hit.record.key, expanded.match, version=version, limit=WITHIN)
        if not found and expanded.loose is not None:
            found = searcher.within(hit.record.key, expanded.loose, version=version, limit=WITHIN)
        return parsed, found

    def identified(self, leaf: Leaf, identifier: str) -> RecordHit | None:
        """A published record by its permanent identifier."""
        key = key_of(identifier)
        document = self._index.reader().documents([key]).get(key)
        if document is None or document.identifier != identifier:
            return None
        return self.record(leaf, document.reference)

    def words_within(self, hit: RecordHit, begun: str, limit: int = 20) -> list[tuple[str, int]]:
        """Words of one record that begin so, with how often they stand there."""
        words = tokens(begun[:200])
        if not words:
            return []
        match = HasPrefix("forms", words[-1].form)
        reader = self._index.reader()
        ids = reader.in_order(match, hit.record.key, limit=WITHIN)
        counts: Counter[str] = Counter()
        for passage in reader.passage_documents(ids).values():
            text = passage.text[: len(passage.text) - passage.skipped]
            counts.update(
                text[token.start : token.end].lower()
                for token in tokens(text)
                if token.form.startswith(words[-1].form)
            )
        return counts.most_common(limit)

    def similar(self, hit: RecordHit, limit: int = 6) -> list[RecordHit]:
        """Records with the same telling words."""
        return self._searcher().similar(hit.record.key, limit)
