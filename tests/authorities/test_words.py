"""The words by which lists and choosers find things: folded alike, kept by every way of writing, asked of an index."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.authorities.models import Authority, NameWord, Person
from sourcebook.authorities.models import Name as NameRow
from sourcebook.authorities.queries import named
from sourcebook.authorities.words import words_of, words_of_query
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, ExternalIdentifier, Holding, Name, Source
from sourcebook.record import Person as PersonRecord
from sourcebook.sources.models import Source as SourceRow
from sourcebook.sources.models import TitleWord
from sourcebook.sources.queries import titled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Хрущёв, Никита", {"хрущев", "никита"}),
        ("Gorʹkiĭ Gor'kij Gor’kii", {"gorkii", "gorkij"}),
        ("Łódź–Poznań", {"lodz", "poznan"}),
        ("Straße ΑΘΗΝΑ", {"strasse", "αθηνα"}),
        ("f. 1, op. 2", {"f", "1", "op", "2"}),
        ("?! …", set()),
        ("x" * 100, {"x" * 60}),
    ],
)
def test_words_are_folded_alike(text: str, words: set[str]) -> None:
    assert words_of(text) == words


@given(st.text())
def test_what_is_folded_folds_to_itself(text: str) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words
    assert all(word.isalnum() for word in words)


def test_a_word_that_another_begins_with_is_not_asked_twice() -> None:
    assert words_of_query("Nik Nikita K") == ["nikita", "k"]


@pytest.fixture
def people(db: None) -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
            PersonRecord(
                slug="khrushchev",
                names=(
                    Name(text="Nikita Khrushchev", language="en"),
                    Name(text="Никита Хрущёв", language="ru"),
                ),
                identifiers=(ExternalIdentifier(scheme="wikidata", value="Q35314"),),
            ),
            PersonRecord(slug="nagy", names=(Name(text="Imre Nagy"),)),
            Source(
                slug="speech",
                medium="text",
                title={"en": "The Speech", "ru": "О культе личности"},
                holdings=(Holding(repository="RGANI", call_number="f. 1, op. 2, d. 17"),),
            ),
        ]
    )


def found(query: str) -> set[str]:
    return set(named(Authority.objects.all(), query).values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("хрущев", {"khrushchev"}),
        ("ХРУ ники", {"khrushchev"}),
        ("q353", {"khrushchev"}),
        ("nag", {"nagy"}),
        ("n", {"khrushchev", "nagy"}),
        ("agy", set()),
        ("!", set()),
        ("  ", {"khrushchev", "nagy"}),
        ("'; drop table", set()),
        ("%", set()),
    ],
)
def test_people_are_found_by_the_beginnings_of_their_names(people: None, query: str, slugs: set[str]) -> None:
    assert found(query) == slugs


def test_sources_are_found_by_titles_and_call_numbers(people: None) -> None:
    for query in ("культе", "speech", "d 17"):
        assert titled(SourceRow.objects.all(), query).get().slug == "speech"


def test_words_follow_a_name_that_changes(people: None) -> None:
    nagy = Person.objects.get(slug="nagy")
    nagy.names.set([NameRow(text="Nagy Imre miniszterelnök")])
    nagy.save()
    assert found("miniszter") == {"nagy"}
    restore_all([PersonRecord(slug="nagy", names=(Name(text="Imre N."),))])
    assert found("miniszter") == set()
    assert NameWord.objects.filter(owner=nagy).count() == len(words_of("Imre N. nagy"))


def test_a_draft_is_found_by_its_title_and_heads_its_line_until_it_is_published(people: None) -> None:
    speech = SourceRow.objects.get()
    speech.title = {"en": "The Secret Report"}
    speech.save_revision(user=User.objects.create(username="anna"))
    row = SourceRow.objects.get()
    assert (row.heading, row.title["en"]) == ("The Secret Report", "The Speech")
    assert row.changed_by is not None
    assert row.changed_by.username == "anna"
    for query in ("secret", "speech"):
        assert titled(SourceRow.objects.all(), query).exists()
    SourceRow.objects.update(live=True, heading="The Speech")
    row.refresh_from_db()
    row.title = {"en": "A Third Title"}
    row.save_revision()
    assert SourceRow.objects.get().heading == "The Speech"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="The plan is SQLite's.")
def test_the_index_answers(people: None) -> None:
    rows: Any = TitleWord.objects.filter(word__begins="sp").values("owner_id")
    assert "USING COVERING INDEX sources_titleword_begins" in rows.explain()
