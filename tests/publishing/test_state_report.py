"""The report of the archive's state: exact after every change, filtered, paged, as CSV; its cost does not grow."""

import csv
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish, withdraw
from sourcebook.publishing.background import address_of
from sourcebook.publishing.background.worker import keep_house
from sourcebook.publishing.gate import Fault, faults_of
from sourcebook.publishing.gate.answers import answers
from sourcebook.publishing.gather import gather_all
from sourcebook.publishing.models import CheckedRecord, FoundFault, ToCheck
from sourcebook.publishing.restore import remove, restore_all
from sourcebook.publishing.state.anew import ask_to_look_at_everything
from sourcebook.publishing.state.looking import keep, look, look_at
from sourcebook.publishing.state.marking import mark_all, mark_written
from sourcebook.record import Archive, Essay, Name, Person, Rights, Source, Subject, Year
from sourcebook.sources.models import Source as SourceRow
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db

FREE = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/")


@pytest.fixture
def desk(archive: ArchiveFolder) -> None:
    essay = Essay(language="en", body="See [it](source:free) and [him](person:nagy).")
    restore_all(
        [
            Archive(slug="archive", title={"en": "Trial"}),
            Year(slug="1956"),
            Source(slug="free", medium="text", title={"en": "Free"}, rights=FREE),
            Source(slug="bound", medium="text", title={"en": "=Bound"}),
            Subject(slug="budapest", title={"en": "Budapest"}, year="year:1956", essays=(essay,)),
            Person(slug="nagy", names=(Name(text="Imre Nagy", language="en"),)),
        ]
    )


def signed_in(role: str) -> Client:
    if not User.objects.filter(username=role).exists():
        create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def found(reference: str) -> list[str]:
    return list(FoundFault.objects.filter(record__reference=reference).values_list("code", flat=True))


def state(reference: str) -> str:
    return CheckedRecord.objects.get(reference=reference).state


def test_the_table_follows_what_is_written_published_withdrawn_and_removed(desk: None) -> None:
    keep_house()
    assert not ToCheck.objects.exists()
    assert found("source:bound") == ["rights-missing"]
    assert sorted(found("subject:budapest")) == ["link-unpublished"] * 3
    publish(["source:free", "person:nagy"])
    look()
    assert found("subject:budapest") == ["link-unpublished"], "Only its year is not published yet."
    assert (state("source:free"), state("source:bound")) == ("live", "draft")
    withdraw(["source:free"], reason="A trial.")
    look()
    assert state("source:free") == "withdrawn"
    assert sorted(found("subject:budapest")) == ["link-unpublished", "link-withdrawn"]
    restore_all([Source(slug="bound", medium="text", title={"en": "Bound"}, rights=FREE)])
    look()
    assert found("source:bound") == []
    remove("source:bound")
    assert not CheckedRecord.objects.filter(reference="source:bound").exists()
    # What followed step by step is what a look at everything finds.
    kept = sorted(FoundFault.objects.values_list("record__reference", "code", "field"))
    mark_all()
    look()
    assert sorted(FoundFault.objects.values_list("record__reference", "code", "field")) == kept
    records = list(gather_all())
    known = answers(records)
    anew: list[Fault] = [fault for record in records for fault in faults_of(record, known)]
    assert sorted((fault.reference, fault.code, fault.field) for fault in anew) == kept


def test_what_is_written_while_it_is_looked_at_is_looked_at_again(desk: None) -> None:
    """Looking keeps nobody from writing, and what it saw is kept only where it still holds."""
    keep_house()
    mark_written(["source:bound", "source:free"])
    batch = list(ToCheck.objects.all())
    seen = look_at([one.reference for one in batch])
    restore_all([Source(slug="bound", medium="text", title={"en": "Bound"}, rights=FREE)])
    assert keep(batch, seen) == 1
    assert [one.reference for one in ToCheck.objects.all()] == ["source:bound"]
    look()
    assert found("source:bound") == []
    assert not ToCheck.objects.exists()
    assert keep(batch, seen) == 0, "another was quicker"
    assert found("source:bound") == []


def test_a_draft_and_a_review_are_told(desk: None) -> None:
    editor = signed_in("editor")
    form = reverse(
        SourceRow.snippet_viewset.get_url_name("edit"), args=[SourceRow.objects.get(slug="free").pk]
    )
    submit(editor, form, rights_statement="")
    look()
    assert found("source:free") == ["rights-missing"]
    assert CheckedRecord.objects.get(reference="source:free").by == User.objects.get()
    submit(editor, form, rights_statement=FREE.statement, **{"action-submit": "yes"})
    look()
    assert (state("source:free"), found("source:free")) == ("review", [])
    home = editor.get("/admin/")
    assert b"What waits for me" in home.content
    assert b">Free</a>" in home.content


def test_the_report_is_filtered_and_leads_to_the_fields(desk: None) -> None:
    client = signed_in("editor")
    address = reverse("state_report")
    page = client.get(address)
    assert page.status_code == 200
    assert b"?mend=rights_statement" in page.content
    for query, titles in (
        ({"kind": "source"}, {"Free", "=Bound"}),
        ({"fault": "rights-missing"}, {"=Bound"}),
        ({"shown": "stopped"}, {"=Bound", "Budapest"}),
        ({"state": "live"}, set()),
        ({"by": str(User.objects.get().pk)}, set()),
    ):
        listed = client.get(address, query)
        assert {record.title for record in listed.context["object_list"]} == titles, query


def test_the_file_has_a_line_for_each_fault_and_no_formula(desk: None) -> None:
    answer: Any = signed_in("editor").get(reverse("state_report"), {"export": "csv", "kind": "source"})
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [(row["reference"], row["code"], row["title"]) for row in rows] == [
        ("source:bound", "rights-missing", "'=Bound"),
        ("source:free", "", "Free"),
    ]


def test_everything_is_looked_at_again_when_somebody_asks(
    desk: None, django_capture_on_commit_callbacks: Any
) -> None:
    look()
    FoundFault.objects.all().delete()
    client = signed_in("editor")
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("look_again"))
    assert b"Everything was looked at" in client.get(answer["Location"]).content
    assert found("source:bound") == ["rights-missing"]
    assert client.get(reverse("look_again")).status_code == 405
    assert signed_in("moderator").post(reverse("look_again"))["Location"] == "/admin/"


def test_what_an_earlier_release_left_is_counted_and_looked_at_once(
    desk: None, django_capture_on_commit_callbacks: Any
) -> None:
    look()
    address = reverse("state_report")
    client = signed_in("editor")
    assert b"Not yet looked at" not in client.get(address).content
    things = CheckedRecord.objects.count()
    CheckedRecord.objects.all().delete()
    ToCheck.objects.all().delete()
    assert f"Not yet looked at: {things} things".encode() in client.get(address).content
    # What somebody writes is looked at by itself.
    mark_written(["source:free"])
    assert f"Not yet looked at: {things - 1} things".encode() in client.get(address).content
    with django_capture_on_commit_callbacks(execute=True):
        first, second = ask_to_look_at_everything(), ask_to_look_at_everything()
        assert first == second
        assert client.post(reverse("look_again"))["Location"] == address_of(first)
    first.refresh_from_db()
    assert first.state == "done"
    assert b"Not yet looked at" not in client.get(address).content
    assert found("source:bound") == ["rights-missing"]
    assert ask_to_look_at_everything() != first


def test_the_file_is_read_and_sent_in_large_pieces(desk: None, django_assert_max_num_queries: Any) -> None:
    restore_all([Source(slug=f"s{n}", medium="text", title={"en": f"Source {n}"}) for n in range(1200)])
    look()
    client = signed_in("editor")
    with django_assert_max_num_queries(30):
        answer: Any = client.get(reverse("state_report"), {"export": "csv", "kind": "source"})
        pieces = list(answer.streaming_content)
    rows = list(csv.DictReader(io.StringIO(b"".join(pieces).decode())))
    assert len({row["reference"] for row in rows}) == 1202
    assert 1 < len(pieces) < 20
    sheet: Any = client.get(reverse("state_report"), {"export": "xlsx", "kind": "source"})
    assert b"".join(sheet.streaming_content).startswith(b"PK")


@pytest.mark.parametrize(("role", "may"), [("editor", True), ("reviewer", True), ("moderator", False)])
def test_who_may_see_it(desk: None, role: str, may: bool) -> None:
    answer = signed_in(role).get(reverse("state_report"))
    assert (answer.status_code == 200) == may


def test_its_cost_does_not_grow(desk: None, django_assert_max_num_queries: Any) -> None:
    restore_all(
        Source(slug=f"s{number}", medium="text", title={"en": f"S {number}"}) for number in range(300)
    )
    with django_assert_max_num_queries(120):
        look()
    client = signed_in("administrator")
    client.get(reverse("state_report"))
    with django_assert_max_num_queries(20):
        assert len(client.get(reverse("state_report")).context["object_list"]) == 50
