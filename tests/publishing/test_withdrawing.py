"""Withdrawing at the desk: with a reason, by whom it is allowed, one or many, and put back with one button."""

from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.models import Person
from sourcebook.publishing.actions import publish, withdraw
from sourcebook.publishing.lock import publishing_lock
from sourcebook.publishing.log import live, withdrawals
from sourcebook.publishing.models import Run
from sourcebook.publishing.recording import PublishingError
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Record, Subject, Year
from sourcebook.record import Person as PersonRecord
from sourcebook.subjects.models import SubjectPage
from sourcebook.web.editors import create_editor

pytestmark = pytest.mark.django_db
REASON = "The family asked us to."


@pytest.fixture
def desk(archive: ArchiveFolder) -> ArchiveFolder:
    records: list[Record] = [Archive(slug="archive", title={"en": "Trial"}, languages=("en", "ru"))]
    records += [Year(slug="1956"), Subject(slug="budapest", title={"en": "Budapest"}, year="year:1956")]
    records += [PersonRecord(slug=slug, names=(Name(text=slug.title()),)) for slug in ("nagy", "kadar")]
    restore_all(records)
    publish()
    return archive


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def address(slug: str) -> str:
    person = Person.objects.get(slug=slug)
    return reverse(Person.snippet_viewset.get_url_name("unpublish"), args=[person.pk])


def standing() -> set[str]:
    return {line.reference for line in live().values()}


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_who_may_not_publish_may_not_withdraw_or_put_back(desk: ArchiveFolder, role: str) -> None:
    client = signed_in(role)
    before = standing()
    client.post(address("nagy"), {"reason": REASON})
    client.post(
        reverse("wagtailadmin_pages:unpublish", args=[SubjectPage.objects.get().pk]), {"reason": REASON}
    )
    assert standing() == before
    withdraw(["person:nagy"], reason=REASON)
    client.post(reverse("put_back"), {"of": "person:nagy"})
    assert standing() == before - {"person:nagy"}
    assert Client().get(reverse("withdrawn")).status_code == 302


def test_a_reason_is_asked_for_and_the_history_keeps_it(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in("reviewer")
    assert b"Nothing else in the archive points to it" in client.get(address("nagy")).content
    refused = client.post(address("nagy"), {"reason": "  "})
    assert refused.status_code == 400
    assert b"Say why" in refused.content
    assert "person:nagy" in standing()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address("nagy"), {"reason": REASON, "note": "Letter"}, follow=True)
    assert b"is withdrawn" in answer.content
    (line,) = withdrawals()
    assert (line.reason, line.note, str(line.by)) == (REASON, "Letter", "reviewer")
    kept = ModelLogEntry.objects.get(action="wagtail.unpublish")
    assert kept.data["reason"] == REASON
    assert (desk.public / "people/nagy/index.html.gone").exists()
    assert REASON in (desk.public / "people/nagy/index.html").read_text()
    again = client.post(address("nagy"), {"reason": REASON}, follow=True)
    assert b"is not published" in again.content
    listed = client.get(reverse("withdrawn")).content.decode()
    assert REASON in listed
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("put_back"), {"of": "person:nagy"})
    assert "person:nagy" in standing()
    assert not (desk.public / "people/nagy/index.html.gone").exists()
    assert not Run.objects.filter(finished=None).exists()


def test_many_are_withdrawn_with_one_reason_pages_too(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in("archivist")
    people = [("id", person.pk) for person in Person.objects.all()]
    of_people = reverse("wagtail_bulk_action", args=["authorities", "person", "unpublish"])
    of_pages = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    for bulk, chosen in ((of_people, people), (of_pages, [("id", SubjectPage.objects.get().pk)])):
        target = f"{bulk}?{'&'.join(f'{name}={value}' for name, value in chosen)}&next=/admin/"
        assert b"Reason, for readers" in client.get(target).content
        assert b"Say why" in client.post(target, {"reason": ""}).content
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(target, {"reason": REASON}).status_code == 302
    assert standing() == {"archive:archive", "year:1956"}
    assert {line.reason for line in withdrawals()} == {REASON}
    assert REASON in (desk.public / "1956/budapest/index.html").read_text()


def test_a_click_that_withdraws_many_asks_no_more_than_one_that_withdraws_two(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    restore_all([PersonRecord(slug=f"p-{one}", names=(Name(text=str(one)),)) for one in range(40)])
    publish()
    client = signed_in("administrator")
    people = list(Person.objects.order_by("pk"))
    asked = []
    for chosen in (people[:2], people[2:]):
        ids = "&".join(f"id={person.pk}" for person in chosen)
        bulk = f"{reverse('wagtail_bulk_action', args=['authorities', 'person', 'unpublish'])}?{ids}"
        with publishing_lock(desk.access), CaptureQueriesContext(connection) as queries:
            # The worker's part comes after the block.
            with django_capture_on_commit_callbacks() as on_commit:
                assert client.post(f"{bulk}&next=/admin/", {"reason": REASON}).status_code == 302
            on_commit[0]()
        asked.append(len(queries))
        for person in chosen:
            assert not (desk.public / f"people/{person.slug}/index.html").exists()
        for do in on_commit[1:]:
            do()
    # The first one looks up the kinds of things there are.
    assert asked[1] <= asked[0]
    assert "person:p-7" not in standing()


def test_the_archive_itself_stays(desk: ArchiveFolder) -> None:
    with pytest.raises(PublishingError, match="cannot be withdrawn"):
        withdraw(["archive:archive"], reason=REASON)
    with pytest.raises(PublishingError, match="Say why"):
        withdraw(["person:nagy"], reason=" ")
    assert len(standing()) == 5


def test_all_of_a_filtered_list_are_those_that_it_shows(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    """Wagtail itself would take every row of the table."""
    client = signed_in("administrator")
    people = "/admin/snippets/authorities/person/"
    for action in ("unpublish", "delete"):
        asked = f"/admin/bulk/authorities/person/{action}/?id=all&next={quote(f'{people}?q=nag')}"
        shown = client.get(asked, follow=True).content.decode().casefold()
        assert "nagy" in shown
        assert "kadar" not in shown
    asked = f"/admin/bulk/authorities/person/unpublish/?id=all&next={quote(f'{people}?q=nag')}"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(asked, {"reason": REASON})
    assert "person:kadar" in standing()
    assert "person:nagy" not in standing()
    elsewhere = f"/admin/bulk/authorities/person/unpublish/?id=all&next={quote('/admin/work/')}"
    assert client.get(elsewhere).status_code == 404
    client.post(elsewhere, {"reason": REASON})
    assert "person:kadar" in standing()
