"""What a question finds: every form, phrases, beginnings, fields, dates; and what it says when it finds little."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.record import Passage, Person, Place, Record, Source, TextVersion
from sourcebook.record.parts import Contribution, Name
from sourcebook.search.asking import Question
from sourcebook.vocabulary.dates import read_date
from tests.search.room import SearchRoom

TEXTS = {
    "resolution": (
        "en",
        "The Resolution on overcoming the cult of personality was printed; speeches followed.",
    ),
    "letter": (
        "en",
        "De-Stalinization began with a letter. The Committee read it at Khru-\nshchev's request.",
    ),
    "doklad": ("ru", "Хруще́въ прочёл докладъ на съѣздѣ; русскаго перевода не было."),
    "minutes": ("en", "The committee of ministers met and read letters from the congress."),
    "chinese": ("zh", "北京大学历史系"),
    "polish": ("pl", "Robotnicy Poznania żądali chleba; w Łodzi było cicho."),
}
DATES = {"resolution": "30 June 1956", "letter": "1955/1957", "doklad": "25 февраля 1956", "minutes": "1961"}


def records() -> list[Record]:
    sources: list[Record] = [
        Source(
            id=f"s{slug}",
            slug=slug,
            medium="text",
            title={language: f"Item {slug}"},
            languages=(language,),
            date=read_date(DATES[slug]) if slug in DATES else None,
            place="place:warsaw" if slug == "polish" else "",
            contributions=(Contribution(role="author", credited_as="A. Suslov"),)
            if slug == "minutes"
            else (),
            texts=(TextVersion(key=language, language=language, passages=(Passage(key="p1", text=text),)),),
        )
        for slug, (language, text) in TEXTS.items()
    ]
    return [
        *sources,
        Person(id="p1", slug="khrushchev", names=(Name(text="Никита Хрущёв", language="ru"),)),
        Place(
            id="w1",
            slug="warsaw",
            names=(Name(text="Warsaw", language="en"), Name(text="Варшава", language="ru")),
        ),
    ]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> SearchRoom:
    return SearchRoom(tmp_path_factory.mktemp("index"), records())


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("speech", "resolution"),
        ("speeching", "resolution"),
        ("destalinization", "letter"),
        ("de-Stalinization", "letter"),
        ("хрущёва доклад съезд", "doklad"),
        ("русского", "doklad"),
        ("lodz", "polish"),
        ("北京", "chinese"),
        ("历史", "chinese"),
        ("学", "chinese"),
        ("京大学历", "chinese"),
        ('"cult of personality"', "resolution"),
        ('"cults of personalities"', "resolution"),
        ('"personality cult"', ""),
        ("overc*", "resolution"),
        ("comittee~", "letter minutes"),
        ("committee -ministers", "letter"),
        ("title:polish", "polish"),
        ("title:chleba", ""),
        ("by:Suslov", "minutes"),
        ("автор:Suslov", "minutes"),
        ("place:Варшава", "polish warsaw"),
        ("in:pl", "polish"),
        ("language:польский", "polish"),
        ("year:1956", "resolution letter doklad"),
        ("year:1956!", "resolution doklad"),
        ("year:1957..1962", "letter minutes"),
        ("год:..1955", "letter"),
        ("personality OR ministers", "resolution minutes"),
        ("the committee", "letter minutes"),
        ("war committee", ""),
        ("kind:place", "warsaw"),
        ("вид:место", "warsaw"),
    ],
)
def test_a_question_finds(room: SearchRoom, asked: str, slugs: str) -> None:
    assert {reference.split(":")[1] for reference in room.found(asked, all_words=True)} == set(slugs.split())


def test_a_word_in_its_dictionary_form_finds_texts_that_have_only_others(room: SearchRoom) -> None:
    assert not room.lexicon.forms("перевод")
    assert room.found("перевод") == ["source:doklad"]
    assert room.expanded("перевод").unknown == ()


def test_the_word_that_is_being_typed_may_be_unfinished(room: SearchRoom) -> None:
    assert [hit.record.reference for hit in room.ask("cult perso", typing=True).hits] == ["source:resolution"]


def test_few_answers_with_all_words_are_followed_by_those_with_some(room: SearchRoom) -> None:
    found = room.ask("cult ministers")
    assert found.loosened
    assert {hit.record.reference for hit in found.hits} == {"source:resolution", "source:minutes"}
    assert not room.ask("cult personality").loosened


def test_what_no_text_has_is_told_and_its_nearest_word_is_tried(room: SearchRoom) -> None:
    assert room.expanded("persnality").unknown == ("persnality",)
    assert room.found("persnality") == ["source:resolution"]
    assert room.proposed("cult of persnality") == "cult of personality"
    assert room.proposed("“Cults of Persnality”") == "“Cults of Personality”"
    assert room.proposed("personality") == room.proposed("zzzz") == ""


def test_only_words_of_what_is_published_are_proposed(tmp_path: Path) -> None:
    """The lexicon remembers the words of what was withdrawn; the reader knows that they are gone."""
    room = SearchRoom(tmp_path, records())
    assert room.proposed("minsters") == "ministers"
    room.withdraw("source:minutes")
    assert room.lexicon.forms("ministers")
    # A reader may be a tenth of a second behind.
    deadline = time.monotonic() + 2
    while room.proposed("minsters"):
        assert time.monotonic() < deadline


def test_over_its_budget_a_question_returns_what_it_has_and_says_so(room: SearchRoom) -> None:
    asked = Question(match=room.expanded("committee").match)
    whole, cut = room.searcher.search(asked), room.searcher.search(asked, budget=0)
    assert (whole.incomplete, cut.incomplete) == (False, True)
    assert [hit.record for hit in cut.hits] == [hit.record for hit in whole.hits]
    assert whole.facets
    assert cut.facets in ({}, whole.facets), "counted beside, and taken where that is done"
    assert not any(hit.passages for hit in cut.hits)


TYPED = st.text(st.sampled_from("cultpersonality хрущёв北京 \"*-:~()OR.'́"), max_size=50) | st.text(
    max_size=40
)


@given(TYPED, st.booleans())
def test_whatever_is_typed_is_answered(room: SearchRoom, asked: str, typing: bool) -> None:
    for hit in room.ask(asked, typing=typing).hits:
        for passage in hit.passages:
            for mark in passage.marks:
                assert 0 <= mark.start < mark.end <= len(passage.passage.text)


@pytest.mark.parametrize(
    "piece", ['"', "(", "*", "a* ", "title:", "-x ", "北", "хрущёв ", "a~ ", "\u202e", "OR "]
)
def test_ten_thousand_characters_are_answered(room: SearchRoom, piece: str) -> None:
    assert not room.ask(piece * (10_000 // len(piece))).incomplete
