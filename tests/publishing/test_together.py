"""Many things published in one act: what names each other goes together, what has faults stays behind and is told."""

from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.models import Person as PersonRow
from sourcebook.publishing.actions import publish, withdraw
from sourcebook.publishing.log import live
from sourcebook.publishing.models import Publication, Run
from sourcebook.publishing.restore import restore_all
from sourcebook.publishing.together.deciding import decide
from sourcebook.record import (
    Archive,
    Essay,
    Name,
    Person,
    Rights,
    Selection,
    Source,
    Subject,
    Year,
)
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import SubjectPage
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db

FREE = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/")
GATE, TOGETHER = "/admin/gate/", "/admin/publish-together/"


def person(slug: str, name: str, description: str = "") -> Person:
    words = {"en": description} if description else {}
    return Person(slug=slug, names=(Name(text=name, language="en"),), description=words)


@pytest.fixture
def desk(archive: ArchiveFolder) -> ArchiveFolder:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Trial"}, publisher="We"),
            Year(slug="1956"),
            person("nagy", "Imre Nagy", "Killed by order of [Kádár](person:kadar)."),
            person("kadar", "János Kádár", "See [Nagy](person:nagy)."),
            Source(
                slug="free",
                medium="text",
                title={"en": "Free"},
                rights=FREE,
                description={"en": "Of [Nagy](person:nagy)."},
            ),
            Source(
                slug="bound",
                medium="text",
                title={"en": "Bound"},
                description={"en": "Of [Nagy](person:nagy)."},
            ),
            Subject(
                slug="budapest",
                title={"en": "Budapest"},
                year="year:1956",
                essays=(Essay(language="en", body="[Nagy](person:nagy) spoke."),),
                selections=(Selection(source="source:free"),),
            ),
        ]
    )
    return archive


def signed_in(role: str) -> Client:
    if not User.objects.filter(username=role).exists():
        create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def published() -> set[str]:
    return {line.reference for line in live().values()}


def test_a_subject_with_all_that_it_names(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    reviewer = signed_in("reviewer")
    gate = reviewer.get(f"{GATE}?of=subject:budapest").content.decode()
    assert f"{TOGETHER}?of=subject:budapest" in gate
    shown = reviewer.get(f"{TOGETHER}?of=subject:budapest").content.decode()
    going = {"subject:budapest", "year:1956", "source:free", "person:nagy", "person:kadar"}
    assert all(reference in shown for reference in going)
    assert "source:bound" not in shown
    assert not published()
    with django_capture_on_commit_callbacks(execute=True):
        answer = reviewer.post(f"{TOGETHER}?of=subject:budapest")
    run = Run.objects.get(kind="publish-many")
    assert answer["Location"] == f"/admin/work/{run.pk}/"
    assert run.state == "done", run.error
    assert published() == going
    assert run.outcome == "5 things are published."
    page = desk.public / "1956" / "budapest" / "index.html"
    assert "/people/nagy/" in page.read_text()


def test_what_has_faults_stays_behind_and_what_needs_it_too(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    restore_all([person("kadar", "János Kádár", "See [him](source:bound).")])
    reviewer = signed_in("reviewer")
    shown = reviewer.get(f"{TOGETHER}?of=subject:budapest").content.decode()
    assert f"{GATE}?of=source%3Abound" in shown
    with django_capture_on_commit_callbacks(execute=True):
        reviewer.post(f"{TOGETHER}?of=subject:budapest&of=year:1956")
    # Bound has no rights statement; so Kádár, Nagy, Free and Budapest wait for it, and the year alone goes.
    assert published() == {"year:1956"}
    run = Run.objects.get(kind="publish-many")
    assert run.outcome == "1 thing is published. 5 stay as they are."
    assert run.kept["left"][:2] == [
        ["source:bound", "One thing is to be mended."],
        ["person:kadar", "It names source:bound, which stays behind."],
    ]
    told = reviewer.get(f"{TOGETHER}{run.pk}/").content.decode()
    assert all(title in told for title in ("Bound", "Kádár", "Imre Nagy", "Free", "Budapest"))


def test_ticked_people_go_together_and_their_history_names_the_version(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    reviewer = signed_in("reviewer")
    people = reverse(PersonRow.snippet_viewset.get_url_name("list"))
    assert "/admin/bulk/authorities/person/publish_many/" in reviewer.get(people).content.decode()
    bulk = f"/admin/bulk/authorities/person/publish_many/?id=all&next={quote(people)}"
    assert "János Kádár" in reviewer.get(bulk).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert reviewer.post(bulk)["Location"] == people
    assert published() == {"person:nagy", "person:kadar"}
    entries = ModelLogEntry.objects.filter(action="wagtail.publish", user__username="reviewer")
    digests = set(Publication.objects.values_list("digest", flat=True))
    assert {entry.data["record"] for entry in entries} == digests
    with django_capture_on_commit_callbacks(execute=True):
        reviewer.post(bulk)
    assert Run.objects.latest("id").outcome == "0 things are published."
    assert entries.count() == 2


def test_ticked_subjects_go_with_what_they_name(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    subject = SubjectPage.objects.get(slug="budapest")
    bulk = f"/admin/bulk/wagtailcore/page/publish/?id={subject.pk}&next=/admin/"
    reviewer = signed_in("reviewer")
    assert "Publish them" in reviewer.get(bulk).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert reviewer.post(bulk, {"named_too": "yes"})["Location"] == "/admin/"
    assert "subject:budapest" in published(), Run.objects.get(kind="publish-many").kept
    with django_capture_on_commit_callbacks(execute=True):
        signed_in("editor").post(bulk)
    assert Run.objects.count() == 1


def test_drafts_are_published_and_what_is_held_back_stays(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    publish(["person:nagy", "person:kadar", "source:free"])
    withdraw(["person:kadar"], reason="By request.")
    nagy, free = PersonRow.objects.get(slug="nagy"), SourceRow.objects.get(slug="free")
    nagy.description = {"en": "A draft."}
    nagy.save_revision()
    free.titles = {"en": "Free and new"}
    free.save_revision()
    free.locked, free.locked_by = True, User.objects.create(username="else")
    SourceRow.objects.filter(pk=free.pk).update(locked=True, locked_by=free.locked_by)
    reviewer = signed_in("reviewer")
    with django_capture_on_commit_callbacks(execute=True):
        reviewer.post(f"{TOGETHER}?of=person:nagy&of=person:kadar&of=source:free")
    run = Run.objects.get(kind="publish-many")
    assert dict(run.kept["left"]) == {
        "person:kadar": "It was withdrawn: put it back by itself.",
        "source:free": "It is locked.",
    }
    assert published() == {"person:nagy", "source:free"}
    row = PersonRow.objects.get(slug="nagy")
    assert row.description == {"en": "A draft."}
    assert not row.has_unpublished_changes


def test_what_lies_with_a_reviewer_is_approved_by_a_reviewer(
    desk: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    subject = SubjectPage.objects.get(slug="budapest")
    edit = reverse("wagtailadmin_pages:edit", args=[subject.pk])
    submit(signed_in("editor"), edit, **{"action-submit": "yes", "titles__en": "Budapest, reviewed"})
    assert subject.workflow_in_progress
    with django_capture_on_commit_callbacks(execute=True):
        signed_in("reviewer").post(f"{TOGETHER}?of=subject:budapest")
    assert "subject:budapest" in published(), Run.objects.get(kind="publish-many").kept
    subject = SubjectPage.objects.get(slug="budapest")
    assert subject.titles == {"en": "Budapest, reviewed"}
    assert not subject.workflow_in_progress
    state = subject.workflow_states.get()
    assert state.status == "approved"


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_who_may_not_publish_is_refused(
    desk: ArchiveFolder, role: str, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(role)
    with django_capture_on_commit_callbacks(execute=True):
        client.get(f"{TOGETHER}?of=person:nagy")
        assert client.post(f"{TOGETHER}?of=person:nagy")["Location"] == "/admin/"
        client.post("/admin/bulk/authorities/person/publish_many/?id=all&next=/admin/")
    assert not published()
    assert not Run.objects.exists()


def test_asking_costs_no_more_for_many(desk: ArchiveFolder) -> None:
    few, many = (
        [
            person(f"{name}{one}", f"{name} {one}", f"See [other](person:{name}{one + 1}).")
            for one in range(count)
        ]
        + [person(f"{name}{count}", "Last")]
        for name, count in (("few", 3), ("many", 60))
    )
    restore_all([*few, *many])
    create_editor("reviewer", "a long pass phrase", "reviewer")
    counts = []
    for records in (few, many):
        user = User.objects.get(username="reviewer")
        with CaptureQueriesContext(connection) as asked:
            decision = decide([record.reference for record in records], user)
        assert len(decision.records) == len(records)
        counts.append(len(asked))
    assert counts[0] == counts[1]
