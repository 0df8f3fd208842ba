"""The gate stands before every way to publish; whoever is stopped is shown what to mend, and nothing is half done."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.gate.models import Exemption
from sourcebook.publishing.log import live
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Essay, Name, Person, Rights, Source, Subject, Theme, Year
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import SubjectPage, ThemePage, YearPage
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
            Theme(slug="thaw", title={"en": "Thaw"}, introduction={"en": "See [it](source:free)."}),
            Source(slug="free", medium="text", title={"en": "Free"}, rights=FREE),
            Source(slug="bound", medium="text", title={"en": "Bound"}),
            Subject(
                slug="budapest",
                title={"en": "Budapest"},
                year="year:1956",
                essays=(Essay(language="en", body="He said so.[^1]"),),
            ),
            Person(slug="nagy", names=(Name(text="Imre Nagy", language="en"),)),
        ]
    )


def signed_in(role: str) -> Client:
    if not User.objects.filter(username=role).exists():
        create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def source_form(slug: str) -> str:
    row = SourceRow.objects.get(slug=slug)
    return reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[row.pk])


def page_form(model: Any, slug: str) -> str:
    return reverse("wagtailadmin_pages:edit", args=[model.objects.get(slug=slug).pk])


def is_live(*references: str) -> bool:
    return set(references) <= {line.reference for line in live().values()}


def stopped_at(response: Any, *references: str) -> bool:
    """Whether the answer leads to the gate's page of these things."""
    named = all(
        f"of={reference.replace(':', '%3A')}" in response.get("Location", "") for reference in references
    )
    return response.status_code == 302 and response["Location"].startswith("/admin/gate/") and named


def test_the_form_of_a_source(desk: None) -> None:
    client = signed_in("reviewer")
    answer = submit(client, source_form("bound"), **{"action-publish": "yes", "title__en": "Bound anew"})
    assert stopped_at(answer, "source:bound")
    row = SourceRow.objects.get(slug="bound")
    assert not row.live
    assert row.get_latest_revision_as_object().title == {"en": "Bound anew"}, (
        "What was written is kept as a draft."
    )
    page = client.get(answer["Location"])
    assert b"choose a rights statement" in page.content
    assert f"{source_form('bound')}?mend=rights_statement".encode() in page.content
    mended = submit(
        client, source_form("bound"), **{"action-publish": "yes", "rights_statement": FREE.statement}
    )
    assert mended.status_code == 302
    assert is_live("source:bound")


def test_the_form_of_a_new_source(desk: None) -> None:
    address = reverse(SourceRow.snippet_viewset.get_url_name("add"))
    answer = submit(
        signed_in("reviewer"), address, **{"action-publish": "yes", "title__en": "New", "medium": "text"}
    )
    assert stopped_at(answer, "source:new")
    assert not SourceRow.objects.get(slug="new").live


def test_the_form_of_a_page(desk: None) -> None:
    answer = submit(
        signed_in("reviewer"),
        page_form(SubjectPage, "budapest"),
        **{"action-publish": "yes", "titles__en": "Pest"},
    )
    assert stopped_at(answer, "subject:budapest")
    page = SubjectPage.objects.get(slug="budapest")
    assert not page.live
    assert page.get_latest_revision_as_object().titles == {"en": "Pest"}


def test_the_form_of_a_new_page(desk: None) -> None:
    year = YearPage.objects.get(slug="1956")
    address = reverse("wagtailadmin_pages:add", args=["subjects", "subjectpage", year.pk])
    answer = submit(
        signed_in("reviewer"),
        address,
        **{"action-publish": "yes", "titles__en": "Poznań", "image": "source:nothing"},
    )
    assert stopped_at(answer, "subject:poznan")
    page = SubjectPage.objects.get(slug="poznan")
    assert not page.live
    assert not is_live("subject:poznan")


def test_many_pages_at_once_count_as_live_to_each_other(
    desk: None, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in("administrator")
    year, subject = YearPage.objects.get(slug="1956"), SubjectPage.objects.get(slug="budapest")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{address}?id={subject.pk}")
    assert not is_live("subject:budapest"), "it has a fault"
    restore_all([Subject(slug="budapest", title={"en": "Budapest"}, year="year:1956")])
    # The subject is named first, under a year that is not live yet but will be.
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{address}?id={subject.pk}&id={year.pk}")
    assert is_live("year:1956", "subject:budapest")


def test_a_page_that_waits_for_its_time(desk: None) -> None:
    page = SubjectPage.objects.get(slug="budapest")
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision()
    with pytest.raises(Exception, match="to be mended first"):
        revision.publish()
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    with pytest.raises(Exception, match="Footnote 1 is called"):
        revision.publish(log_action="wagtail.publish.scheduled")
    assert not SubjectPage.objects.get(slug="budapest").live


def test_the_editors_own_interface_for_scripts(desk: None) -> None:
    client = signed_in("administrator")
    page = SubjectPage.objects.get(slug="budapest")
    answer = client.post(f"/admin/api/main/pages/{page.pk}/action/publish/")
    assert answer.status_code == 404
    assert not is_live("subject:budapest")


def test_a_page_is_not_copied_into_the_reading_room(desk: None) -> None:
    client = signed_in("administrator")
    restore_all([Subject(slug="budapest", title={"en": "Budapest"}, year="year:1956")])
    submit(client, page_form(YearPage, "1956"), **{"action-publish": "yes"})
    submit(client, page_form(SubjectPage, "budapest"), **{"action-publish": "yes"})
    page = SubjectPage.objects.get(slug="budapest")
    copied = {"new_title": "Second", "new_slug": "second", "publish_copies": "on"}
    assert client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), copied).status_code == 302
    assert not SubjectPage.objects.filter(slug="second").exists()


def test_a_reviewer_may_give_a_reason_and_an_editor_may_not(desk: None) -> None:
    reviewer, editor = signed_in("reviewer"), signed_in("editor")
    address = reverse("gate") + "?of=source:bound"
    assert b"Publish it despite this" in reviewer.get(address).content
    assert b"Publish it despite this" not in editor.get(address).content
    refused = editor.post(address, {"despite": "yes", "reason": "I say so"})
    assert refused.status_code in (302, 403)
    silent = reviewer.post(address, {"despite": "yes", "reason": "  "})
    assert silent.status_code == 422
    assert not is_live("source:bound")
    assert reviewer.post(address, {"despite": "yes", "reason": "The heirs were asked."}).status_code == 302
    assert is_live("source:bound")
    (kept,) = Exemption.objects.all()
    assert (kept.reference, kept.reason) == ("source:bound", "The heirs were asked.")
    assert kept.by is not None
    assert kept.by.username == "reviewer"
    assert [fault["code"] for fault in kept.faults] == ["rights-missing"]
    assert kept.digest == live()[kept.identifier].digest


def test_what_is_whole_is_published_from_the_gates_page(desk: None) -> None:
    address = reverse("gate") + "?of=source:free&of=theme:thaw"
    client = signed_in("reviewer")
    assert b"Nothing stands in the way" in client.get(address).content, (
        "The link is to what is published with it."
    )
    assert signed_in("editor").post(address).status_code in (302, 403)
    assert not is_live("source:free")
    client.post(address)
    assert is_live("source:free", "theme:thaw")
    assert ThemePage.objects.get(slug="thaw").live
    assert not Exemption.objects.exists()


def test_the_gates_page_is_not_for_everybody(desk: None) -> None:
    address = reverse("gate")
    assert Client().get(address + "?of=source:bound")["Location"].startswith("/admin/login/")
    client = signed_in("editor")
    for nothing in ("", "?of=source:nothing", "?of=archive", "?of=%00", "?of=tsar:nicholas"):
        assert client.get(address + nothing).status_code == 404


def test_queries_do_not_grow_with_the_links(desk: None, django_assert_max_num_queries: Any) -> None:
    links = " ".join(f"[a](person:a{n}) [b](source:b{n})" for n in range(300))
    restore_all(
        [
            Subject(
                slug="long",
                title={"en": "Long"},
                year="year:1956",
                essays=(Essay(language="en", body=links),),
            )
        ]
    )
    client = signed_in("reviewer")
    with django_assert_max_num_queries(60):
        page = client.get(reverse("gate") + "?of=subject:long")
    assert page.content.count(b"sb-gate__sentence") == 601
