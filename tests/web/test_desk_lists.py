"""Lists in HTTP: filters, orders, pages, saved filters; and as few questions to the database for long ones."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.authorities.lists import paging
from sourcebook.authorities.models import Person, SavedFilter
from sourcebook.publishing.gather import mark_live
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Contribution, Name, Record, Rights, Source, Theme
from sourcebook.record import Person as PersonRecord
from sourcebook.sources.models import Source as SourceRow
from sourcebook.vocabulary.dates import read_date

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/sources/source/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def poster(number: int, **fields: Any) -> Source:
    return Source(slug=f"poster-{number:02}", medium="image", title={"en": f"Poster {number:02}"}, **fields)


@pytest.fixture
def desk() -> Client:
    made: list[Record] = [
        Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
        Theme(slug="war", title={"en": "War"}),
        PersonRecord(
            slug="nagy", names=(Name(text="Imre Nagy"),), born=read_date("1896"), died=read_date("1958")
        ),
        Source(
            slug="speech",
            medium="text",
            title={"en": "The Speech", "ru": "О культе личности"},
            languages=("ru",),
            date=read_date("25 February 1956"),
            themes=("theme:war",),
            about=("person:nagy",),
            rights=Rights(statement=CC0),
        ),
        Source(
            slug="letter",
            medium="text",
            title={"en": "A letter"},
            languages=("en", "ru"),
            date=read_date("between 1950 and 1960"),
            contributions=(Contribution(role="author", agent="person:nagy"),),
        ),
        *map(poster, range(60)),
    ]
    restore_all(made)
    mark_live(["source:speech", "source:poster-01"])
    SourceRow.objects.filter(slug="poster-01").update(has_unpublished_changes=True)
    mark_live(["source:poster-02"])
    mark_live(["source:poster-02"], live=False)
    User.objects.create_superuser("anna", "", "a long pass phrase")
    User.objects.create_superuser("boris", "", "a long pass phrase")
    client = Client()
    assert client.login(username="anna", password="a long pass phrase")
    return client


def slugs(answer: Any) -> list[str]:
    return [row.slug for row in answer.context["object_list"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"medium": "text"}, ["letter", "speech"]),
        ({"state": "live"}, ["speech"]),
        ({"state": "changed"}, ["poster-01"]),
        ({"state": "withdrawn"}, ["poster-02"]),
        ({"state": ["live", "withdrawn"]}, ["poster-02", "speech"]),
        ({"state": "review"}, []),
        ({"language": "en"}, ["letter"]),
        ({"rights": CC0}, ["speech"]),
        ({"rights": "none", "medium": "text"}, ["letter"]),
        ({"years_min": "1956", "years_max": "1956"}, ["letter", "speech"]),
        ({"years_min": "1961"}, []),
        ({"theme": "war"}, ["speech"]),
        ({"q": "культе", "medium": "text"}, ["speech"]),
    ],
)
def test_sources_are_filtered(desk: Client, asked: dict[str, Any], found: list[str]) -> None:
    assert slugs(desk.get(LIST, asked)) == found


def test_sources_are_filtered_by_whom_they_name(desk: Client) -> None:
    nagy = Person.objects.get().pk
    assert slugs(desk.get(LIST, {"about": nagy})) == ["letter", "speech"]
    assert slugs(desk.get(LIST, {"changed_by": User.objects.get(username="boris").pk})) == []


@pytest.mark.parametrize(
    "order", ["", "medium", "-medium", "first_day", "-first_day", "changed_at", "-changed_at"]
)
def test_pages_neither_overlap_nor_leave_anything_out(desk: Client, order: str) -> None:
    pages = [slugs(desk.get(LIST, {"ordering": order, "p": number})) for number in (1, 2)]
    assert [len(page) for page in pages] == [50, 12]
    assert len({slug for page in pages for slug in page}) == 62


def test_what_is_many_is_not_counted_to_its_end(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNTED", 20)
    answer = desk.get(LIST, {"q": "p"})
    assert answer.context["paginator"].more_than == 20
    assert "More than 20" in answer.content.decode()
    assert desk.get(LIST).context["paginator"].more_than is None


def test_questions_to_the_database_do_not_grow_with_the_list(
    desk: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    for address in (LIST, "/admin/snippets/authorities/person/", reverse("authority_chooser:choose_results")):
        desk.get(address)
        with django_assert_max_num_queries(20) as few:
            desk.get(address)
        restore_all(
            [
                *map(poster, range(60, 70)),
                *(PersonRecord(slug=f"p{n}", names=(Name(text="P"),)) for n in range(9)),
            ]
        )
        with django_assert_num_queries(len(few)):
            desk.get(address)


def test_two_of_one_name_are_told_apart_in_choosers(desk: Client) -> None:
    restore_all([PersonRecord(slug="other", names=(Name(text="Imre Nagy"),), summary={"en": "Painter"})])
    shown = desk.get(reverse("authority_chooser:choose_results"), {"q": "nagy"}).content.decode()
    assert "1896–1958" in shown
    assert "Painter" in shown


def test_a_filter_is_saved_shared_and_forgotten(desk: Client) -> None:
    asked = f"{LIST}?q=post&medium=image"
    assert "Save this filter" in desk.get(asked).content.decode()
    answer = desk.post("/admin/filters/add/", {"next": asked, "name": "Posters", "shared": "on"})
    assert (answer.status_code, answer["Location"]) == (302, asked)
    twice = desk.post("/admin/filters/add/", {"next": asked, "name": "Posters"})
    assert "choose another name" in twice.content.decode()
    other = Client()
    other.login(username="boris", password="a long pass phrase")
    assert "Posters" in other.get(LIST).content.decode()
    assert "Posters" not in other.get("/admin/snippets/authorities/person/").content.decode()
    saved = SavedFilter.objects.get()
    assert other.post(f"/admin/filters/{saved.pk}/", {"name": "Mine"}).status_code == 404
    desk.post(f"/admin/filters/{saved.pk}/", {"name": "Posters"})
    assert "Posters" not in other.get(LIST).content.decode()
    assert other.post(f"/admin/filters/{saved.pk}/delete/").status_code == 403
    desk.post(f"/admin/filters/{saved.pk}/delete/")
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    "address", ["https://example.org/admin/", "/", "/admin/", "//example.org/", "/admin/none/"]
)
def test_only_lists_are_saved(desk: Client, address: str) -> None:
    assert desk.post("/admin/filters/add/", {"next": address, "name": "X"}).status_code == 302
    assert not SavedFilter.objects.exists()
