"""Previews at the desk: the bytes that publishing bakes, for whoever may edit the thing and for nobody else."""

import re
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

import sourcebook
from sourcebook.archive_folder import ArchiveFolder
from sourcebook.ingest import folder
from sourcebook.ingest.settle import settle
from sourcebook.publishing.actions import publish, withdraw
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Event, Name, Organisation, Theme, kind_of, slug_of
from sourcebook.subjects.models import PAGES, YearPage
from sourcebook.web.editors import create_editor
from tests.desk_forms import fields_of, submit

ONE_OF_EACH = (
    "archive:archive", "year:1956", "subject:budapest-1956", "person:imre-nagy",
)  # fmt: skip


def demo() -> Path:
    (package,) = sourcebook.__path__
    return Path(package) / "demo_archive"


@pytest.fixture
def desk(archive: ArchiveFolder) -> ArchiveFolder:
    """The sample archive on the desk, all of it published."""
    assert not settle(folder.read(demo())).refused
    publish(workers=1)
    return archive


@pytest.fixture
def small(archive: ArchiveFolder, repository: Path) -> ArchiveFolder:
    """A small archive on the desk, all of it published."""
    assert not settle(folder.read(repository / "tests/archive")).refused
    publish(workers=1)
    return archive


@pytest.fixture
def each(small: ArchiveFolder) -> ArchiveFolder:
    """The small archive with one thing of every kind."""
    name = (Name(text="The Council of Greater Budapest", language="en"),)
    restore_all(
        [
            Organisation(id="k00001", slug="council", names=name),
            Event(id="k00002", slug="meeting", names=name),
            Theme(id="k00003", slug="councils", title={"en": "Councils"}),
        ]
    )
    publish(workers=1)
    return small


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def row_of(reference: str) -> Any:
    return MODELS[kind_of(reference)]._default_manager.get(slug=slug_of(reference))


def edit_address(thing: Any) -> str:
    if thing.KIND in PAGES:
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    return reverse(thing.snippet_viewset.get_url_name("edit"), args=[thing.pk])


def preview_address(thing: Any) -> str:
    if thing.KIND in PAGES:
        return reverse("wagtailadmin_pages:preview_on_edit", args=[thing.pk])
    return reverse(thing.snippet_viewset.get_url_name("preview_on_edit"), args=[thing.pk])


def file_of(archive: ArchiveFolder, thing: Any, mode: str) -> Path:
    """The baked file of the page that a mode names."""
    language, _, below = mode.partition("/")
    prefix = "" if language == "en" else language
    address = thing.address if thing.KIND in PAGES else f"/{folder_of(thing.KIND)}/{thing.slug}/"
    return archive.public / prefix / address.strip("/") / below / "index.html"


def folder_of(kind: str) -> str:
    return {"person": "people", "term": "glossary"}.get(kind, f"{kind}s")


def previews(client: Client, thing: Any, **changes: str) -> dict[str, Any]:
    """Every page of a thing, as the panel beside its form shows it after some changes."""
    fields = fields_of(client.get(edit_address(thing)).content)
    answer = client.post(
        preview_address(thing), {**fields, **{name: [text] for name, text in changes.items()}}
    )
    assert answer.json() == {"is_valid": True, "is_available": True}
    return {mode: client.get(preview_address(thing), {"mode": mode}) for mode, _ in thing.preview_modes}


def assert_baked(archive: ArchiveFolder, thing: Any, answers: dict[str, Any]) -> None:
    for mode, answer in answers.items():
        file = file_of(archive, thing, mode)
        if file.exists():
            assert answer.content == file.read_bytes(), (thing.reference, mode)
        else:
            assert b"<p>" in answer.content
            assert "Nothing stands there yet" in answer.content.decode(), (thing.reference, mode)


def test_of_everything_in_the_sample_archive(desk: ArchiveFolder, editor: Client) -> None:
    seen = 0
    for model in MODELS.values():
        for number, thing in enumerate(model._default_manager.all()):
            modes = [mode for mode, _ in thing.preview_modes]
            assert {"en/", "ru/"} <= set(modes)
            # All pages of some, and its own page in Russian of each.
            wanted = modes if number < 2 else ["ru/"]
            assert_baked(desk, thing, {mode: thing.make_preview_request(None, mode) for mode in wanted})
            seen += len(wanted)
    assert seen > 100


def test_of_what_stands_in_the_form_unsaved(
    each: ArchiveFolder, editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    """Every kind; half of them as they are after a withdrawal, half over what is published."""
    for number, model in enumerate(MODELS.values()):
        thing = model._default_manager.order_by("pk").first()
        if number % 2:
            withdraw([thing.reference], reason="A trial.")
        words = "titles__en" if thing.KIND in ("archive", "year") else "title__en"
        words = words if thing.KIND in ("archive", "year", "source") else "summary__en"
        unsaved = f"Words of the {thing.KIND} that nobody has saved"
        answers = previews(editor, thing, **{words: unsaved})
        assert unsaved in answers["en/"].content.decode(), thing.reference
        with django_capture_on_commit_callbacks(execute=True):
            changes = {words: unsaved, "action-publish": "1"}
            assert submit(editor, edit_address(thing), **changes).status_code == 302
        assert unsaved in file_of(each, thing, "en/").read_text()
        assert_baked(each, thing, answers)


def test_of_what_is_not_even_made(
    small: ArchiveFolder, editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    person = MODELS["person"]
    add = reverse(person.snippet_viewset.get_url_name("add"))
    fields = fields_of(editor.get(add).content)
    fields.update(
        {"names-0-text": ["Имре Надь Второй"], "names-0-language": ["ru"], "names-0-use": ["preferred"]}
    )
    before = reverse(person.snippet_viewset.get_url_name("preview_on_add"))
    assert editor.post(before, fields).json()["is_valid"]
    answer = editor.get(before, {"mode": "ru/"})
    assert not person.objects.filter(heading__contains="Второй").exists()
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(add, {**fields, "action-publish": ["1"]})
    made = person.objects.get(heading__contains="Второй")
    assert answer.content == file_of(small, made, "ru/").read_bytes()


def test_of_a_subject_that_is_not_even_made(
    small: ArchiveFolder, editor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    year = YearPage.objects.get(slug="1956")
    where = ["subjects", "subjectpage", year.pk]
    add = reverse("wagtailadmin_pages:add", args=where)
    fields = fields_of(editor.get(add).content)
    fields.update({"titles__en": ["The general strike"]})
    before = reverse("wagtailadmin_pages:preview_on_add", args=where)
    assert editor.post(before, fields).json()["is_valid"]
    answer = editor.get(before, {"mode": "en/"})
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(add, {**fields, "action-publish": ["1"]})
    assert answer.content == (small.public / "1956/the-general-strike/index.html").read_bytes()


def test_a_draft_and_an_older_revision(small: ArchiveFolder, editor: Client) -> None:
    thing = row_of("person:imre-nagy")
    for words in ("First draft", "Second draft"):
        assert submit(editor, edit_address(thing), summary__en=words).status_code == 302
    newer, older = thing.revisions.order_by("-pk")[:2]
    for revision, draft in ((older, b"First draft"), (newer, b"Second draft")):
        name = thing.snippet_viewset.get_url_name("revisions_view")
        assert draft in editor.get(reverse(name, args=[thing.pk, revision.pk]), {"mode": "en/"}).content
    subject = row_of("subject:budapest-1956")
    submit(editor, edit_address(subject), summary__en="Draft of a subject")
    drafted = editor.get(reverse("wagtailadmin_pages:view_draft", args=[subject.pk]))
    assert b"Draft of a subject" in drafted.content


@pytest.mark.parametrize(("role", "may"), [("editor", True), ("moderator", False), (None, False)])
def test_only_who_may_edit_a_thing_may_preview_it(small: ArchiveFolder, role: str | None, may: bool) -> None:
    client = Client()
    if role:
        create_editor(role, "a long pass phrase", role)
        assert client.login(username=role, password="a long pass phrase")
    for reference in ONE_OF_EACH:
        thing = row_of(reference)
        shown = client.get(preview_address(thing))
        posted = client.post(preview_address(thing), {})
        assert (shown.status_code == posted.status_code == 200) == may, reference


def unpublished_picture(desk: ArchiveFolder) -> tuple[Any, str]:
    """A source with a picture that is withdrawn, and the address of one of its copies."""
    thing = MODELS["source"]._default_manager.filter(files__media_type__startswith="image/").first()
    found = re.search(rb'src="(/sources/[^"]+webp)"', file_of(desk, thing, "en/").read_bytes())
    assert found
    withdraw([thing.reference], reason="A trial.")
    return thing, found[1].decode()


def test_pictures_of_what_is_not_published_are_for_the_session_that_previews_them(
    desk: ArchiveFolder, editor: Client
) -> None:
    thing, picture = unpublished_picture(desk)
    assert not (desk.public / picture.lstrip("/")).exists()
    assert editor.get(picture).status_code == 404
    assert picture in previews(editor, thing)["en/"].content.decode()
    answer: Any = editor.get(picture)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[8:12] == b"WEBP"
    assert answer["Cache-Control"] == "private, no-store"
    create_editor("anna", "a long pass phrase", "editor")
    other = Client()
    assert other.get(picture).status_code == 404
    other.login(username="anna", password="a long pass phrase")
    assert other.get(picture).status_code == 404
    assert editor.get(picture.replace(".webp", ".html")).status_code == 404
    editor.logout()
    assert editor.get(picture).status_code == 404


def test_a_preview_is_held_to_the_policy_of_published_pages(small: ArchiveFolder, editor: Client) -> None:
    answer = previews(editor, row_of("year:1956"))["en/"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"].startswith("no-store")


def test_a_preview_is_quick(small: ArchiveFolder, editor: Client, django_assert_max_num_queries: Any) -> None:
    previews(editor, row_of("subject:budapest-1956"))
    address = preview_address(row_of("subject:budapest-1956"))
    with django_assert_max_num_queries(60):
        start = perf_counter()
        editor.get(address)
    assert perf_counter() - start < 5, "far above the 0.3 s that it takes on a busy machine"
