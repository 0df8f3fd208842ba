"""Who may do what at the desk: every role tries every deed, as a browser would."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.models import AUTHORITIES
from sourcebook.publishing.actions import publish
from sourcebook.publishing.log import live
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Person, Rights, Source, Theme, Year
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import ArchivePage, ThemePage, YearPage
from sourcebook.web.editors import ROLES, create_editor
from tests.desk_forms import submit

pytestmark = pytest.mark.django_db

FREE = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/")


@pytest.fixture
def desk(archive: ArchiveFolder) -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Trial"}),
            Year(slug="1956"),
            Theme(slug="thaw", title={"en": "Thaw"}),
            Source(slug="free", medium="text", title={"en": "Free"}, rights=FREE),
            Source(slug="bound", medium="text", title={"en": "Bound"}),
            Person(slug="nagy", names=(Name(text="Imre Nagy"),)),
        ]
    )


def client_of(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def of(model: Any, view: str, *more: Any, slug: str = "free") -> str:
    row = model.objects.get(slug=slug)
    if hasattr(row, "snippet_viewset"):
        return reverse(row.snippet_viewset.get_url_name(view), args=[row.pk, *more])
    return reverse(f"wagtailadmin_pages:{view}", args=[row.pk, *more])


def writes(client: Client) -> bool:
    address = of(SourceRow, "edit")
    if client.get(address).status_code != 200:
        return False
    submit(client, address, **{"title__en": "Freed"})
    return bool(SourceRow.objects.get(slug="free").get_latest_revision_as_object().title == {"en": "Freed"})


def writes_a_page(client: Client) -> bool:
    address = of(ThemePage, "edit", slug="thaw")
    if client.get(address).status_code != 200:
        return False
    submit(client, address, **{"titles__en": "The Thaw"})
    return bool(ThemePage.objects.get().get_latest_revision_as_object().titles == {"en": "The Thaw"})


def begins_a_person(client: Client) -> bool:
    return client.get(reverse(AUTHORITIES["person"].snippet_viewset.get_url_name("add"))).status_code == 200


def submits(client: Client) -> bool:
    address = of(SourceRow, "edit")
    if client.get(address).status_code != 200:
        return False
    submit(client, address, **{"action-submit": "yes"})
    return bool(SourceRow.objects.get(slug="free").workflow_in_progress)


def in_review() -> Any:
    row = SourceRow.objects.get(slug="free")
    writer = User.objects.create_user("writer")
    row.save_revision(user=writer)
    row.get_workflow().start(row, writer)
    return SourceRow.objects.get(slug="free")


def approves(client: Client) -> bool:
    state = in_review().current_workflow_task_state
    client.post(of(SourceRow, "workflow_action", "approve", state.pk), {"comment": "Good."})
    return bool(SourceRow.objects.get(slug="free").live)


def publishes(client: Client) -> bool:
    address = of(SourceRow, "edit")
    if client.get(address).status_code == 200:
        submit(client, address, **{"action-publish": "yes"})
    client.post(reverse("gate") + "?of=source:free")
    return bool(live([SourceRow.objects.get(slug="free").identifier]))


def publishes_a_page(client: Client) -> bool:
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={ThemePage.objects.get().pk}", {"include_descendants": ""})
    client.post(reverse("gate") + "?of=theme:thaw")
    return bool(ThemePage.objects.get().live)


def publishes_despite_faults(client: Client) -> bool:
    client.post(reverse("gate") + "?of=source:bound", {"despite": "yes", "reason": "The heirs agree."})
    return bool(SourceRow.objects.get(slug="bound").live)


def withdraws(client: Client) -> bool:
    publish(["source:free"])
    client.post(of(SourceRow, "unpublish"), {"reason": "The heirs object."})
    return not live([SourceRow.objects.get(slug="free").identifier])


def withdraws_a_page(client: Client) -> bool:
    publish(["theme:thaw"])
    client.post(of(ThemePage, "unpublish", slug="thaw"), {"reason": "It was wrong."})
    return not live([ThemePage.objects.get().identifier])


def deletes(client: Client) -> bool:
    client.post(of(SourceRow, "delete"))
    return not SourceRow.objects.filter(slug="free").exists()


def deletes_a_page(client: Client) -> bool:
    client.post(of(ThemePage, "delete", slug="thaw"))
    return not ThemePage.objects.exists()


def locks(client: Client) -> bool:
    client.post(of(SourceRow, "lock"))
    client.post(of(YearPage, "lock", slug="1956"))
    both = SourceRow.objects.get(slug="free").locked, YearPage.objects.get().locked
    assert both[0] == both[1]
    return bool(both[0])


def unlocks_what_another_locked(client: Client) -> bool:
    writer = User.objects.create_user("writer")
    SourceRow.objects.filter(slug="free").update(locked=True, locked_by=writer)
    YearPage.objects.update(locked=True, locked_by=writer)
    client.post(of(SourceRow, "unlock"))
    client.post(of(YearPage, "unlock", slug="1956"))
    both = SourceRow.objects.get(slug="free").locked, YearPage.objects.get().locked
    assert both[0] == both[1]
    return not both[0]


def opens(name: str) -> Callable[[Client], bool]:
    return lambda client: client.get(reverse(name)).status_code == 200


def changes_the_archive_itself(client: Client) -> bool:
    return client.get(of(ArchivePage, "edit", slug="archive")).status_code == 200


WRITERS = {"editor", "reviewer", "archivist", "administrator"}
REVIEWERS = {"reviewer", "archivist", "administrator"}
KEEPERS = {"archivist", "administrator"}
MAY: list[tuple[Callable[[Client], bool], set[str]]] = [
    (opens("wagtailadmin_home"), set(ROLES)),
    (writes, WRITERS),
    (writes_a_page, WRITERS),
    (begins_a_person, WRITERS),
    (changes_the_archive_itself, WRITERS),
    (submits, WRITERS),
    (approves, REVIEWERS),
    (publishes, REVIEWERS),
    (publishes_a_page, REVIEWERS),
    (publishes_despite_faults, REVIEWERS),
    (withdraws, REVIEWERS),
    (withdraws_a_page, REVIEWERS),
    (locks, REVIEWERS),
    (unlocks_what_another_locked, REVIEWERS),
    (deletes, KEEPERS),
    (deletes_a_page, KEEPERS),
    (opens("state_report"), WRITERS),
    (opens("accessions"), REVIEWERS),
    (opens("change_many"), REVIEWERS),
    (opens("audit_log"), REVIEWERS),
    (opens("wagtailusers_users:index"), {"administrator"}),
    (opens("wagtailusers_users:add"), {"administrator"}),
    (opens("wagtailusers_groups:index"), {"administrator"}),
    (opens("wagtailadmin_workflows:index"), {"administrator"}),
]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("deed", "roles"), MAY, ids=lambda one: getattr(one, "__name__", ""))
def test_who_may(desk: None, deed: Callable[[Client], bool], roles: set[str], role: str) -> None:
    assert deed(client_of(role)) == (role in roles)


def test_strangers_may_nothing(desk: None) -> None:
    for name in ("wagtailadmin_home", "state_report", "audit_log", "gate"):
        assert Client().get(reverse(name)).status_code == 302
    for deed in (publishes_despite_faults, deletes, locks, publishes_a_page):
        assert not deed(Client())


def test_an_administrator_needs_not_be_superuser(desk: None) -> None:
    client = client_of("administrator")
    User.objects.update(is_superuser=False)
    for deed in (
        publishes_despite_faults,
        withdraws,
        deletes_a_page,
        opens("audit_log"),
        opens("wagtailusers_users:add"),
    ):
        assert deed(client)
