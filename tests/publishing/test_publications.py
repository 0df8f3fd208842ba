"""What was published of a thing and when: listed at its history, compared, and brought back as a draft."""

from typing import Any

import msgspec
import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from wagtail.models import ModelLogEntry, PageLogEntry

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import ask_to_withdraw
from sourcebook.publishing.gather import gather, gather_object
from sourcebook.publishing.log import append_published, live
from sourcebook.publishing.models import Publication
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.publications.drafting import as_it_would_be, bring_back
from sourcebook.publishing.recording import record_published
from sourcebook.publishing.restore import remove, restore_all
from sourcebook.record import (
    Archive,
    Contribution,
    Essay,
    Name,
    Passage,
    Person,
    Record,
    Rights,
    Selection,
    Source,
    Subject,
    TextVersion,
    Year,
    decode,
)
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit
from tests.records import archives

pytestmark = pytest.mark.django_db

TEXT = TextVersion(
    key="en",
    language="en",
    contributions=(Contribution(role="translator", agent="person:nagy"),),
    passages=(Passage(key="p1", text="The first words."), Passage(key="p2", text="The second words.")),
)
SPEECH = Source(
    slug="speech",
    id="speech",
    medium="text",
    title={"en": "The Speech"},
    rights=Rights(statement="http://rightsstatements.org/vocab/NoC-NC/1.0/"),
    about=("person:nagy",),
    texts=(TEXT,),
)
THAW = Subject(
    slug="thaw",
    id="thaw",
    title={"en": "The Thaw"},
    year="year:1956",
    essays=(
        Essay(
            language="en",
            body="It opened.",
            contributions=(Contribution(role="author", credited_as="A. Author"),),
        ),
    ),
    selections=(Selection(source="source:speech", questions=({"en": "Why?"},)),),
)
FIRST: list[Record] = [
    Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
    Year(slug="1956"),
    Person(slug="nagy", names=(Name(text="Imre Nagy"),)),
    SPEECH,
    THAW,
]
LATER: list[Record] = [
    msgspec.structs.replace(
        SPEECH,
        title={"en": "The Secret Speech"},
        about=(),
        texts=(
            msgspec.structs.replace(
                TEXT, contributions=(), passages=(Passage(key="p1", text="Other words."),)
            ),
        ),
    ),
    msgspec.structs.replace(THAW, title={"en": "Thaw"}, essays=(), selections=()),
]


@pytest.fixture
def desk(archive: ArchiveFolder) -> Client:
    restore_all(FIRST)
    record_published([record.reference for record in FIRST])
    restore_all(LATER)
    record_published([record.reference for record in LATER])
    return signed_in("administrator")


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def thing_of(reference: str) -> Any:
    kind, _, slug = reference.partition(":")
    return MODELS[kind]._default_manager.get(slug=slug)


def history_of(thing: Any) -> str:
    if thing.KIND == "source":
        return reverse(thing.snippet_viewset.get_url_name("history"), args=[thing.pk])
    return reverse("wagtailadmin_pages:history", args=[thing.pk])


def first_of(thing: Any) -> Publication:
    return Publication.objects.filter(identifier=thing.identifier).order_by("pk")[0]


def draft_of(reference: str) -> Any:
    return gather_object(thing_of(reference).get_latest_revision_as_object())


@pytest.mark.parametrize("before", [SPEECH, THAW], ids=["source", "subject"])
def test_a_publication_is_brought_back_as_a_draft_and_published_through_the_gate(
    desk: Client, before: Record, django_capture_on_commit_callbacks: Any
) -> None:
    thing = thing_of(before.reference)
    standing = gather(before.reference)
    number = first_of(thing).pk
    history = desk.get(history_of(thing)).content.decode()
    assert history.count("Bring this back as a draft") == 2
    assert history.count("readers see this") == 1
    address = reverse("bring_back", args=[thing.identifier, number])
    assert address in history
    answer = desk.post(address)
    assert "edit" in answer["Location"]
    assert draft_of(before.reference) == before
    assert gather(before.reference) == standing
    assert live([thing.identifier])[thing.identifier].pk != number
    log = (PageLogEntry if before.kind == "subject" else ModelLogEntry).objects.order_by("-pk")
    assert log[0].action == "sourcebook.bring_back"
    assert log[0].data["record"] == first_of(thing).digest
    assert "A publication was brought back as a draft" in desk.get(history_of(thing)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        published = submit(desk, answer["Location"], **{"action-publish": "action-publish"})
    assert published.status_code == 302
    line = live([thing.identifier])[thing.identifier]
    assert decode(bytes(line.record)) == gather(before.reference) == before


def test_it_is_compared_with_the_draft_and_with_the_one_before(desk: Client) -> None:
    thing = thing_of("source:speech")
    first, last = Publication.objects.filter(identifier=thing.identifier).order_by("pk")
    page = desk.get(reverse("compare_publications", args=[thing.identifier, first.pk])).content.decode()
    assert 'The<span class="deletion"> Secret</span> Speech' in page
    assert '<span class="addition">' in page
    assert "Bring this back as a draft" in page
    address = reverse("compare_publications", args=[thing.identifier, last.pk])
    changed = desk.get(address, {"with": first.pk}).content.decode()
    assert 'The<span class="addition"> Secret</span> Speech' in changed
    for nonsense in ("0", "x", "9" * 30, str(first_of(thing_of("subject:thaw")).pk)):
        assert desk.get(address, {"with": nonsense}).status_code == 404
    assert b"No difference." in desk.get(address).content


def test_addresses_are_a_promise_and_stay(desk: Client) -> None:
    renamed = msgspec.structs.replace(gather("source:speech"), slug="address", former_slugs=("speech",))
    restore_all([renamed])
    thing = thing_of("source:address")
    desk.post(reverse("bring_back", args=[thing.identifier, first_of(thing).pk]))
    draft = draft_of("source:address")
    assert (draft.slug, draft.former_slugs) == ("address", ("speech",))
    assert draft.texts == SPEECH.texts


def test_what_says_the_same_is_no_new_draft(desk: Client) -> None:
    thing = thing_of("source:speech")
    number = Publication.objects.filter(identifier=thing.identifier).latest("pk").pk
    address = reverse("bring_back", args=[thing.identifier, number])
    assert b"says the same already" in desk.post(address, follow=True).content
    assert thing_of("source:speech").latest_revision is None


def test_what_it_named_and_is_gone_is_told_and_nothing_is_written(desk: Client) -> None:
    ask_to_withdraw(["person:nagy"], reason="A trial.")
    remove("person:nagy")
    thing = thing_of("source:speech")
    address = reverse("bring_back", args=[thing.identifier, first_of(thing).pk])
    answer = desk.post(address, follow=True).content.decode()
    assert "no longer on the desk: person:nagy" in answer
    assert thing_of("source:speech").latest_revision is None


def test_only_who_may_edit_brings_back_and_a_lock_holds(desk: Client) -> None:
    thing = thing_of("source:speech")
    address = reverse("bring_back", args=[thing.identifier, first_of(thing).pk])
    assert Client().post(address)["Location"].startswith("/admin/login/")
    moderator = signed_in("moderator")
    moderator.post(address)
    assert thing_of("source:speech").latest_revision is None
    type(thing).objects.update(locked=True, locked_by=User.objects.get(username="administrator"))
    assert b"locked" in signed_in("editor").post(address, follow=True).content
    assert thing_of("source:speech").latest_revision is None
    assert desk.get(address).status_code == 405


def test_what_is_withdrawn_is_put_back_from_its_form(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    for reference in ("source:speech", "subject:thaw"):
        thing = thing_of(reference)
        edit = (
            reverse(thing.snippet_viewset.get_url_name("edit"), args=[thing.pk])
            if thing.KIND == "source"
            else reverse("wagtailadmin_pages:edit", args=[thing.pk])
        )
        back = f"{reverse('put_back')}?of={reference.replace(':', '%3A')}"
        assert back not in desk.get(edit).content.decode()
        with django_capture_on_commit_callbacks(execute=True):
            ask_to_withdraw([reference], reason="The family asked us to.")
        assert back in desk.get(edit).content.decode()
        asked = desk.get(back).content.decode()
        assert "The family asked us to." in asked
        assert "Leave it withdrawn" in asked
        with django_capture_on_commit_callbacks(execute=True):
            assert desk.post(reverse("put_back"), {"of": reference, "next": edit})["Location"] == edit
        assert live([thing.identifier])[thing.identifier].reference == reference
    assert b"is not withdrawn" in desk.get(f"{reverse('put_back')}?of=source:speech").content
    assert signed_in("moderator").get(f"{reverse('put_back')}?of=source:speech").status_code in (302, 403)


def test_the_history_asks_few_questions_however_much_was_published(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    thing = thing_of("source:speech")
    for number in range(60):
        append_published([msgspec.structs.replace(gather("source:speech"), title={"en": f"No. {number}"})])
    with django_assert_max_num_queries(40):
        history = desk.get(history_of(thing)).content.decode()
    assert history.count("Bring this back as a draft") == 5
    every = reverse("publications", args=[thing.identifier])
    assert every in history
    with django_assert_max_num_queries(30):
        assert desk.get(every).content.decode().count("Bring this back as a draft") == 50
    assert desk.get(every, {"p": 2}).content.decode().count("Bring this back as a draft") == 12


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(archives())
def test_law_a_publication_of_anything_is_the_same_as_a_draft(
    archive: ArchiveFolder, records: list[Record]
) -> None:
    with transaction.atomic():
        restore_all(records)
        kept = {record.reference: gather(record.reference) for record in records}
        append_published(kept.values())
        emptied = [_emptied(record) for record in kept.values()]
        restore_all(emptied)
        user = User.objects.create_superuser("anna")
        for reference, record in kept.items():
            thing = thing_of(reference)
            line = first_of(thing)
            files = record.files if isinstance(record, Source) else ()
            for file in files:
                master = archive.master(file.sha256)
                master.parent.mkdir(parents=True, exist_ok=True)
                master.touch()
            wanted = as_it_would_be(line, thing)
            bring_back(line, thing, user)
            assert gather_object(thing_of(reference).get_latest_revision_as_object()) == wanted
        transaction.set_rollback(True)


def _emptied(record: Any) -> Record:
    """The same thing with as little in it as may be."""
    kept = {name: getattr(record, name) for name in ("id", "slug", "former_slugs", "legacy_addresses")}
    needed = {
        name: getattr(record, name)
        for name in ("title", "medium", "names", "year", "languages")
        if hasattr(record, name)
    }
    emptied: Record = type(record)(**kept, **needed)
    return emptied
