"""Two people at one thing: each sees the other, no draft that saves itself is lost to another; locks."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from sourcebook.authorities.models import AUTHORITIES
from sourcebook.publishing.gather import gather_object
from sourcebook.publishing.restore import restore_all
from sourcebook.record import (
    Archive,
    Event,
    Name,
    Organisation,
    Person,
    Place,
    Source,
    Subject,
    Term,
    Theme,
    Year,
)
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import PAGES, SubjectPage
from sourcebook.web.editors import create_editor
from tests.desk_forms import fields_of

pytestmark = pytest.mark.django_db

MODELS: dict[str, Any] = {"source": SourceRow, **AUTHORITIES, **PAGES}


@pytest.fixture
def desk() -> tuple[Client, Client]:
    name = (Name(text="Name", language="en"),)
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en",)),
            Year(slug="1956"),
            Theme(slug="theme", title={"en": "Theme"}),
            Subject(slug="subject", title={"en": "Subject"}, year="year:1956"),
            Source(slug="source", medium="text", title={"en": "Source"}),
            *(kind(slug="one", names=name) for kind in (Person, Organisation, Place, Event, Term)),
        ]
    )
    return signed_in("anna"), signed_in("boris")


def signed_in(name: str, role: str = "administrator") -> Client:
    create_editor(name, "a long pass phrase", role)
    client = Client()
    client.login(username=name, password="a long pass phrase")
    return client


def form_of(thing: Any) -> str:
    if thing.KIND in PAGES:
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    return reverse(thing.snippet_viewset.get_url_name("edit"), args=[thing.pk])


def opened(client: Client, thing: Any) -> dict[str, list[str]]:
    answer = client.get(form_of(thing))
    assert answer.status_code == 200
    return fields_of(answer.content)


def saves_itself(client: Client, thing: Any, fields: dict[str, list[str]], words: str) -> Any:
    """As the open form does: what an editor wrote last, in JSON."""
    slot = next(name for name in ("title__en", "titles__en", "summary__en") if name in fields)
    return client.post(form_of(thing), {**fields, slot: [words]}, headers={"accept": "application/json"})


def draft_of(thing: Any) -> Any:
    thing.refresh_from_db()
    return gather_object(thing.get_latest_revision_as_object())


def words_of(record: Any) -> set[str]:
    return {text for name in ("title", "summary") for text in getattr(record, name, {}).values()}


@pytest.mark.parametrize("kind", MODELS)
def test_a_draft_is_never_lost_to_one_that_saves_itself(desk: tuple[Client, Client], kind: str) -> None:
    anna, boris = desk
    thing = MODELS[kind]._default_manager.get()
    of_anna, of_boris = opened(anna, thing), opened(boris, thing)
    saved = saves_itself(anna, thing, of_anna, "By Anna")
    assert saved.status_code == 200, saved.content
    refused = saves_itself(boris, thing, of_boris, "By Boris")
    assert refused.status_code == 400
    assert refused.json()["error_code"] == "invalid_revision"
    assert "By Anna" in words_of(draft_of(thing))
    again = {**of_anna, "overwrite_revision_id": [str(saved.json()["revision_id"])]}
    assert saves_itself(anna, thing, again, "By Anna again").status_code == 200
    assert saves_itself(boris, thing, opened(boris, thing), "By Boris").status_code == 200
    assert saves_itself(anna, thing, again, "By Anna, too late").status_code == 400
    assert "By Boris" in words_of(draft_of(thing))


@pytest.mark.parametrize("kind", ["source", "person", "subject"])
def test_each_sees_that_the_other_is_there(desk: tuple[Client, Client], kind: str) -> None:
    anna, boris = desk
    thing = MODELS[kind]._default_manager.get()
    anna.get(form_of(thing))
    page: Any = html.fromstring(boris.get(form_of(thing)).content.decode())
    (ping,) = set(page.xpath("//@data-w-swap-src-value[contains(., 'editing-sessions')]"))
    seen = boris.post(ping, {"is_editing": "1"}).json()
    assert "anna" in json.dumps(seen)
    assert "saved a new version" not in json.dumps(seen)
    # The form of Boris was opened when there was no version yet; what Anna saves is told him, and not to herself.
    of_anna = opened(anna, thing)
    assert saves_itself(anna, thing, of_anna, "By Anna").status_code == 200
    assert "anna saved a new version" in boris.post(ping, {"is_editing": "1"}).json()["html"]
    own: Any = html.fromstring(anna.get(form_of(thing)).content.decode())
    (her_ping,) = set(own.xpath("//@data-w-swap-src-value[contains(., 'editing-sessions')]"))
    assert "saved a new version" not in json.dumps(anna.post(her_ping, {"is_editing": "1"}).json())


def lock(client: Client, thing: Any, verb: str) -> int:
    if thing.KIND in PAGES:
        address = reverse(f"wagtailadmin_pages:{verb}", args=[thing.pk])
    else:
        address = reverse(thing.snippet_viewset.get_url_name(verb), args=[thing.pk])
    status: int = client.post(address).status_code
    thing.refresh_from_db()
    return status


@pytest.mark.parametrize("model", [SourceRow, SubjectPage])
def test_what_is_locked_is_written_by_nobody_else_and_opened_by_who_may(
    desk: tuple[Client, Client], model: Any
) -> None:
    anna, boris = desk
    editor = signed_in("eva", "editor")
    thing = model.objects.get()
    lock(editor, thing, "lock")
    assert not thing.locked
    lock(anna, thing, "lock")
    assert thing.locked
    assert thing.locked_by == User.objects.get(username="anna")
    before = draft_of(thing)
    fields = opened(editor, thing)
    assert saves_itself(editor, thing, fields, "By Eva").status_code in (400, 403)
    editor.post(form_of(thing), fields | {"title__en": ["By Eva"], "titles__en": ["By Eva"]})
    assert draft_of(thing) == before
    lock(editor, thing, "unlock")
    assert thing.locked
    lock(boris, thing, "unlock")
    assert not thing.locked
    assert saves_itself(editor, thing, opened(editor, thing), "By Eva").status_code == 200
    assert "By Eva" in words_of(draft_of(thing))
