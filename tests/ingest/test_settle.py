"""What arrives settles on the desk: all of it or nothing, nothing twice, and no editor's work undone."""

import shutil
from pathlib import Path

import msgspec
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.models import Person
from sourcebook.ingest import csv, folder
from sourcebook.ingest.exporting import export_archive
from sourcebook.ingest.models import ImportedRecord
from sourcebook.ingest.report import Report
from sourcebook.ingest.settle import settle
from sourcebook.publishing.beginning import begin_archive
from sourcebook.publishing.gather import gather, gather_all, mark_live
from sourcebook.publishing.restore import restore_all
from tests.desk_forms import submit
from tests.record_files import png

FILES = {
    "archive.yaml": "title: Small\nlanguages: [en, ru]\n",
    "years/1956.md": "",
    "people/imre-nagy.md": "---\nnames:\n- Imre Nagy\n- {text: Имре Надь, language: ru}\n---\nA minister.\n",
    "subjects/budapest.md": "---\ntitle: Budapest\nyear: year:1956\nselections: [{source: source:poster}]\n---\n"
    "He spoke.\n\n> One two.\n> — [poster](source:poster#p1)\n",
    "sources/poster/source.md": "---\ntitle: Poster\nmedium: image\nabout: [person:imre-nagy]\n---\n",
    "sources/poster/en.md": "{#p1} One two. [Nagy](person:imre-nagy)\n",
}


@pytest.fixture
def portable(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "small" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "small/sources/poster/front.png").write_bytes(png(6, 4))
    return tmp_path / "small"


def bring(portable: Path, *, dry_run: bool = False) -> Report:
    return settle(folder.read(portable), dry_run=dry_run)


def counts(report: Report) -> dict[str, int]:
    return {str(outcome): count for outcome, count in report.counts.items() if count}


def edit_by_hand(reference: str) -> None:
    """As an editor in the browser would: the row changes and no import knows of it."""
    record = gather(reference)
    restore_all([msgspec.structs.replace(record, summary={"en": "By hand."})])


def test_all_comes_in_once(archive: ArchiveFolder, portable: Path) -> None:
    first = bring(portable)
    assert counts(first) == {"made": 5}
    source = folder.read(portable).records["source:poster"]
    assert archive.master(source.files[0].sha256).read_bytes() == png(6, 4)  # type: ignore[union-attr]
    before = list(gather_all())
    again = bring(portable)
    assert counts(again) == {"left_alone": 5}
    assert list(gather_all()) == before


def test_a_dry_run_reports_the_same_and_writes_nothing(archive: ArchiveFolder, portable: Path) -> None:
    dry = bring(portable, dry_run=True)
    assert not list(gather_all())
    assert not ImportedRecord.objects.exists()
    assert not archive.inbox.exists()
    assert dry.lines == bring(portable).lines


def test_what_changed_in_the_files_changes_the_desk(archive: ArchiveFolder, portable: Path) -> None:
    bring(portable)
    path = portable / "people/imre-nagy.md"
    path.write_text(path.read_text(encoding="utf-8").replace("minister", "premier"), encoding="utf-8")
    assert counts(bring(portable)) == {"changed": 1, "left_alone": 4}
    assert gather("person:imre-nagy").description == {"en": "A premier."}  # type: ignore[union-attr]


def test_what_an_editor_changed_is_kept_and_reported(archive: ArchiveFolder, portable: Path) -> None:
    bring(portable)
    edit_by_hand("person:imre-nagy")
    report = bring(portable)
    assert counts(report) == {"kept": 1, "left_alone": 4}
    assert report.exit_status == 0
    (line,) = (line for line in report.lines if line.outcome == "kept")
    assert line.reference == "person:imre-nagy"
    assert "edited by hand" in line.message
    assert gather("person:imre-nagy").summary == {"en": "By hand."}  # type: ignore[union-attr]


def test_a_draft_above_what_is_published_is_kept(archive: ArchiveFolder, portable: Path) -> None:
    bring(portable)
    mark_live(["person:imre-nagy"])
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    address = reverse(Person.snippet_viewset.get_url_name("edit"), args=[Person.objects.get().pk])
    assert submit(client, address, summary__en="A draft.").status_code == 302
    assert counts(bring(portable)) == {"left_alone": 5}
    path = portable / "people/imre-nagy.md"
    path.write_text(path.read_text(encoding="utf-8").replace("minister", "premier"), encoding="utf-8")
    report = bring(portable)
    assert counts(report) == {"kept": 1, "left_alone": 4}
    assert "edited by hand since" in report.as_text()
    assert gather("person:imre-nagy").description == {"en": "A minister."}  # type: ignore[union-attr]
    draft = Person.objects.get().get_latest_revision_as_object()
    assert draft.summary == {"en": "A draft."}


def test_what_was_made_by_hand_is_kept(archive: ArchiveFolder, portable: Path) -> None:
    begin_archive("Small", ["en", "ru"])
    restore_all(
        [msgspec.structs.replace(folder.read(portable).records["year:1956"], title={"en": "The year"})]
    )
    report = bring(portable)
    assert counts(report)["kept"] == 1
    assert "made by hand" in report.as_text()


def test_the_archive_that_new_made_is_written_over(archive: ArchiveFolder, portable: Path) -> None:
    begin_archive("Untitled", ["en"])
    assert counts(bring(portable)) == {"changed": 1, "made": 4}
    assert gather("archive:archive").title == {"en": "Small"}  # type: ignore[union-attr]


def test_one_refusal_and_nothing_comes_in(archive: ArchiveFolder, portable: Path) -> None:
    (portable / "sources/poster/en.md").write_text("{#p1} One [x](person:nobody)\n", encoding="utf-8")
    report = bring(portable)
    assert report.exit_status == 1
    assert not list(gather_all())
    assert not archive.inbox.exists()
    assert [str(line).removeprefix(str(portable)) for line in report.lines if line.outcome == "refused"] == [
        "/subjects/budapest.md:8: subject:budapest: “One two.” does not stand in source:poster#p1. "
        "Quote it as it is; leave words out with …, put your own into [square brackets].",
        "/sources/poster/en.md:1: source:poster: There is no person:nobody. Write it, or take the link out.",
    ]


def test_what_the_desk_refuses_is_a_refusal_and_leaves_no_file(
    archive: ArchiveFolder, portable: Path
) -> None:
    with (portable / "people/imre-nagy.md").open("w", encoding="utf-8") as out:
        out.write("---\nnames: [Imre Nagy]\nlegacy_addresses: [/x]\n---\n")
    (portable / "years/1957.md").write_text("---\nlegacy_addresses: [/x]\n---\n", encoding="utf-8")
    report = bring(portable)
    assert report.exit_status == 1
    assert "/x" in report.as_text()
    assert not list(gather_all())
    assert not [path for path in archive.inbox.rglob("*") if path.is_file()]


def test_an_identifier_finds_what_was_renamed(archive: ArchiveFolder, portable: Path) -> None:
    bring(portable)
    identifier = gather("person:imre-nagy").id
    path = portable / "people/imre-nagy.md"
    text = path.read_text(encoding="utf-8").replace("names:", f"id: {identifier}\nnames:")
    (portable / "people/nagy-imre.md").write_text(text, encoding="utf-8")
    path.unlink()
    for name in ("sources/poster/en.md", "sources/poster/source.md"):
        there = portable / name
        there.write_text(
            there.read_text(encoding="utf-8").replace("imre-nagy", "nagy-imre"), encoding="utf-8"
        )
    assert counts(bring(portable)) == {"changed": 2, "left_alone": 3}
    assert gather("person:nagy-imre").id == identifier
    assert gather("person:nagy-imre").former_slugs == ("imre-nagy",)
    assert counts(bring(portable)) == {"left_alone": 5}


def test_an_export_is_what_the_next_import_starts_from(archive: ArchiveFolder, portable: Path) -> None:
    bring(portable)
    edit_by_hand("person:imre-nagy")
    shutil.rmtree(portable)
    assert export_archive(portable) == 5
    assert counts(bring(portable)) == {"left_alone": 5}
    path = portable / "people/imre-nagy.md"
    path.write_text(path.read_text(encoding="utf-8").replace("By hand.", "In the file."), encoding="utf-8")
    assert counts(bring(portable)) == {"changed": 1, "left_alone": 4}


def test_what_a_row_only_names_overwrites_nothing(
    archive: ArchiveFolder, portable: Path, tmp_path: Path
) -> None:
    bring(portable)
    before = gather("person:imre-nagy")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        'objectid,title,creator,type\na,One,"Nagy, Imre",text\nb,Two,"Kádár, János",text\n', encoding="utf-8"
    )
    report = settle(csv.read(sheet))
    assert counts(report) == {"made": 3, "left_alone": 1}
    assert gather("person:imre-nagy") == before
    assert counts(settle(csv.read(sheet))) == {"left_alone": 4}
