"""One search from question to results, within a budget of time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import Protocol

from sourcebook.search.answering.counting import count_facets, only_shown, references_of
from sourcebook.search.answering.fusing import fuse
from sourcebook.search.answering.likeness import like
from sourcebook.search.answering.relaxing import any_part, excludes, of_passages
from sourcebook.search.answers import FacetValue, Mark, PassageHit, RecordHit, Results, Why
from sourcebook.search.asking import LAST_PLACE, Filters, Question
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.engine import Ranked, RankedPassage, Ranking, Readable, Reader
from sourcebook.search.facets import Facet
from sourcebook.search.library import Doorkeeper
from sourcebook.search.matching import EVERYTHING, Match

FUSED = 200
"""Records whose order is settled by both rankings; those behind keep the order of whole records."""
PASSAGES = 300
"""Best passages that are looked at to settle it."""
BUDGET = 1.0
"""Seconds after which passages and counts that are still to come are left out, and the results say so."""

Facets = Mapping[Facet, tuple[FacetValue, ...]]

_BESIDE = ThreadPoolExecutor(4, thread_name_prefix="engine")
"""Looks passages up while records are ranked, and counts while passages are marked: the engine works outside the
interpreter's lock.
"""


class Highlighter(Protocol):
    """Says where and why something matches."""

    def marks(self, passage: PassageDocument, match: Match) -> tuple[Mark, ...]:
        """Of a passage's text, in order, none overlapping."""

    def why(self, record: RecordDocument, match: Match) -> tuple[Why, ...]:
        """Of a record itself: its title, its names, its facets."""


class Searcher:
    """Answers questions from one engine; may be asked from many threads."""

    def __init__(self, engine: Readable, door: Doorkeeper, highlighter: Highlighter) -> None:
        self._engine = engine
        self._door = door
        self._highlighter = highlighter

    def search(self, question: Question, *, budget: float = BUDGET) -> Results:
        """One page of records, each with its best passages, and the counts of facets."""
        deadline = monotonic() + budget
        reader = self._engine.reader()
        looked_up = _BESIDE.submit(self._found, reader, question, question.match)
        match, ranking, loosened = self._rank(reader, question)
        counting = _BESIDE.submit(count_facets, reader, question, match)
        found = looked_up.result()
        if loosened:
            found = self._found(reader, question, match)
        page = self._page(reader, question, match, ranking, found)
        late = monotonic() > deadline
        best = {} if late else self._passages(reader, question, match, page, found)
        documents = reader.documents([ranked.key for ranked in page])
        shown = set(self._door.in_force([document.reference for document in documents.values()]))
        hits = [
            self._hit(documents[ranked.key], ranked, best.get(ranked.key, ()), match)
            for ranked in page
            if ranked.key in documents and documents[ranked.key].reference in shown
        ]
        facets = _counted(counting, deadline)
        hidden = len(page) - len(hits)
        return Results(
            total=max(0, ranking.total - hidden),
            hits=tuple(hits),
            facets=only_shown(facets or {}, set(self._door.in_force(references_of(facets or {})))),
            loosened=loosened,
            incomplete=late or facets is None,
        )

    def _found(self, reader: Reader, question: Question, match: Match) -> tuple[RankedPassage, ...]:
        """The best passages that hold all that is asked for."""
        if match == EVERYTHING:
            return ()
        return tuple(reader.passages(of_passages(match), question.filters, limit=PASSAGES))

    def _rank(self, reader: Reader, question: Question) -> tuple[Match, Ranking, bool]:
        """Whether all words are asked for, or most, and what whole records that gives."""
        ranking = reader.records(question.match, question.filters, sort=question.sort, limit=FUSED)
        if question.loose is not None and ranking.total < question.few:
            loose = reader.records(question.loose, question.filters, sort=question.sort, limit=FUSED)
            if loose.total > ranking.total:
                return question.loose, loose, True
        return question.match, ranking, False

    def _page(
        self,
        reader: Reader,
        question: Question,
        match: Match,
        ranking: Ranking,
        found: Sequence[RankedPassage],
    ) -> list[Ranked]:
        """The records of the page that is asked for."""
        start = min(max(0, question.page.start), LAST_PLACE)
        end = start + question.page.size
        order: list[Ranked]
        if question.sort != "relevance" or match == EVERYTHING:
            if end <= len(ranking.first):
                return list(ranking.first[start:end])
            more = reader.records(
                match, question.filters, sort=question.sort, start=start, limit=question.page.size
            )
            return list(more.first)
        matching = frozenset() if excludes(match) else frozenset(passage.key for passage in found)
        order = fuse(ranking.first, found, matching)
        if end > len(order) and ranking.total > len(order):
            fused = {ranked.key for ranked in order}
            behind = reader.records(match, question.filters, start=len(ranking.first), limit=end)
            order += [ranked for ranked in behind.first if ranked.key not in fused]
        return order[start:end]

    def _passages(
        self,
        reader: Reader,
        question: Question,
        match: Match,
        page: Sequence[Ranked],
        found: Sequence[RankedPassage],
    ) -> Mapping[int, list[tuple[PassageDocument, float]]]:
        """The best passages of the records of a page."""
        if match == EVERYTHING or not page or not question.passages:
            return {}
        wanted = {ranked.key for ranked in page}
        best: dict[int, list[RankedPassage]] = defaultdict(list)
        for passage in found:
            if passage.key in wanted and len(best[passage.key]) < question.passages:
                best[passage.key].append(passage)
        few = [key for key in wanted if len(best[key]) < question.passages]
        if few:
            have = {passage.id for passages in best.values() for passage in passages}
            limit = min(PASSAGES, 8 * question.passages * len(few))
            for passage in reader.passages(any_part(match), question.filters, within=few, limit=limit):
                if passage.id not in have and len(best[passage.key]) < question.passages:
                    best[passage.key].append(passage)
        documents = reader.passage_documents([one.id for passages in best.values() for one in passages])
        return {
            key: [(documents[one.id], one.score) for one in passages if one.id in documents]
            for key, passages in best.items()
        }

    def _hit(
        self,
        document: RecordDocument,
        ranked: Ranked,
        passages: Sequence[tuple[PassageDocument, float]],
        match: Match,
    ) -> RecordHit:
        return RecordHit(
            record=document,
            score=ranked.score,
            passages=tuple(
                PassageHit(passage=passage, score=score, marks=self._highlighter.marks(passage, match))
                for passage, score in passages
            ),
            why=self._highlighter.why(document, match),
        )

    def within(
        self, key: int, match: Match, *, version: str = "", start: int = 0, limit: int = 500
    ) -> list[PassageHit]:
        """The passages of one record that match, in reading order."""
        reader = self._engine.reader()
        documents = reader.documents([key])
        if not self._door.in_force([document.reference for document in documents.values()]):
            return []
        ids = reader.in_order(match, key, version=version, start=start, limit=limit)
        found = reader.passage_documents(ids)
        return [
            PassageHit(passage=found[one], score=0.0, marks=self._highlighter.marks(found[one], match))
            for one in ids
            if one in found
        ]

    def similar(self, key: int, limit: int = 6) -> list[RecordHit]:
        """Records with the same telling words."""
        reader = self._engine.reader()
        alike = reader.records(like(reader, key), Filters(), limit=limit + 1).first
        ranked = [one for one in alike if one.key != key][:limit]
        documents = reader.documents([one.key for one in ranked])
        shown = self._door.in_force([document.reference for document in documents.values()])
        return [
            RecordHit(record=documents[one.key], score=one.score)
            for one in ranked
            if one.key in documents and documents[one.key].reference in shown
        ]


def _counted(counting: Future[dict[Facet, tuple[FacetValue, ...]]], deadline: float) -> Facets | None:
    """What was counted beside; None where that is not done in time."""
    try:
        return counting.result(timeout=max(0.0, deadline - monotonic()))
    except TimeoutError:
        counting.cancel()
        return None
