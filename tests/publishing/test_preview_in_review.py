"""What a reviewer is shown of a draft in review is, byte for byte, what approving it bakes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.ingest import folder
from sourcebook.ingest.settle import settle
from sourcebook.publishing.actions import publish
from sourcebook.subjects.models import PAGES
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit
from tests.publishing.test_preview import edit_address, file_of, row_of

pytestmark = pytest.mark.django_db

WRITTEN = "Written for review"
FIELDS = {
    "subject:budapest-1956": "summary__en",
    "source:radio-speech": "description__en",
    "person:imre-nagy": "summary__en",
}


@pytest.fixture
def small(archive: ArchiveFolder, repository: Any) -> ArchiveFolder:
    assert not settle(folder.read(repository / "tests/archive")).refused
    publish(workers=1)
    return archive


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def address_of(view: str, thing: Any, *more: Any) -> str:
    name = f"wagtailadmin_pages:{view}" if thing.KIND in PAGES else thing.snippet_viewset.get_url_name(view)
    return reverse(name, args=[thing.pk, *more])


@pytest.mark.parametrize("reference", FIELDS)
def test_the_preview_of_a_reviewer_is_what_is_baked(
    small: ArchiveFolder, reference: str, django_capture_on_commit_callbacks: Any
) -> None:
    editor, reviewer = signed_in("editor"), signed_in("reviewer")
    thing = row_of(reference)
    before = file_of(small, thing, "en/").read_bytes()
    answer = submit(editor, edit_address(thing), **{FIELDS[reference]: WRITTEN, "action-submit": "1"})
    assert answer.status_code == 302
    thing.refresh_from_db()
    task = thing.current_workflow_task_state
    preview = address_of("workflow_preview", thing, task.task_id)
    shown = reviewer.get(preview)
    assert shown.status_code == 200
    assert WRITTEN.encode() in shown.content
    # Looking changes nothing.
    assert file_of(small, thing, "en/").read_bytes() == before
    moderator = signed_in("moderator").get(preview)
    assert WRITTEN.encode() not in moderator.content
    assert Client().get(preview)["Location"].startswith("/admin/login/")
    with django_capture_on_commit_callbacks(execute=True):
        reviewer.post(address_of("workflow_action", thing, "approve", task.pk), {"comment": ""})
    assert file_of(small, thing, "en/").read_bytes() == shown.content
    # It is no longer in review: the same address shows nothing of it.
    assert reviewer.get(preview).status_code == 302


@pytest.mark.parametrize("reference", FIELDS)
def test_sent_back_and_sent_again_it_is_what_was_sent_last(
    small: ArchiveFolder, reference: str, django_capture_on_commit_callbacks: Any
) -> None:
    editor, reviewer = signed_in("editor"), signed_in("reviewer")
    thing, field = row_of(reference), FIELDS[reference]
    submit(editor, edit_address(thing), **{field: "First words", "action-submit": "1"})
    task = row_of(reference).current_workflow_task_state
    reviewer.post(address_of("workflow_action", thing, "reject", task.pk), {"comment": "More."})
    submit(editor, edit_address(thing), **{field: "Second words", "action-submit": "1"})
    again = row_of(reference).current_workflow_task_state
    shown = reviewer.get(address_of("workflow_preview", thing, again.task_id)).content
    assert b"Second words" in shown
    assert b"First words" not in shown
    with django_capture_on_commit_callbacks(execute=True):
        reviewer.post(address_of("workflow_action", thing, "approve", again.pk), {"comment": ""})
    assert file_of(small, thing, "en/").read_bytes() == shown
