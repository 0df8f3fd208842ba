"""Bringing material in through the browser: tried, brought in, listed, undone; what people did since is spared."""

import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

import sourcebook
from sourcebook.archive_folder import ArchiveFolder
from sourcebook.ingest.accessions.receiving import clear_forgotten
from sourcebook.ingest.models import Accession, ImportedRecord
from sourcebook.publishing.actions import publish
from sourcebook.publishing.gather import gather, gather_all, is_on_desk
from sourcebook.publishing.log import live
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Person, Subject
from sourcebook.web.editors import ROLES, create_editor
from tests.desk_forms import fields_of
from tests.record_files import FILES

pytestmark = pytest.mark.django_db

HOME = Archive(slug="archive", title={"en": "Trial"}, languages=("en", "ru"), publisher="We")


@pytest.fixture
def desk(archive: ArchiveFolder) -> ArchiveFolder:
    restore_all([HOME])
    return archive


@pytest.fixture
def archivist(desk: ArchiveFolder) -> Client:
    return signed_in("archivist")


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


def zip_of(folder: Path, top: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"{top}{path.relative_to(folder)}")
    return data.getvalue()


@pytest.fixture
def small(repository: Path) -> bytes:
    """The small archive of the tests, below a folder of its own, as people pack one."""
    return zip_of(repository / "tests/archive", "my archive/")


class Bringing:
    """An editor and the desk's work, done when it is asked for."""

    def __init__(self, client: Client, at_once: Any) -> None:
        self.client = client
        self.at_once = at_once

    def upload(self, *files: tuple[str, bytes]) -> Accession:
        sent = [SimpleUploadedFile(name, content) for name, content in files]
        with self.at_once(execute=True):
            answer = self.client.post(reverse("accessions"), {"files": sent})
        assert answer.status_code == 302, answer.content
        return Accession.objects.latest("id")

    def do(self, accession: Accession, deed: str, **fields: Any) -> Accession:
        with self.at_once(execute=True):
            self.client.post(reverse("accession_deed", args=[accession.pk, deed]), fields)
        accession.refresh_from_db()
        return accession

    def page(self, accession: Accession, **query: Any) -> str:
        answer = self.client.get(reverse("accession", args=[accession.pk]), query)
        assert answer.status_code == 200
        return answer.content.decode()


@pytest.fixture
def bringing(archivist: Client, django_capture_on_commit_callbacks: Any) -> Bringing:
    return Bringing(archivist, django_capture_on_commit_callbacks)


def left_behind(desk: ArchiveFolder) -> list[Path]:
    folder = desk.inbox / "accessions"
    return list(folder.iterdir()) if folder.exists() else []


def test_a_portable_archive_is_tried_brought_in_and_undone(
    bringing: Bringing, desk: ArchiveFolder, small: bytes
) -> None:
    before = list(gather_all())
    accession = bringing.upload(("small.zip", small))
    assert accession.state == "tried"
    assert accession.counts == {"made": 6, "kept": 1}
    assert list(gather_all()) == before, "trying writes nothing"
    page = bringing.page(accession)
    assert "This is what would happen" in page
    assert "people/imre-nagy.md" in page
    assert str(desk.inbox) not in page

    accession = bringing.do(accession, "bring")
    assert accession.state == "brought"
    assert accession.folder == ""
    assert left_behind(desk) == []
    assert is_on_desk("subject:budapest-1956")
    page = bringing.page(accession, outcome="made")
    for address in re.findall(r'<a href="(/admin/[^"]+/edit/[^"]*)"', page):
        assert bringing.client.get(address).status_code == 200
    assert "Nagy" in page

    accession = bringing.do(accession, "undo")
    assert accession.state == "undone"
    assert {line.undone for line in accession.lines.filter(outcome__in=("made", "changed"))} == {"undone"}
    assert list(gather_all()) == before
    assert not ImportedRecord.objects.exists()
    again = bringing.do(bringing.upload(("small.zip", small)), "bring")
    assert again.state == "brought"
    assert is_on_desk("subject:budapest-1956")


def test_the_sample_archive_with_its_files_comes_and_goes(bringing: Bringing, desk: ArchiveFolder) -> None:
    (package,) = sourcebook.__path__
    before = list(gather_all())
    accession = bringing.do(bringing.upload(("demo.zip", zip_of(Path(package) / "demo_archive"))), "bring")
    assert accession.state == "brought", list(accession.lines.values_list("message", flat=True))
    assert accession.counts["made"] > 80
    assert any((desk.inbox / "00").parent.glob("??/*"))
    assert any(desk.thumbnails.rglob("*.webp"))
    bringing.do(accession, "undo")
    assert not accession.lines.filter(undone="spared").exists()
    assert list(gather_all()) == before
    assert masters(desk) == set()
    assert not any(desk.thumbnails.rglob("*.webp"))


def masters(desk: ArchiveFolder) -> set[str]:
    return {path.name for path in desk.inbox.glob("??/*") if len(path.name) == 64}


def test_an_undo_spares_what_people_did_since(bringing: Bringing, desk: ArchiveFolder, small: bytes) -> None:
    accession = bringing.do(bringing.upload(("small.zip", small)), "bring")
    nagy = gather("person:imre-nagy")
    restore_all([msgspec.structs.replace(nagy, summary={"en": "Corrected by hand"})])
    restore_all([Subject(slug="by-hand", title={"en": "By hand"}, year="year:1956")])
    publish(["term:workers-council"])
    bringing.do(accession, "undo")
    spared = dict(accession.lines.filter(undone="spared").values_list("reference", "why"))
    assert "changed since" in spared["person:imre-nagy"]
    assert "published" in spared["term:workers-council"]
    assert "points to it" in spared["year:1956"]
    assert is_on_desk("person:imre-nagy")
    assert is_on_desk("subject:by-hand")
    assert not is_on_desk("source:radio-speech")
    page = bringing.page(accession, outcome="spared")
    assert "It was changed since." in page


def test_what_it_changed_is_put_back(bringing: Bringing, desk: ArchiveFolder, small: bytes) -> None:
    accession = bringing.do(bringing.upload(("small.zip", small)), "bring")
    first = gather("person:imre-nagy")
    with zipfile.ZipFile(io.BytesIO(small)) as packed:
        files = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    person = next(name for name in files if name.endswith("imre-nagy.md"))
    files[person] = files[person].replace(b"---\n", b"---\nimage: source:radio-speech\n", 1)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    second = bringing.do(bringing.upload(("again.zip", data.getvalue())), "bring")
    assert second.counts["changed"] == 1, list(second.lines.values())
    assert gather("person:imre-nagy") != first
    bringing.do(second, "undo")
    assert gather("person:imre-nagy") == first
    assert accession.state == "brought"
    # The import after the undo takes the first one's work for its own, as if the second had never been.
    third = bringing.upload(("again.zip", data.getvalue()))
    assert third.counts["changed"] == 1


def test_tei_files_come_one_by_one(bringing: Bringing, desk: ArchiveFolder) -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}"><teiHeader><fileDesc><titleStmt><title>{0}</title>'
        "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>"
        "</teiHeader><text><body><p>Words.</p></body></text></TEI>"
    )
    files = [(f"{name}.xml", tei.format(name).encode()) for name in ("first", "second")]
    accession = bringing.do(bringing.upload(*files), "bring")
    assert accession.title == "first.xml and 1 more"
    assert accession.state == "brought", list(accession.lines.values())
    assert is_on_desk("source:first")
    assert is_on_desk("source:second")


def test_a_spreadsheet_s_columns_are_told_in_the_browser(bringing: Bringing, desk: ArchiveFolder) -> None:
    picture = next(content for content in FILES.values() if content.startswith(b"\x89PNG"))
    table = "Nr;Name;Bild;Wer\n1;Brücke;bild.png;Müller, Anna|Schmidt, Jan\n"
    accession = bringing.upload(("briefe.csv", table.encode()), ("bild.png", picture))
    assert accession.refused
    page = bringing.page(accession)
    assert "Columns of the spreadsheet" in page
    assert "in the table of columns" in page
    fields = {name: values[0] for name, values in fields_of(page.encode()).items()}
    assert "c3-field" in fields
    fields.update({"medium": "image", "language": "de"})
    fields.update({"c0-field": "key", "c1-field": "title", "c2-field": "file"})
    fields.update({"c3-field": "creator", "c3-separator": "|", "c3-role": "photographer"})
    accession = bringing.do(accession, "try", **fields)
    assert not accession.refused, list(accession.lines.values())
    again = fields_of(bringing.page(accession).encode())
    assert again["c3-role"] == ["photographer"]
    accession = bringing.do(accession, "bring")
    source: Any = next(record for record in gather_all(["source"]))
    assert source.title == {"de": "Brücke"}
    assert [line.role for line in source.contributions] == ["photographer", "photographer"]
    assert source.files[0].name == "bild.png"
    assert (desk.master(source.files[0].sha256)).read_bytes() == picture


def test_what_is_refused_says_where_and_writes_nothing(bringing: Bringing, desk: ArchiveFolder) -> None:
    before = list(gather_all())
    rows = "".join(f"{number},T{number},missing{number}.png\n" for number in range(120))
    accession = bringing.upload(("list.csv", f"objectid,title,object_location\n{rows}".encode()))
    assert accession.refused
    assert accession.counts["refused"] == 120
    page = bringing.page(accession, outcome="refused")
    assert "list.csv:2" in page.replace("<wbr>", "")
    assert "Page 1 of 3" in page
    assert "list.csv:121" in bringing.page(accession, outcome="refused", p=3)
    assert "Take records without their files" in page
    bringing.do(accession, "bring")
    assert accession.state == "tried"
    assert list(gather_all()) == before
    with bringing.at_once(execute=True):
        bringing.client.post(reverse("accession_deed", args=[accession.pk, "discard"]))
    assert not Accession.objects.exists()
    assert left_behind(desk) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"PK no zip", "damaged or none at all"), (b"", "damaged or none at all")],
)
def test_a_bad_zip_is_told_on_its_page(
    bringing: Bringing, desk: ArchiveFolder, content: bytes, words: str
) -> None:
    accession = bringing.upload(("bad.zip", content))
    assert words in bringing.page(accession)
    assert accession.run is not None
    assert accession.run.error.count(".") == 1
    assert [path.name for path in left_behind(desk)[0].iterdir()] == ["received"]


def test_nothing_chosen_and_what_is_of_no_format(bringing: Bringing) -> None:
    answer = bringing.client.post(reverse("accessions"), follow=True)
    assert "Choose a zip, TEI files or a spreadsheet first." in answer.content.decode()
    assert not Accession.objects.exists()
    accession = bringing.upload(("notes.txt", b"Only words."))
    assert accession.refused
    assert "This is of no format we know." in bringing.page(accession)


def test_what_nobody_brings_in_is_thrown_away_after_a_week(
    bringing: Bringing, desk: ArchiveFolder, small: bytes
) -> None:
    accession = bringing.upload(("small.zip", small))
    clear_forgotten()
    assert left_behind(desk)
    accession.received -= timedelta(days=8)
    accession.save()
    clear_forgotten()
    assert left_behind(desk) == []
    assert "no longer there" in bringing.page(bringing.do(accession, "bring"))


@pytest.mark.parametrize("role", ROLES)
def test_who_may_bring_in(desk: ArchiveFolder, small: bytes, role: str) -> None:
    client = signed_in(role)
    may = role in ("reviewer", "archivist", "administrator")
    assert (client.get(reverse("accessions")).status_code == 200) == may
    accession = Accession.objects.create(title="x", received="2026-01-01T00:00:00Z", state="brought")
    assert (client.get(reverse("accession", args=[accession.pk])).status_code == 200) == may
    for deed in ("try", "bring", "undo", "discard"):
        client.post(reverse("accession_deed", args=[accession.pk, deed]))
    accession.refresh_from_db()
    assert (accession.run is not None) == may, "only who may has set the undo going"
    assert ("Bring in" in client.get("/admin/").content.decode()) == may


def test_a_person_made_twice_is_not_made_by_two_clicks(bringing: Bringing, small: bytes) -> None:
    accession = bringing.upload(("small.zip", small))
    bringing.do(accession, "bring")
    bringing.do(accession, "bring")
    assert "can no longer be done here" in bringing.page(accession)
    assert User.objects.get().username == "archivist"
    restore_all([Person(slug="later", names=(Name(text="Later"),))])
    assert accession.state == "brought"


def test_what_was_brought_is_published_together_and_what_has_faults_is_told(
    bringing: Bringing,
) -> None:
    csv = b"title,type,rights\nFree,text,https://creativecommons.org/publicdomain/zero/1.0/\n"
    accession = bringing.do(bringing.upload(("few.csv", csv + b"Bound,text,\n")), "bring")
    assert "Publish all of it" in bringing.page(accession)
    accession = bringing.do(accession, "publish")
    assert accession.state == "brought"
    assert {line.reference for line in live().values()} == {"source:free"}
    page = bringing.page(accession)
    assert "1 thing is published. 1 stay as they are." in page
    address = re.search(r'href="(/admin/publish-together/\d+/)"', page)
    assert address
    assert "Bound" in bringing.client.get(address[1]).content.decode()
    accession = bringing.do(accession, "undo")
    assert {line.reference: line.undone for line in accession.lines.exclude(reference="", undone="")} == {
        "source:free": "spared",
        "source:bound": "undone",
    }
