"""The lists of subjects, themes and years: flat, searched, filtered, sorted, paged; and few questions for long ones."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.lists import paging
from sourcebook.authorities.models import Person as PersonRow
from sourcebook.authorities.models import SavedFilter
from sourcebook.publishing.gather import mark_live
from sourcebook.publishing.recording import record_published
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Person, Record, Subject, Theme, Year
from sourcebook.subjects.models import SubjectPage, YearPage
from sourcebook.vocabulary.dates import read_date
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db

LIST = "/admin/subjects/"


def no(number: int, year: int = 1957) -> Subject:
    return Subject(slug=f"no-{number:02}", title={"en": f"No. {number:02}"}, year=f"year:{year}")


@pytest.fixture
def desk(archive: ArchiveFolder) -> Client:
    made: list[Record] = [
        Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
        Year(slug="1956"),
        Year(slug="1957", title={"en": "The year of the satellite"}),
        Theme(slug="war", title={"en": "War", "ru": "Война"}),
        Theme(slug="art", title={"en": "Art"}),
        Person(slug="nagy", names=(Name(text="Imre Nagy"),)),
        Subject(
            slug="speech",
            title={"en": "The Secret Speech", "ru": "О культе личности"},
            year="year:1956",
            date=read_date("25 February 1956"),
            themes=("theme:war",),
        ),
        Subject(slug="rising", title={"en": "A rising"}, year="year:1956", about=("person:nagy",)),
        *map(no, range(60)),
    ]
    restore_all(made)
    mark_live(["subject:speech", "subject:no-01"])
    SubjectPage.objects.filter(slug="no-01").update(has_unpublished_changes=True)
    mark_live(["subject:no-02"])
    mark_live(["subject:no-02"], live=False)
    return signed_in("administrator")


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def slugs(answer: Any) -> list[str]:
    return [row.slug for row in answer.context["object_list"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"year": "1956"}, ["rising", "speech"]),
        ({"theme": "war"}, ["speech"]),
        ({"state": "live"}, ["speech"]),
        ({"state": "changed"}, ["no-01"]),
        ({"state": "withdrawn"}, ["no-02"]),
        ({"state": "review"}, []),
        ({"q": "культ лич"}, ["speech"]),
        ({"q": "secr", "year": "1957"}, []),
        ({"q": "ecret"}, []),
        ({"q": "?!"}, []),
        ({"q": "rising", "ordering": "-changed_at"}, ["rising"]),
    ],
)
def test_subjects_are_searched_and_filtered(desk: Client, asked: dict[str, Any], found: list[str]) -> None:
    assert slugs(desk.get(LIST, asked)) == found


def test_subjects_are_filtered_by_what_they_are_about(desk: Client) -> None:
    assert slugs(desk.get(LIST, {"about": PersonRow.objects.get().pk})) == ["rising"]
    assert slugs(desk.get(LIST, {"changed_by": User.objects.get().pk})) == []


def test_themes_and_years_have_lists_too(desk: Client) -> None:
    assert slugs(desk.get("/admin/themes/")) == ["art", "war"]
    assert slugs(desk.get("/admin/themes/", {"q": "вой"})) == ["war"]
    assert slugs(desk.get("/admin/years/", {"q": "satel"})) == ["1957"]
    assert slugs(desk.get("/admin/years/")) == ["1956", "1957"]
    home = desk.get("/admin/").content.decode()
    assert all(address in home for address in ("/admin/subjects/", "/admin/themes/", "/admin/years/"))


@pytest.mark.parametrize("order", ["", "heading", "-heading", "changed_at", "-changed_at", "nonsense"])
def test_pages_neither_overlap_nor_leave_anything_out(desk: Client, order: str) -> None:
    pages = [slugs(desk.get(LIST, {"ordering": order, "p": number})) for number in (1, 2)]
    assert [len(page) for page in pages] == [50, 12]
    assert len({slug for page in pages for slug in page}) == 62


def test_what_is_written_at_the_desk_is_found_by_old_and_new_words(desk: Client) -> None:
    page = SubjectPage.objects.get(slug="speech")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert submit(desk, edit, titles__en="The Report").status_code == 302
    for query in ("report", "secret"):
        (row,) = desk.get(LIST, {"q": query}).context["object_list"]
        assert row.heading == "The Secret Speech"
    assert slugs(desk.get(LIST, {"ordering": "-changed_at"}))[0] == "speech"
    by = User.objects.get(username="administrator").pk
    assert slugs(desk.get(LIST, {"changed_by": by})) == ["speech"]
    other = SubjectPage.objects.get(slug="no-05")
    submit(desk, reverse("wagtailadmin_pages:edit", args=[other.pk]), titles__en="Zoology")
    (row,) = desk.get(LIST, {"q": "zoolo"}).context["object_list"]
    assert row.heading == "Zoology"
    restore_all([no(5)])
    assert slugs(desk.get(LIST, {"q": "zoolo"})) == []


def test_what_is_scheduled_says_so(desk: Client) -> None:
    page = SubjectPage.objects.get(slug="rising")
    page.save_revision()
    Revision.objects.update(approved_go_live_at="2099-01-01T00:00:00Z")
    assert slugs(desk.get(LIST, {"state": "scheduled"})) == ["rising"]
    assert "scheduled" in desk.get(LIST, {"q": "rising"}).content.decode()


def test_what_is_many_is_not_counted_to_its_end(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNTED", 20)
    answer = desk.get(LIST, {"q": "no"})
    assert answer.context["paginator"].more_than == 20
    assert "More than 20" in answer.content.decode()


@pytest.mark.parametrize("role", ["administrator", "editor"])
def test_questions_to_the_database_do_not_grow_with_the_list(
    desk: Client, role: str, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client = desk if role == "administrator" else signed_in(role)
    for address in (LIST, f"{LIST}?q=no", f"{LIST}results/?q=no&year=1957"):
        client.get(address)
        with django_assert_max_num_queries(30) as few:
            assert client.get(address).status_code == 200
        restore_all([*map(no, range(60, 80))])
        with django_assert_num_queries(len(few)):
            client.get(address)


def test_a_filter_of_subjects_is_saved(desk: Client) -> None:
    asked = f"{LIST}?q=no&year=1957"
    assert "Save this filter" in desk.get(asked).content.decode()
    answer = desk.post("/admin/filters/add/", {"next": asked, "name": "Satellites"})
    assert (answer.status_code, answer["Location"]) == (302, asked)
    assert SavedFilter.objects.get().path == LIST
    assert "Satellites" in desk.get(LIST).content.decode()


def test_a_picker_of_subjects_finds_words_in_any_language_and_order(desk: Client) -> None:
    def picked(query: str) -> list[str]:
        items = desk.get(reverse("sourcebook_pick"), {"kind": "subject", "q": query}).json()["items"]
        return [item["title"] for item in items]

    assert picked("speech secr") == ["The Secret Speech"]
    assert picked("культе") == ["The Secret Speech"]
    assert picked("ecret") == []


def test_who_may_not_edit_pages_sees_none_of_it(desk: Client) -> None:
    moderator = signed_in("moderator")
    assert moderator.get(LIST).status_code in (302, 403)
    assert Client().get(LIST)["Location"].startswith("/admin/login/")


def test_many_are_withdrawn_from_the_list(desk: Client, django_capture_on_commit_callbacks: Any) -> None:
    publish_all = SubjectPage.objects.filter(slug__in=["speech", "rising"])
    record_published([page.reference for page in publish_all])
    page = desk.get(LIST, {"year": "1956"}).content.decode()
    assert "/admin/bulk/wagtailcore/page/unpublish/" in page
    assert "data-bulk-action-num-objects-in-listing" not in desk.get(LIST).content.decode()
    query = "&".join(f"id={one.pk}" for one in publish_all)
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(
            f"/admin/bulk/wagtailcore/page/unpublish/?{query}&next={LIST}", {"reason": "A trial."}
        )
    assert answer["Location"] == LIST
    assert slugs(desk.get(LIST, {"state": "withdrawn"})) == ["rising", "no-02", "speech"]


def test_one_is_added_from_the_list(desk: Client) -> None:
    add = reverse("subject_pages:choose_parent")
    assert add in desk.get(LIST).content.decode()
    year = YearPage.objects.get(slug="1957")
    answer = submit(desk, add, parent_page=str(year.pk))
    assert answer["Location"] == reverse("wagtailadmin_pages:add", args=["subjects", "subjectpage", year.pk])
    assert "/subjects/themepage/" in desk.get(reverse("theme_pages:choose_parent"))["Location"]


def test_an_empty_list_says_what_to_do_first() -> None:
    assert b"Add a year first" in signed_in("administrator").get(LIST).content
