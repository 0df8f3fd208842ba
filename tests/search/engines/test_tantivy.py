"""tantivy keeps the contract, and answers as the oracle does."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from sourcebook.search.asking import Filters
from sourcebook.search.engine import Analysed, Engine
from sourcebook.search.engines.memory import MemoryEngine
from sourcebook.search.engines.tantivy import TantivyEngine
from sourcebook.search.facets import FACETS
from sourcebook.search.matching import EVERYTHING, Match
from tests.search.corpus import corpora
from tests.search.engines.contract import Contract
from tests.search.matches import filters, matches

TOLERANCE = 0.15
"""Engines round the lengths of documents: only records whose scores differ by more must stand in the same order."""


class TestTantivy(Contract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> Engine:
        return TantivyEngine(tmp_path)


@settings(max_examples=50)
@given(corpus=corpora(), match=matches(), narrow=filters())
def test_it_answers_as_the_oracle_does(corpus: list[Analysed], match: Match, narrow: Filters) -> None:
    oracle = MemoryEngine()
    with tempfile.TemporaryDirectory() as folder:
        engine = TantivyEngine(Path(folder))
        for one in (oracle, engine):
            one.apply(corpus, [], 1)
        told, truth = engine.reader(), oracle.reader()
        ranking, expected = (reader.records(match, narrow, limit=100) for reader in (told, truth))
        assert ranking.total == expected.total
        scores = {one.key: one.score for one in expected.first}
        assert {one.key for one in ranking.first} == set(scores)
        in_order = [scores[one.key] for one in ranking.first]
        assert all(
            later <= earlier * (1 + TOLERANCE) + 1e-6
            for place, earlier in enumerate(in_order)
            for later in in_order[place + 1 :]
        )
        assert told.counts(match, narrow, FACETS) == truth.counts(match, narrow, FACETS)
        assert {hit.id for hit in told.passages(match, narrow)} == {
            hit.id for hit in truth.passages(match, narrow)
        }
        for analysed in corpus[:2]:
            key = analysed.document.key
            assert list(told.in_order(match, key)) == list(truth.in_order(match, key))
        assert told.standing() == truth.standing()
        engine.close()


@settings(max_examples=20)
@given(first=corpora(), then=corpora())
def test_changes_leave_what_the_oracle_has(first: list[Analysed], then: list[Analysed]) -> None:
    oracle = MemoryEngine()
    with tempfile.TemporaryDirectory() as folder:
        engine = TantivyEngine(Path(folder))
        gone = [one.document.key for one in first[1::2]]
        for index in (oracle, engine):
            index.apply(first, [], 1)
            index.apply(then[::2], gone, 2)
        told, truth = engine.reader(), oracle.reader()
        assert told.standing() == truth.standing()
        assert told.counts(EVERYTHING, Filters(), FACETS) == truth.counts(EVERYTHING, Filters(), FACETS)
        assert dict(told.forms("", 100)) == dict(truth.forms("", 100))
        engine.close()
