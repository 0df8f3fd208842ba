"""Files brought through the editor: from the browser's form into the inbox, onto canvases, and out to readers."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish
from sourcebook.publishing.gather import gather, gather_object
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Canvas, File, Passage, Record, Rights, TextVersion
from sourcebook.record import Source as SourceRecord
from sourcebook.sources.models import Source
from tests.desk_forms import fields_of
from tests.record_files import png, wav

HOME: list[Record] = [Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru"))]
POSTER = SourceRecord(
    slug="poster",
    medium="image",
    title={"en": "A poster"},
    rights=Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/"),
    texts=(TextVersion(key="en", language="en", passages=(Passage(key="p1", text="To arms!"),)),),
)


@pytest.fixture
def editor(archive: ArchiveFolder) -> Client:
    restore_all([*HOME, POSTER])
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def edit_address() -> str:
    return reverse(Source.snippet_viewset.get_url_name("edit"), args=[Source.objects.get().pk])


def form_with(page: bytes, files: dict[str, bytes], **changes: str) -> dict[str, Any]:
    """The form as it stands, and each of the files in a new row below those that are there."""
    fields: dict[str, Any] = fields_of(page)
    first = int(fields["files-TOTAL_FORMS"][0])
    for number, (name, data) in enumerate(files.items(), first):
        row = {"name": "", "sha256": "", "id": "", "ORDER": str(number + 1), "DELETE": ""}
        fields |= {f"files-{number}-{field}": value for field, value in row.items()}
        fields[f"files-{number}-bring"] = SimpleUploadedFile(name, data)
    return fields | {"files-TOTAL_FORMS": str(first + len(files))} | changes


def bring(client: Client, files: dict[str, bytes], **changes: str) -> Any:
    return client.post(edit_address(), form_with(client.get(edit_address()).content, files, **changes))


def poster() -> SourceRecord:
    found = gather("source:poster")
    assert isinstance(found, SourceRecord)
    return found


def draft() -> SourceRecord:
    found = gather_object(Source.objects.get().get_latest_revision_as_object())
    assert isinstance(found, SourceRecord)
    return found


def in_inbox(archive: ArchiveFolder) -> set[str]:
    return {path.name for path in archive.inbox.rglob("*") if path.is_file()}


def test_a_picture_and_a_recording_are_brought_and_published(
    editor: Client, archive: ArchiveFolder, django_capture_on_commit_callbacks: Any
) -> None:
    picture, sound = png(600, 40), wav(0.5)
    assert bring(editor, {"Плакат № 1.PNG": picture, "speech.wav": sound}).status_code == 302
    assert archive.master(hashlib.sha256(picture).hexdigest()).read_bytes() == picture
    one, two = poster().files
    assert (one.name, one.media_type, one.size) == ("Plakat-No-1.png", "image/png", len(picture))
    assert (one.width, one.height, one.duration) == (600, 40, None)
    assert (two.name, two.media_type, two.duration, two.width) == ("speech.wav", "audio/wav", 0.5, None)
    assert poster().canvases == (Canvas(file=one.name), Canvas(file=two.name))
    assert not (archive.public / "sources/poster").exists()

    fields = {"canvases-0-alt__en": "Workers with a flag", "action-publish": "1"}
    with django_capture_on_commit_callbacks(execute=True):
        assert bring(editor, {}, **fields).status_code == 302
    published = archive.public / "sources/poster"
    assert (published / f"{one.name}.480.webp").read_bytes()[8:12] == b"WEBP"
    assert (published / "speech.wav").read_bytes() == sound
    page = (published / "index.html").read_text(encoding="utf-8")
    assert f"{one.name}.480.webp" in page
    assert 'alt="Workers with a flag"' in page
    assert "speech.wav" in page


def test_a_file_can_come_with_a_new_source(editor: Client) -> None:
    address = reverse(Source.snippet_viewset.get_url_name("add"))
    fields = form_with(editor.get(address).content, {"a.png": png(6, 4)}, title__en="New", medium="image")
    assert editor.post(address, fields).status_code == 302
    made = gather("source:new")
    assert isinstance(made, SourceRecord)
    assert [file.name for file in made.files] == ["a.png"]
    assert made.canvases == (Canvas(file="a.png"),)


def test_a_draft_above_a_published_source_keeps_its_file_until_it_is_published(
    editor: Client, archive: ArchiveFolder
) -> None:
    publish()
    assert bring(editor, {"a.png": png(6, 4)}).status_code == 302
    assert poster().files == ()
    for _ in range(2):
        (file,) = draft().files
        assert (file.name, file.media_type, file.width, file.height) == ("a.png", "image/png", 6, 4)
        assert draft().canvases == (Canvas(file="a.png"),)
        assert bring(editor, {}).status_code == 302
    assert bring(editor, {"b.png": png(6, 5)}).status_code == 302
    assert [canvas.file for canvas in draft().canvases] == ["a.png", "b.png"]
    assert not list(archive.public.rglob("*.webp"))


def test_a_file_need_not_be_chosen_again_when_the_form_comes_back_for_another_fault(editor: Client) -> None:
    refused = bring(editor, {"a.png": png(6, 4)}, position="third")
    assert refused.status_code == 200
    assert b"6 \xc3\x97 4 pixels" in refused.content
    fields = fields_of(refused.content) | {"position": ["3"]}
    assert editor.post(edit_address(), fields).status_code == 302
    assert [(file.name, file.width) for file in poster().files] == [("a.png", 6)]


def test_versions_with_different_files_can_be_compared_and_an_earlier_one_opened(editor: Client) -> None:
    bring(editor, {"a.png": png(6, 4)})
    bring(editor, {"b.png": png(6, 5)}, **{"files-0-name": "c.png"})
    source = Source.objects.get()
    urls = Source.snippet_viewset
    first, second = source.revisions.order_by("created_at", "pk")
    compared = editor.get(
        reverse(urls.get_url_name("revisions_compare"), args=[source.pk, first.pk, second.pk])
    )
    assert compared.status_code == 200
    assert "c.png" in compared.content.decode()
    opened = editor.get(reverse(urls.get_url_name("revisions_revert"), args=[source.pk, first.pk]))
    assert fields_of(opened.content)["files-0-name"] == ["a.png"]


def test_names_are_given_once_in_a_source(editor: Client) -> None:
    bring(editor, {"page.png": png(6, 4)})
    bring(editor, {"page.png ": png(6, 5), "page.jpg": png(6, 6), "../../.png": png(6, 7)})
    assert [file.name for file in poster().files] == ["page.png", "page-2.png", "page-3.png", "file.png"]


def test_a_name_that_is_taken_is_a_fault_on_the_form(editor: Client) -> None:
    bring(editor, {"a.png": png(6, 4), "b.png": png(6, 5)})
    assert bring(editor, {}, **{"files-1-name": "a.png"}).status_code == 200
    assert [file.name for file in poster().files] == ["a.png", "b.png"]


def test_a_file_in_the_place_of_another_takes_over_its_name_and_canvas(editor: Client) -> None:
    bring(editor, {"a.png": png(6, 4)})
    fields: dict[str, Any] = fields_of(editor.get(edit_address()).content)
    fields["files-0-bring"] = SimpleUploadedFile("better.png", png(12, 8))
    assert editor.post(edit_address(), fields).status_code == 302
    (file,) = poster().files
    assert (file.name, file.width, file.sha256) == ("a.png", 12, hashlib.sha256(png(12, 8)).hexdigest())
    assert poster().canvases == (Canvas(file="a.png"),)


def test_a_canvas_follows_the_new_name_of_its_file_and_may_not_name_what_is_not_there(editor: Client) -> None:
    bring(editor, {"a.png": png(6, 4)})
    assert bring(editor, {}, **{"files-0-name": "front.png"}).status_code == 302
    assert poster().canvases == (Canvas(file="front.png"),)
    refused = bring(editor, {}, **{"canvases-0-file": "none.png"})
    assert refused.status_code == 200
    assert "There is no file “none.png” above." in refused.content.decode()


def test_what_an_import_left_without_a_canvas_stays_so(editor: Client) -> None:
    data = png(6, 4)
    file = File(
        name="a.png",
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="image/png",
        size=len(data),
        width=6,
        height=4,
    )
    restore_all([SourceRecord(slug="poster", medium="image", title={"en": "A poster"}, files=(file,))])
    assert bring(editor, {}).status_code == 302
    assert poster().files == (file,)
    assert poster().canvases == ()


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "0 bytes"), (b"<svg onload='alert(1)'/>", "no kind that is kept")]
)
def test_what_cannot_be_kept_is_refused_on_the_field(
    editor: Client, archive: ArchiveFolder, data: bytes, says: str
) -> None:
    refused = bring(editor, {"a.png": data})
    assert refused.status_code == 200
    (errors,) = (form.errors for form in refused.context["form"].formsets["files"])
    assert says in errors["bring"][0]
    assert says in refused.content.decode()
    assert not in_inbox(archive)


def test_broken_pictures_are_refused_or_come_in_whole(
    editor: Client, archive: ArchiveFolder, shared_data: Path
) -> None:
    hostile = sorted((shared_data / "hostile/pillow").iterdir())
    assert hostile
    kept = set()
    for path in hostile:
        answer = bring(editor, {path.name: path.read_bytes()})
        if answer.status_code == 302:
            kept.add(hashlib.sha256(path.read_bytes()).hexdigest())
        else:
            assert "broken or cut off" in answer.content.decode(), path.name
    assert in_inbox(archive) == kept == {file.sha256 for file in poster().files}
    assert 0 < len(kept) < len(hostile)


def test_a_checksum_that_nobody_brought_is_refused(editor: Client) -> None:
    refused = bring(editor, {"a.png": png(6, 4)}, **{"files-0-bring": "", "files-0-sha256": "0" * 64})
    assert refused.status_code == 200
    assert "missing" in refused.content.decode()


def test_a_draft_that_saves_itself_sends_the_file_once(editor: Client) -> None:
    page = editor.get(edit_address()).content
    saved = editor.post(
        edit_address(), form_with(page, {"a.png": png(6, 4)}), headers={"Accept": "application/json"}
    )
    updates = saved.json()["field_updates"]
    assert updates["files-0-bring"] == ""
    assert updates["files-0-name"] == "a.png"
    assert updates["files-0-sha256"] == hashlib.sha256(png(6, 4)).hexdigest()
