"""The audit log says who did what, when and to which version, and nobody can rub anything out."""

import csv
import io
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import get_resolver, reverse
from wagtail.models import ModelLogEntry, PageLogEntry

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish
from sourcebook.publishing.background.kinds import _KINDS as KINDS
from sourcebook.publishing.models import Publication, Run
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Rights, Source, Year
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import YearPage
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db

FREE = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/")


@pytest.fixture
def desk(archive: ArchiveFolder) -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Trial"}),
            Year(slug="1956"),
            Source(slug="free", medium="text", title={"en": "Free"}, rights=FREE),
            Source(slug="bound", medium="text", title={"en": "=Bound"}),
        ]
    )


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def of_source(view: str, slug: str = "free", *more: Any) -> str:
    row = SourceRow.objects.get(slug=slug)
    return reverse(row.snippet_viewset.get_url_name(view), args=[row.pk, *more])


def deeds(instance: Any) -> list[tuple[str, str]]:
    entries = PageLogEntry if isinstance(instance, YearPage) else ModelLogEntry
    found = entries.objects.for_instance(instance).order_by("timestamp", "pk")
    return [(entry.action, entry.user.username if entry.user else "") for entry in found]


def test_the_way_of_a_source(desk: None) -> None:
    editor, reviewer = signed_in("editor"), signed_in("reviewer")
    submit(editor, of_source("edit"), **{"title__en": "Freed", "action-submit": "yes"})
    state = SourceRow.objects.get(slug="free").current_workflow_task_state
    reviewer.post(of_source("workflow_action", "free", "reject", state.pk), {"comment": "Why?"})
    submit(editor, of_source("edit"), **{"action-submit": "yes"})
    state = SourceRow.objects.get(slug="free").current_workflow_task_state
    reviewer.post(of_source("workflow_action", "free", "approve", state.pk), {"comment": ""})
    reviewer.post(of_source("unpublish"), {"reason": "The heirs object."})
    source = SourceRow.objects.get(slug="free")
    told = deeds(source)
    for deed in (
        ("wagtail.edit", "editor"),
        ("wagtail.workflow.start", "editor"),
        ("wagtail.workflow.reject", "reviewer"),
        ("wagtail.workflow.resume", "editor"),
        ("wagtail.workflow.approve", "reviewer"),
        ("wagtail.publish", "reviewer"),
        ("wagtail.unpublish", "reviewer"),
    ):
        assert deed in told
    entry = ModelLogEntry.objects.get(action="wagtail.publish")
    line = Publication.objects.get(act="published")
    assert entry.revision == source.get_latest_revision()
    assert entry.data["record"] == line.digest
    assert line.by == User.objects.get(username="reviewer")


def test_a_page_and_its_exemption_stand_in_its_history(desk: None) -> None:
    reviewer = signed_in("reviewer")
    reviewer.post(reverse("gate") + "?of=source:bound", {"despite": "yes", "reason": "The heirs agree."})
    source = SourceRow.objects.get(slug="bound")
    assert ("sourcebook.despite", "reviewer") in deeds(source)
    history = reviewer.get(of_source("history", "bound")).content.decode()
    assert "Let through the gate despite one fault" in history
    assert "The heirs agree." in history
    reviewer.post(reverse("gate") + "?of=year:1956")
    year = YearPage.objects.get()
    assert ("wagtail.publish", "reviewer") in deeds(year)
    entry = PageLogEntry.objects.get(action="wagtail.publish")
    assert entry.data["record"] == Publication.objects.get(reference="year:1956").digest


def test_coming_in_and_going_out(desk: None) -> None:
    client = signed_in("editor")
    client.post(reverse("wagtailadmin_logout"))
    for name in ("editor", "tsar", "x" * 500, "\x00"):
        Client().post(reverse("wagtailadmin_login"), {"username": name, "password": "open sesame"})
    told = [(one.action, one.label) for one in ModelLogEntry.objects.order_by("pk") if "sign" in one.action]
    assert told[:2] == [("sourcebook.sign_in", "editor"), ("sourcebook.sign_out", "editor")]
    assert ("sourcebook.sign_in_failed", "tsar") in told
    assert not ModelLogEntry.objects.filter(data__icontains="sesame").exists()
    assert all(len(name) <= 150 for _, name in told)


def test_roles_and_work_on_many_things(desk: None) -> None:
    signed_in("editor")
    user = User.objects.get()
    user.groups.set([Group.objects.get(name="archivist")])
    (*_, last) = ModelLogEntry.objects.filter(action="sourcebook.roles").order_by("pk")
    assert last.data["roles"] == ["archivist"]
    assert last.message == "Roles are now: archivist"
    publish(["source:free"])
    (entry,) = ModelLogEntry.objects.filter(action="sourcebook.work")
    assert "source:free" in entry.message


def test_work_is_told_in_words_of_the_desk_and_leads_to_its_page(desk: None) -> None:
    """Of every kind of work that there is, in both languages; and of one that there is no more."""
    kinds = [*KINDS, "no-more"]
    administrator = signed_in("administrator")
    user = User.objects.get(username="administrator")
    runs = {kind: Run.objects.create(kind=kind, title=f"About {kind}.", by=user) for kind in kinds}
    publish(["source:free"], by=None)
    shown = administrator.get(reverse("audit_log")).content.decode()
    for kind, run in runs.items():
        if kind in ("publish", "withdraw"):
            continue  # What somebody clicked stands in the log already.
        assert f"About {kind}." in shown
        assert reverse("work", args=[run.pk]) in shown
    assert "Asked for: Changing many sources" in shown
    assert "Asked for: Publishing" in shown
    assert "Asked for: no-more" in shown
    assert "Piece of work" in shown
    raw = [kind for kind in KINDS if f"Asked for: {kind}" in shown or f"{kind} About" in shown]
    assert raw == []
    russian = administrator.get(reverse("audit_log"), headers={"accept-language": "ru"}).content.decode()
    for words in ("Изменение многих источников", "Приём", "Работа"):
        assert words in russian
    assert "Changing many" not in russian
    rows = list(csv.DictReader(io.StringIO(export(administrator))))
    told = {row["What was done"] for row in rows}
    assert "Asked for: Bringing in: About import." in told


def export(client: Client) -> str:
    answer = client.get(reverse("audit_log"), {"export": "csv"})
    return b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]


def test_the_report_is_filtered_and_goes_out_as_csv(desk: None) -> None:
    administrator = signed_in("administrator")
    signed_in("editor")
    administrator.post(reverse("gate") + "?of=source:bound", {"despite": "yes", "reason": "=1+1"})
    page = administrator.get(reverse("audit_log"))
    assert page.status_code == 200
    assert "Let through the gate" in page.content.decode()
    one = administrator.get(reverse("audit_log"), {"action": "sourcebook.sign_in"})
    assert {entry.action for entry in one.context["object_list"]} == {"sourcebook.sign_in"}
    answer: Any = administrator.get(reverse("audit_log"), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert administrator.get("/admin/reports/site-history/")["Location"] == reverse("audit_log")


def test_who_keeps_no_accounts_sees_none_of_their_deeds(desk: None) -> None:
    archivist = signed_in("archivist")
    submit(archivist, of_source("edit"), **{"title__en": "Freed"})
    entries = archivist.get(reverse("audit_log")).context["object_list"]
    assert {entry.action for entry in entries} == {"wagtail.edit"}


def test_nothing_in_it_can_be_changed(desk: None) -> None:
    addresses = [str(pattern.pattern) for pattern in get_resolver("wagtail.admin.urls").url_patterns]
    assert not [one for one in addresses if "logentry" in one]
    administrator = signed_in("administrator")
    for method in (administrator.post, administrator.put, administrator.delete):
        assert method(reverse("audit_log")).status_code == 405


def test_its_cost_does_not_grow(desk: None, django_assert_max_num_queries: Any) -> None:
    administrator = signed_in("administrator")
    row = SourceRow.objects.get(slug="free")
    for _ in range(60):
        row.save_revision(log_action=True)
    administrator.get(reverse("audit_log"))
    with django_assert_max_num_queries(30):
        assert len(administrator.get(reverse("audit_log")).context["object_list"]) == 50
