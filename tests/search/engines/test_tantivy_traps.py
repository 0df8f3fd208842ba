"""What of tantivy-py surprises, each once: these would fail if the library were used as one first thinks."""

import multiprocessing
import time
from pathlib import Path

import pytest

from sourcebook.search.asking import Filters
from sourcebook.search.engines.tantivy import BrokenIndexError, TantivyEngine
from sourcebook.search.engines.tantivy.schema import made, record_schema, state_row
from sourcebook.search.facets import FACETS, Facets
from sourcebook.search.matching import EVERYTHING, Bears, Has, HasPhrase, HasPrefix
from tests.search.corpus import analysed

ANYWHERE = Filters()


def test_a_value_of_a_wrong_type_is_refused_before_it_can_poison_a_commit() -> None:
    with pytest.raises(ValueError, match="U64"):
        made({"key": -1}, record_schema())


def test_no_facet_is_dropped_without_a_word(tmp_path: Path) -> None:
    """Unknown names of fields are ignored by the library: each facet must be a field."""
    engine = TantivyEngine(tmp_path)
    facets: Facets = {facet: (f"value of {facet}",) for facet in FACETS}
    engine.apply([analysed("one", "word", facets=facets)], [], 1)
    reader = engine.reader()
    assert all(reader.records(Bears(facet, f"value of {facet}"), ANYWHERE).total == 1 for facet in FACETS)
    assert reader.counts(EVERYTHING, ANYWHERE, FACETS) == {
        facet: {f"value of {facet}": 1} for facet in FACETS
    }
    engine.close()


def test_another_opening_knows_our_tokens(tmp_path: Path) -> None:
    """Tokenizers are not kept in an index."""
    engine = TantivyEngine(tmp_path)
    engine.apply([analysed("one", "a.b*c хрущев")], [], 1)
    engine.close()
    reader = TantivyEngine(tmp_path, existing=True).reader()
    assert reader.records(HasPhrase((("a.b*c",), ("хрущев",))), ANYWHERE).total == 1


def test_an_index_that_should_exist_is_not_made_in_silence(tmp_path: Path) -> None:
    with pytest.raises(BrokenIndexError, match="rebuild --index"):
        TantivyEngine(tmp_path, existing=True)
    assert not list(tmp_path.iterdir())


def test_a_prefix_has_no_limit_of_fifty_words(tmp_path: Path) -> None:
    engine = TantivyEngine(tmp_path)
    engine.apply([analysed(f"r{n}", f"st{n:03}") for n in range(120)], [], 1)
    assert engine.reader().records(HasPrefix("forms", "st"), ANYWHERE).total == 120
    engine.close()


def test_a_phrase_with_many_alternatives(tmp_path: Path) -> None:
    """Too many for one phrase query each."""
    engine = TantivyEngine(tmp_path)
    engine.apply([analysed("yes", "cult of x-y"), analysed("no", "of cult x-y")], [], 1)
    places = tuple((word, *(f"{word}{n}" for n in range(5))) for word in ("cult", "of", "x-y"))
    ranking = engine.reader().records(HasPhrase(places), ANYWHERE)
    assert ranking.total == 1
    engine.close()


def test_many_small_publications_do_not_leave_many_segments(tmp_path: Path) -> None:
    """A writer that is dropped at once never merges; ours waits for its merges when it closes."""
    for number in range(40):
        engine = TantivyEngine(tmp_path)
        engine.apply([analysed(f"r{number}", "cult")], [], number)
        engine.close()
    reader = TantivyEngine(tmp_path).reader()
    assert reader.standing().records == 40
    assert reader._records.num_segments < 20


def test_the_state_is_no_record(tmp_path: Path) -> None:
    engine = TantivyEngine(tmp_path)
    assert set(state_row(7)) == {"role", "key", "log"}
    engine.apply([], [], 7)
    reader = engine.reader()
    assert (reader.standing().taken_up_to, reader.standing().records) == (7, 0)
    assert reader.records(EVERYTHING, ANYWHERE).total == 0
    assert not reader.passages(EVERYTHING, ANYWHERE)
    engine.close()


def _watch(
    folder: str, opened: "multiprocessing.synchronize.Event", told: "multiprocessing.Queue[float]"
) -> None:
    engine = TantivyEngine(Path(folder), existing=True)
    assert engine.reader().records(Has("body", "thaw"), ANYWHERE).total == 0
    opened.set()
    while not engine.reader().records(Has("body", "thaw"), ANYWHERE).total:
        time.sleep(0.005)
    told.put(time.monotonic())


def test_a_forked_process_sees_a_commit_within_a_second(tmp_path: Path) -> None:
    """The library's own watcher does not outlive a fork; we look ourselves."""
    engine = TantivyEngine(tmp_path)
    engine.apply([analysed("one", "cult")], [], 1)
    engine.close()
    fork = multiprocessing.get_context("fork")
    opened, told = fork.Event(), fork.Queue()
    watcher = fork.Process(target=_watch, args=(str(tmp_path), opened, told))
    watcher.start()
    assert opened.wait(30)
    engine.apply([analysed("two", "thaw")], [], 2)
    committed = time.monotonic()
    assert told.get(timeout=30) - committed < 1
    watcher.join()
    engine.close()
