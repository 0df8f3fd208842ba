"""What the pickers ask: names in any alphabet, few queries however many there are, and nothing for strangers."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Note, Passage, Person, Source, Subject, Term, TextVersion, Year
from sourcebook.web.editors import create_editor

pytestmark = pytest.mark.django_db

TEXT = TextVersion(
    key="en",
    language="en",
    passages=(
        Passage(key="p1", text="One *two*,[^1] three’s [four](person:p0).", speaker="He"),
        Passage(key="p2", text="Five\\\nsix."),
        Passage(key="p3", text="- a list"),
    ),
    notes=(Note(key="1", text="A note."),),
)


@pytest.fixture
def desk() -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
            Year(slug="1956"),
            Subject(slug="thaw", title={"en": "The Thaw"}, year="year:1956"),
            Person(
                slug="nikita-khrushchev",
                names=(
                    Name(text="Nikita Khrushchev", language="en", sort_as="Khrushchev, Nikita"),
                    Name(text="Никита Хрущёв", language="ru", sort_as="Хрущёв, Никита"),
                ),
                summary={"en": "First <b>Secretary"},
            ),
            *(Person(slug=f"p{n}", names=(Name(text=f"Person {n:02}", language="en"),)) for n in range(45)),
            Term(slug="thaw", names=(Name(text="thaw", language="en"),)),
            Source(slug="speech", medium="text", title={"en": "The Speech", "ru": "Доклад"}, texts=(TEXT,)),
        ]
    )


@pytest.fixture
def client(desk: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def ask(client: Client, path: str = "", **question: Any) -> Any:
    answer = client.get(f"/admin/pick/{path}", question)
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.parametrize("query", ["Хрущ", "хрущев", "KHRUSH", "nikita khr"])
def test_a_person_is_found_by_any_name(client: Client, query: str) -> None:
    (item,) = ask(client, kind="person", q=query)["items"]
    assert item == {
        "reference": "person:nikita-khrushchev",
        "title": "Khrushchev, Nikita",
        "name": "Nikita Khrushchev",
        "names": ["Никита Хрущёв"],
        "detail": "First <b>Secretary",
        "live": False,
    }


def test_kinds_are_apart_and_lists_come_in_pages(client: Client) -> None:
    assert [item["reference"] for item in ask(client, kind="term", q="thaw")["items"]] == ["term:thaw"]
    assert [item["reference"] for item in ask(client, kind="subject", q="thaw")["items"]] == ["subject:thaw"]
    assert ask(client, kind="source", q="докл")["items"][0]["title"] == "The Speech"
    pages = [ask(client, kind="person", page=page) for page in (1, 2, 3, 4)]
    assert [len(page["items"]) for page in pages] == [20, 20, 6, 0]
    assert [page["more"] for page in pages] == [True, True, False, False]
    assert len({item["reference"] for page in pages for item in page["items"]}) == 46


@pytest.mark.parametrize(("kind", "most"), [("person", 9), ("source", 9)])
def test_the_queries_are_few_and_do_not_grow(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, kind: str, most: int
) -> None:
    ask(client, kind=kind)
    with django_assert_max_num_queries(most):
        ask(client, kind=kind, q="p")


def test_names_of_references_are_told_at_once(client: Client) -> None:
    asked = ["person:p1", "source:speech", "term:none", "nonsense", "subject:thaw"]
    answer = client.get("/admin/pick/names/", {"reference": asked})
    assert answer.json()["titles"] == {
        "person:p1": "Person 01", "source:speech": "The Speech", "subject:thaw": "The Thaw",
    }  # fmt: skip


def test_a_source_tells_what_can_be_pointed_to(client: Client) -> None:
    told = ask(client, "source/", source="source:speech")
    assert told["versions"] == [{"key": "en", "label": "English (en)"}]
    listed = ask(client, "passages/", source="source:speech", version="en")
    assert [(one["key"], one["text"]) for one in listed["passages"]] == [
        ("p1", "One two, three’s four."), ("p2", "Five\nsix."), ("p3", "- a list"),
    ]  # fmt: skip
    assert [
        one["key"]
        for one in ask(client, "passages/", source="source:speech", version="en", q="SIX")["passages"]
    ] == ["p2"]


@pytest.mark.parametrize(
    ("span", "parts", "text", "words"),
    [
        ("p1", [], "One two, three’s four.", ""),
        ("p1", ["0-7"], "One two, three’s four.", "One *two*"),
        ("p1", ["1-6"], "One two, three’s four.", "One *two*"),
        ("p1", ["17-99", "0-3"], "One two, three’s four.", "One […] four."),
        ("p1--p2", ["9-30"], "One two, three’s four.\n\nFive\nsix.", "three’s four.\n\nFive\\\nsix"),
        ("p3", ["0-99"], "- a list", "\\- a list"),
    ],
)
def test_words_are_fetched_from_the_source(
    client: Client, span: str, parts: list[str], text: str, words: str
) -> None:
    told = ask(client, "words/", source="source:speech", version="en", span=span, part=parts)
    assert told == {"text": text, "words": words}


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("", {"kind": "page"}),
        ("", {}),
        ("source/", {"source": "source:none"}),
        ("passages/", {"source": "source:speech", "version": "ru"}),
        ("words/", {"source": "source:speech", "version": "en", "span": "p9"}),
        ("words/", {"source": "source:speech", "version": "en", "span": "<x>"}),
        ("words/", {"source": "source:speech", "version": "en", "span": "p1", "part": "a-b"}),
    ],
)
def test_a_wrong_question_is_answered_with_a_sentence(client: Client, path: str, question: Any) -> None:
    answer = client.get(f"/admin/pick/{path}", question)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("path", ["", "names/", "source/", "passages/", "words/"])
def test_strangers_are_sent_to_the_door(desk: None, path: str) -> None:
    assert (
        Client().get(f"/admin/pick/{path}", {"kind": "person", "source": "source:speech"}).status_code == 302
    )


def test_who_may_only_look_sees_no_unpublished_source(desk: None) -> None:
    create_editor("anna", "a long pass phrase", "moderator")
    client = Client()
    client.force_login(User.objects.get(username="anna"))
    answer = client.get("/admin/pick/source/", {"source": "source:speech"})
    assert answer.status_code in (302, 400, 403)
    assert b"The Speech" not in answer.content
