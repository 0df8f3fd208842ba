"""The indexer follows the log, sets aside what it cannot take, and makes an index anew beside the serving one."""

import os
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.record import Name, Passage, Person, Record, Selection, Source, Subject, TextVersion, Year
from sourcebook.search.asking import Filters
from sourcebook.search.engine import Reader
from sourcebook.search.engines.memory import MemoryEngine
from sourcebook.search.engines.tantivy import BrokenIndexError
from sourcebook.search.facets import FACETS
from sourcebook.search.generations import KEPT, Generations
from sourcebook.search.indexing import Indexer, Taken
from sourcebook.search.indexing.tokens import analyse
from sourcebook.search.making import Surroundings, document_of
from sourcebook.search.matching import EVERYTHING, Bears, Has, Match
from sourcebook.search.opening import NoIndexError, ServingIndex
from tests.records import archives
from tests.search.shelves import MemoryShelf, PlainAnalyser, PlainNamer

ANYWHERE = Filters()


def source(slug: str, text: str, **more: Any) -> Source:
    version = TextVersion(key="en", language="en", passages=(Passage(key="p1", text=text),))
    identifier = f"s{slug.replace('-', '')}"
    return Source(id=identifier, slug=slug, medium="text", title={"en": slug}, texts=(version,), **more)


def person(slug: str, *names: str, **more: Any) -> Person:
    return Person(id="p1", slug=slug, names=tuple(Name(text=name) for name in names), **more)


def subject(*sources: str) -> Subject:
    selections = tuple(Selection(source=f"source:{one}") for one in sources)
    return Subject(id="t1", slug="thaw", title={"en": "Thaw"}, year="year:1956", selections=selections)


def take(folder: Path, shelf: MemoryShelf, analyser: PlainAnalyser | None = None) -> Taken:
    """As publishing does: what is due is made anew."""
    indexer = Indexer(folder, analyser or PlainAnalyser(), PlainNamer())
    taken = indexer.take(shelf)
    if taken.due:
        taken = indexer.make_anew(shelf, lambda: nullcontext(shelf))
        taken.due = True
    return taken


def found(reader: Reader, match: Match) -> set[str]:
    ranking = reader.records(match, ANYWHERE, limit=1000)
    documents = reader.documents([one.key for one in ranking.first])
    return {document.reference for document in documents.values()}


def test_before_the_first_publication_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError, match="is being made"):
        ServingIndex(tmp_path).reader()


def test_the_index_follows_the_log(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("report", "the cult"), source("poster", "an individual")])
    assert take(tmp_path, shelf).due
    shelf.publish(source("song", "cult songs"))
    shelf.withdraw("source:report")
    taken = take(tmp_path, shelf)
    assert (taken.put, taken.gone, taken.due) == (1, 1, False)
    index = ServingIndex(tmp_path)
    assert found(index.reader(), Has("body", "cult")) == {"source:song"}
    assert index.reader().standing().taken_up_to == 4
    assert take(tmp_path, shelf) == Taken()


def test_a_reader_of_another_time_sees_what_is_published_and_what_is_withdrawn(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("report", "the cult")])
    take(tmp_path, shelf)
    index = ServingIndex(tmp_path)
    assert found(index.reader(), EVERYTHING) == {"source:report"}
    shelf.publish(source("song", "songs"))
    take(tmp_path, shelf)
    wait_a_little(index)
    assert found(index.reader(), EVERYTHING) == {"source:report", "source:song"}


def wait_a_little(index: ServingIndex) -> None:
    """Readers look for something newer ten times a second."""
    time.sleep(0.11)
    index.reader()


def test_sources_bear_the_subjects_that_select_them(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("one", "a"), source("two", "b"), subject("one")])
    take(tmp_path, shelf)
    thaw = Bears("subject", "subject:thaw")
    assert found(ServingIndex(tmp_path).reader(), thaw) == {"subject:thaw", "source:one"}
    shelf.publish(subject("two"))
    assert take(tmp_path, shelf).put == 3
    assert found(ServingIndex(tmp_path).reader(), thaw) == {"subject:thaw", "source:two"}
    shelf.withdraw("subject:thaw")
    take(tmp_path, shelf)
    assert found(ServingIndex(tmp_path).reader(), thaw) == set()


def test_a_person_under_a_new_slug_is_found_where_the_old_one_is_named(tmp_path: Path) -> None:
    shelf = MemoryShelf(
        [source("one", "[Nagy](person:nagy)"), person("nagy", "Imre Nagy"), source("two", "else")]
    )
    take(tmp_path, shelf)
    shelf.publish(person("imre-nagy", "Nagy Imre", former_slugs=("nagy",)))
    take(tmp_path, shelf)
    index = ServingIndex(tmp_path)
    assert found(index.reader(), Bears("person", "person:imre-nagy")) == {"person:imre-nagy", "source:one"}
    assert found(index.reader(), Bears("person", "person:nagy")) == set()
    names = index.lexicon.named(["nagy"])
    assert [(name.reference, name.name) for name in names] == [("person:imre-nagy", "Nagy Imre")]


def test_names_go_with_what_bore_them(tmp_path: Path) -> None:
    shelf = MemoryShelf([person("nagy", "Imre Nagy"), source("one", "word")])
    take(tmp_path, shelf)
    shelf.withdraw("person:nagy")
    take(tmp_path, shelf)
    assert ServingIndex(tmp_path).lexicon.named(["nagy"]) == []


def test_what_cannot_be_indexed_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    poisoned = PlainAnalyser(poison="arsenic")
    shelf = MemoryShelf([source("good", "bread"), source("bad", "arsenic"), source("fine", "water")])
    first = take(tmp_path, shelf, poisoned)
    assert list(first.aside) == ["source:bad"]
    assert "arsenic" in first.aside["source:bad"]
    index = ServingIndex(tmp_path)
    assert found(index.reader(), EVERYTHING) == {"source:good", "source:fine"}
    assert [reference for _, reference, _ in index.lexicon.set_aside()] == ["source:bad"]
    shelf.publish(source("more", "salt"))
    assert not take(tmp_path, shelf, poisoned).due, "one bad document is no reason to make the index anew"
    shelf.publish(source("good", "arsenic"))
    take(tmp_path, shelf, poisoned)
    index = ServingIndex(tmp_path)
    assert found(index.reader(), Has("body", "bread")) == set(), "its former words are not its words any more"
    shelf.publish(source("bad", "mended"))
    take(tmp_path, shelf, poisoned)
    assert "source:bad" in found(ServingIndex(tmp_path).reader(), Has("body", "mended"))
    assert [reference for _, reference, _ in ServingIndex(tmp_path).lexicon.set_aside()] == ["source:good"]


def test_an_index_of_another_making_is_made_anew_while_the_old_one_serves(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("one", "word")])
    take(tmp_path, shelf)
    reader = ServingIndex(tmp_path)
    before, held = reader.generation, reader.reader()
    assert take(tmp_path, shelf, PlainAnalyser("another")).due
    assert found(held, EVERYTHING) == {"source:one"}
    wait_a_little(reader)
    assert reader.generation != before
    assert found(reader.reader(), EVERYTHING) == {"source:one"}


def test_what_is_published_while_an_index_is_made_is_in_it(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("one", "a"), source("two", "b")])
    take(tmp_path, shelf)
    indexer = Indexer(tmp_path, PlainAnalyser("another"), PlainNamer())

    @contextmanager
    def at_last() -> Iterator[MemoryShelf]:
        shelf.withdraw("source:one")
        shelf.publish(source("three", "c"))
        assert indexer.take(shelf).due, "meanwhile the old one goes on"
        assert found(ServingIndex(tmp_path).reader(), EVERYTHING) == {"source:two", "source:three"}
        yield shelf

    taken = indexer.make_anew(shelf, at_last)
    assert (taken.put, taken.gone) == (3, 1)
    assert not indexer.is_due()
    assert found(ServingIndex(tmp_path).reader(), EVERYTHING) == {"source:two", "source:three"}


def test_two_generations_are_kept(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("one", "word")])
    for number in range(4):
        take(tmp_path, shelf, PlainAnalyser(f"v{number}"))
    folders = [path for path in tmp_path.iterdir() if path.is_dir() and not path.is_symlink()]
    assert len(folders) == KEPT
    current = Generations(tmp_path).current()
    assert current in folders


def test_a_making_that_was_cut_off_is_cleared_away(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("one", "word")])
    take(tmp_path, shelf)
    generations = Generations(tmp_path)
    with generations.alone():
        cut_off = generations.begin("0" * 16)
    (cut_off / "records").mkdir()
    assert found(ServingIndex(tmp_path).reader(), EVERYTHING) == {"source:one"}
    take(tmp_path, shelf, PlainAnalyser("another"))
    assert not cut_off.exists()


def put_in_place(path: Path, data: bytes) -> None:
    """Another file under the same name. What the engine has mapped into memory must not be cut off: it would be killed,
    and its threads that look for a new commit are slow to end.
    """
    aside = path.with_name(f"{path.name}.aside")
    aside.write_bytes(data)
    aside.replace(path)


def damage_end(path: Path) -> None:
    put_in_place(path, path.read_bytes()[: path.stat().st_size // 2])


def damage_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(len(data) // 3, 2 * len(data) // 3):
        data[place] ^= 0x5A
    put_in_place(path, bytes(data))


def damage_all(path: Path) -> None:
    put_in_place(path, b"")


@pytest.mark.parametrize("damage", [damage_end, damage_middle, damage_all])
@pytest.mark.parametrize("pattern", ["meta.json", "*.store", "*.fast", "*.term", "*.idx", "lexicon.sqlite3"])
def test_a_damaged_index_is_never_an_error_of_ours_and_is_made_anew(
    tmp_path: Path, pattern: str, damage: Callable[[Path], None]
) -> None:
    shelf = MemoryShelf([source(f"s{n}", f"word number {n} of many") for n in range(30)])
    take(tmp_path, shelf)
    current = Generations(tmp_path).current()
    assert current is not None
    for path in current.rglob(pattern):
        damage(path)
    index = ServingIndex(tmp_path)
    with suppress(NoIndexError, BrokenIndexError, sqlite3.DatabaseError):
        ask_everything(index)
    index.damaged()
    shelf.publish(source("new", "word"))
    take(tmp_path, shelf)
    ask_everything(ServingIndex(tmp_path))
    assert len(found(ServingIndex(tmp_path).reader(), Has("body", "word"))) == 31


@pytest.mark.parametrize("damage", [damage_middle, os.unlink])
@pytest.mark.parametrize("pattern", ["meta.json", "*.store", "*.fast", "*.term", "lexicon.sqlite3"])
def test_whoever_publishes_into_a_damaged_index_makes_it_anew_or_goes_on(
    tmp_path: Path, pattern: str, damage: Callable[[Path], None]
) -> None:
    """Damage that no reader has met yet. (A flipped bit inside a segment may stay unseen: then nothing fails.)"""
    shelf = MemoryShelf([source(f"s{n}", f"word number {n} of many") for n in range(30)])
    take(tmp_path, shelf)
    current = Generations(tmp_path).current()
    assert current is not None
    for path in current.rglob(pattern):
        damage(path)
    shelf.publish(source("new", "word"))
    take(tmp_path, shelf)
    assert ServingIndex(tmp_path).reader().standing().taken_up_to == 31


def ask_everything(index: ServingIndex) -> None:
    reader = index.reader()
    for match in (Has("body", "word"), EVERYTHING):
        ranking = reader.records(match, ANYWHERE)
        reader.counts(match, ANYWHERE, FACETS)
        reader.documents([one.key for one in ranking.first])
        reader.passages(match, ANYWHERE)
    index.lexicon.forms("word")


def test_an_index_that_is_ahead_of_the_library_is_made_anew(tmp_path: Path) -> None:
    """As after a backup of the desk is brought back."""
    take(tmp_path, MemoryShelf([source("one", "a"), source("two", "b"), source("three", "c")]))
    assert take(tmp_path, MemoryShelf([source("one", "a")])).due
    assert found(ServingIndex(tmp_path).reader(), EVERYTHING) == {"source:one"}


def test_an_index_that_lost_records_is_made_anew(tmp_path: Path) -> None:
    shelf = MemoryShelf([source("one", "a"), source("two", "b")])
    take(tmp_path, shelf)
    shelf.held["sthree"] = source("three", "c")
    assert take(tmp_path, shelf).due
    assert len(found(ServingIndex(tmp_path).reader(), EVERYTHING)) == 3


@settings(max_examples=10)
@given(archives(), st.data())
def test_step_by_step_gives_what_all_at_once_gives(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record], data: st.DataObject
) -> None:
    """The law of the index: whatever is published, changed and withdrawn in any order, it is that of the library."""
    folder = tmp_path_factory.mktemp("index")
    shelf = MemoryShelf()
    for _ in range(3):
        some = data.draw(st.lists(st.sampled_from(records), unique_by=lambda record: record.id))
        shelf.publish(*some)
        gone = data.draw(st.lists(st.sampled_from(records), max_size=3))
        shelf.withdraw(*(record.reference for record in gone))
        take(folder, shelf)
    reader, truth = ServingIndex(folder).reader(), oracle(shelf)
    assert reader.counts(EVERYTHING, ANYWHERE, FACETS, 10_000) == truth.counts(
        EVERYTHING, ANYWHERE, FACETS, 10_000
    )
    assert (reader.standing().records, reader.standing().passages) == (
        truth.standing().records,
        truth.standing().passages,
    )
    assert dict(reader.forms("", 10_000)) == dict(truth.forms("", 10_000))


def oracle(shelf: MemoryShelf) -> Reader:
    engine = MemoryEngine()
    documents = [
        document_of(
            record,
            Surroundings(
                address=shelf.address(record),
                subjects=tuple(shelf.subjects_of(record.reference)) if record.kind == "source" else (),
                current=shelf.current,
            ),
        )
        for record in shelf.everything()
    ]
    engine.apply([analyse(one, PlainAnalyser(), Counter()) for one in documents if one], [], 1)
    return engine.reader()


def test_a_year_is_found_by_its_number(tmp_path: Path) -> None:
    take(tmp_path, MemoryShelf([Year(id="y1", slug="1956")]))
    assert found(ServingIndex(tmp_path).reader(), Has("body", "1956")) == {"year:1956"}
