"""Drafts: what is written and not published leaves the row, and so the record, untouched; and the number of queries."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.models import Person
from sourcebook.publishing.deleting import StillPublished
from sourcebook.publishing.gather import gather, gather_all, gather_object, mark_live, with_drafts
from sourcebook.publishing.log import live
from sourcebook.publishing.restore import remove, restore_all
from sourcebook.record import Archive, Essay, Name, Passage, Record, Source, Subject, TextVersion, Year
from sourcebook.record import Person as PersonRecord
from sourcebook.subjects.models import SubjectPage
from tests.desk_forms import submit

HOME: list[Record] = [
    Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
    Year(slug="1956"),
]
NAGY = PersonRecord(slug="imre-nagy", names=(Name(text="Imre Nagy", language="en"),), id="nagy")


@pytest.fixture
def editor(archive: ArchiveFolder) -> Client:
    restore_all([*HOME, NAGY])
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def address(view: str) -> str:
    return reverse(Person.snippet_viewset.get_url_name(view), args=[Person.objects.get().pk])


def test_a_draft_of_a_published_person_waits_in_a_revision(editor: Client) -> None:
    mark_live([NAGY.reference])
    answer = submit(editor, address("edit"), summary__en="Prime minister", **{"names-0-text": "Nagy Imre"})
    assert answer.status_code == 302
    assert gather(NAGY.reference) == NAGY
    assert with_drafts([NAGY.reference, "year:1956"]) == {NAGY.reference}
    draft = gather_object(Person.objects.get().get_latest_revision_as_object())
    assert draft.summary == {"en": "Prime minister"}  # type: ignore[union-attr]
    assert draft.names[0].text == "Nagy Imre"  # type: ignore[union-attr]


def test_a_draft_of_a_subject_holds_its_essay(editor: Client) -> None:
    restore_all(
        [Subject(slug="s", title={"en": "S"}, year="year:1956", essays=(Essay(language="en", body="One."),))]
    )
    mark_live(["subject:s"])
    page = SubjectPage.objects.get()
    before = gather("subject:s")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = submit(editor, address, **{"essays-0-title": "Two"})
    assert answer.status_code == 302
    assert gather("subject:s") == before
    draft = gather_object(SubjectPage.objects.get().get_latest_revision_as_object())
    assert draft.essays[0].title == "Two"  # type: ignore[union-attr]
    assert draft.essays[0].body == "One."  # type: ignore[union-attr]


def test_the_buttons_publish_and_withdraw(editor: Client, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = submit(editor, address("edit"), summary__en="Prime minister", **{"action-publish": "1"})
    assert answer.status_code == 302
    (publication,) = live(["nagy"]).values()
    assert publication.reference == NAGY.reference
    assert publication.by == User.objects.get()
    with pytest.raises(StillPublished, match="unpublish it first"):
        remove(NAGY.reference)
    refused = editor.post(address("delete"), follow=True)
    assert "unpublish it first" in refused.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(address("unpublish"), {"reason": "A trial."})
    assert live(["nagy"]) == {}
    assert not Person.objects.get().live
    editor.post(address("delete"))
    assert not Person.objects.exists()


def test_an_import_settles_the_draft_of_what_is_not_published(editor: Client) -> None:
    submit(editor, address("edit"), summary__en="Prime minister")
    restore_all([NAGY])
    assert gather_object(Person.objects.get().get_latest_revision_as_object()) == NAGY


def some(count: int) -> Iterable[Record]:
    for number in range(count):
        text = TextVersion(key="en", language="en", passages=(Passage(key="p1", text="Words."),))
        yield PersonRecord(slug=f"p{number}", names=(Name(text="P"),))
        yield Source(
            slug=f"s{number}", medium="text", title={"en": "S"}, texts=(text,), about=(f"person:p{number}",)
        )
        yield Subject(slug=f"u{number}", title={"en": "U"}, year="year:1956")


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_the_archive(django_assert_max_num_queries: Any) -> None:
    restore_all([*HOME, *some(2)])
    with django_assert_max_num_queries(200) as few:
        assert len(list(gather_all())) == 8
    restore_all(some(40))
    with django_assert_max_num_queries(len(few)):
        assert len(list(gather_all())) == 122
