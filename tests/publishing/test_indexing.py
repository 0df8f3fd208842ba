"""The search index is one of the outlets: it follows the log, says what it could not take, and mends itself."""

import shutil

import pytest

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing import log
from sourcebook.publishing.actions import publish, withdraw
from sourcebook.publishing.indexing.door import LogDoor
from sourcebook.publishing.indexing.making import indexer_of, make_anew
from sourcebook.publishing.indexing.shelf import LibraryShelf
from sourcebook.publishing.indexing.work import see_to_the_index
from sourcebook.publishing.library import PublishedLibrary, library_path
from sourcebook.publishing.models import JournalEntry, Run
from sourcebook.publishing.recording import record_withdrawn
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Passage, Person, Selection, Source, Subject, TextVersion, Year
from sourcebook.search.answering import Searcher
from sourcebook.search.asking import Filters, Question
from sourcebook.search.generations import Generations
from sourcebook.search.highlighting import LexiconHighlighter
from sourcebook.search.matching import EVERYTHING, Bears, Has, Match, Mentions
from sourcebook.search.opening import ServingIndex

pytestmark = pytest.mark.django_db

NAGY = Person(
    slug="imre-nagy", names=(Name(text="Imre Nagy", language="en"), Name(text="Имре Надь", language="ru"))
)
SPEECH = Source(
    slug="radio-speech",
    medium="text",
    title={"en": "A speech on the radio"},
    texts=(
        TextVersion(
            key="en",
            language="en",
            passages=(Passage(key="p1", text="At dawn [he](person:imre-nagy) spoke."),),
        ),
        TextVersion(
            key="ru", language="ru", passages=(Passage(key="p1", text="На рассвете он говорил о Хрущёве."),)
        ),
    ),
)
BUDAPEST = Subject(
    slug="budapest",
    title={"en": "Budapest"},
    year="year:1956",
    selections=(Selection(source="source:radio-speech"),),
)


@pytest.fixture
def published(archive: ArchiveFolder) -> ArchiveFolder:
    """A small archive, all of it published."""
    home = Archive(slug="archive", title={"en": "Trial"}, languages=("en", "ru"))
    restore_all([home, Year(slug="1956"), NAGY, SPEECH, BUDAPEST])
    publish(workers=1)
    return archive


def found(archive: ArchiveFolder, match: Match) -> set[str]:
    reader = ServingIndex(archive.index).reader()
    ranking = reader.records(match, Filters(), limit=100)
    return {document.reference for document in reader.documents([one.key for one in ranking.first]).values()}


def test_what_is_published_is_found(published: ArchiveFolder) -> None:
    assert found(published, EVERYTHING) == {
        "year:1956",
        "person:imre-nagy",
        "source:radio-speech",
        "subject:budapest",
    }
    assert found(published, Has("body", "speech")) == {"source:radio-speech"}
    assert found(published, Has("body", "хрущев")) == {"source:radio-speech"}, (
        "by the grammar of the text's language"
    )
    assert found(published, Mentions("person:imre-nagy")) == {"source:radio-speech"}
    assert found(published, Bears("subject", "subject:budapest")) == {
        "source:radio-speech",
        "subject:budapest",
    }
    reader = ServingIndex(published.index).reader()
    (hit,) = reader.passages(Has("body", "хрущев"), Filters())
    passage = reader.passage_documents([hit.id])[hit.id]
    assert [anchor.fragment for anchor in passage.anchors] == ["p1"]
    (other,) = reader.passage_documents(passage.aligned).values()
    assert other.text == "At dawn he spoke."


def test_what_is_withdrawn_is_found_no_more(published: ArchiveFolder) -> None:
    withdraw(["source:radio-speech"], reason="A trial.")
    assert found(published, Has("body", "speech")) == set()
    assert found(published, Bears("subject", "subject:budapest")) == {"subject:budapest"}
    assert ServingIndex(published.index).reader().forms("radio", 5) == []


def test_the_door_is_shut_as_soon_as_the_log_says_so(
    published: ArchiveFolder, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    asked = ["source:radio-speech", "person:imre-nagy", "person:nobody"]
    assert set(LogDoor().in_force(asked)) == {"source:radio-speech", "person:imre-nagy"}
    record_withdrawn(["source:radio-speech"], reason="A trial.")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert set(LogDoor().in_force(asked)) == {"person:imre-nagy"}
    assert found(published, Has("body", "speech")) == {"source:radio-speech"}, (
        "the index has not followed yet"
    )


def test_a_name_under_which_nothing_is_published_any_more_is_shut(published: ArchiveFolder) -> None:
    restore_all(
        [
            Person(
                slug="nagy", id=_identifier("person:imre-nagy"), former_slugs=("imre-nagy",), names=NAGY.names
            )
        ]
    )
    publish(workers=1)
    assert set(LogDoor().in_force(["person:imre-nagy", "person:nagy"])) == {"person:nagy"}
    assert found(published, Bears("person", "person:nagy")) == {"person:nagy", "source:radio-speech"}


def _identifier(reference: str) -> str:
    return next(line.identifier for line in log.live().values() if line.reference == reference)


def test_only_what_changed_is_indexed_again(published: ArchiveFolder) -> None:
    restore_all([Person(slug="new", names=(Name(text="Somebody"),))])
    publish(workers=1)
    assert JournalEntry.objects.filter(step="index").latest("id").done == 1


def test_an_index_that_was_deleted_is_made_again_by_the_next_publication(published: ArchiveFolder) -> None:
    before = found(published, EVERYTHING)
    shutil.rmtree(published.index)
    publish(workers=1)
    assert found(published, EVERYTHING) == before


def test_it_is_made_anew_without_the_lock_and_takes_in_what_came_meanwhile(published: ArchiveFolder) -> None:
    before = Generations(published.index).current()
    taken = make_anew(published)
    assert (taken.put, taken.gone, taken.aside) == (4, 0, {})
    assert Generations(published.index).current() != before
    assert len(found(published, EVERYTHING)) == 4
    assert not indexer_of(published).is_due()


@pytest.mark.django_db(transaction=True)
def test_a_worker_sees_to_an_index_that_is_missing(published: ArchiveFolder) -> None:
    see_to_the_index()
    assert not Run.objects.filter(kind="index").exists()
    shutil.rmtree(published.index)
    see_to_the_index()
    assert [(run.state, run.outcome) for run in Run.objects.filter(kind="index")] == [("done", "")]
    assert len(found(published, EVERYTHING)) == 4


def test_one_state_of_the_library_is_read_while_another_writes(published: ArchiveFolder) -> None:
    path = library_path(published.access)
    with PublishedLibrary(path) as held, held.one_state():
        shelf = LibraryShelf(held)
        before = shelf.taken_up_to(), shelf.size()
        withdraw(["source:radio-speech"], reason="A trial.")
        assert (shelf.taken_up_to(), shelf.size()) == before
        assert shelf.published("source:radio-speech") is not None
    with PublishedLibrary(path) as library:
        assert LibraryShelf(library).size() == before[1] - 1


def test_what_search_cannot_take_is_told_and_the_rest_is_published(
    published: ArchiveFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in for a fault of a grammar: no text is known that ours fail on."""
    analyser = type(indexer_of(published)._analyser)
    whole = analyser.tokens

    def failing(self: object, text: str, language: str) -> object:
        if "arsenic" in text:
            raise RecursionError("too deep")
        return whole(self, text, language)  # type: ignore[arg-type]

    monkeypatch.setattr(analyser, "tokens", failing)
    poison = Source(slug="poison", medium="text", title={"en": "arsenic"})
    restore_all([poison, Source(slug="bread", medium="text", title={"en": "bread"})])
    outcome = publish(workers=1)
    assert "source:poison (RecursionError: too deep)" in outcome.told
    assert "source:poison" in Run.objects.latest("id").outcome
    assert found(published, Has("body", "bread")) == {"source:bread"}
    assert (published.public / "sources/poison/index.html").exists()


def test_who_is_not_published_stands_in_no_count(published: ArchiveFolder) -> None:
    index = ServingIndex(published.index)
    searcher = Searcher(index, LogDoor(), LexiconHighlighter(index.lexicon))

    def people() -> list[str]:
        return [value.value for value in searcher.search(Question(facets=("person",))).facets["person"]]

    assert people() == ["person:imre-nagy"]
    record_withdrawn(["person:imre-nagy"], reason="A trial.")
    assert people() == []
    withdraw(["person:imre-nagy"], reason="A trial.")
    assert people() == [], "the speech still names him"
    assert [hit.record.reference for hit in searcher.search(Question(match=Has("body", "speech"))).hits] == [
        "source:radio-speech"
    ]
