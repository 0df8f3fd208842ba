"""What an accession leaves behind it: files that nobody needs go with its undo; its report is in one's own language."""

import base64
import hashlib
import io
import os
import re
import zipfile

import msgspec
import pytest
from django.contrib.auth.models import User
from wagtail.users.models import UserProfile

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.gather import gather, is_on_desk
from sourcebook.publishing.recording import record_published, record_withdrawn
from sourcebook.publishing.restore import remove, restore_all
from sourcebook.record import Source
from sourcebook.sources.models import Source as SourceRow
from tests.ingest.test_accessions import Bringing, archivist, bringing, desk, masters, signed_in
from tests.record_files import png

__all__ = ["archivist", "bringing", "desk"]

pytestmark = pytest.mark.django_db


def with_pictures(*pictures: bytes) -> bytes:
    """A portable archive of sources with a picture each."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("archive.yaml", "title: Trial\n")
        for number, picture in enumerate(pictures):
            archive.writestr(
                f"sources/s{number}/source.md",
                f"---\ntitle: S{number}\nmedium: image\ncanvases: [{{file: a.png}}]\n---\n",
            )
            archive.writestr(f"sources/s{number}/a.png", picture)
    return data.getvalue()


def upload_of(data: bytes) -> dict[str, str]:
    named = base64.b64encode(b"a.png").decode()
    return {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(len(data)),
        "Upload-Metadata": f"filename {named}",
    }


def test_files_that_anybody_needs_outlive_the_undo(bringing: Bringing, desk: ArchiveFolder) -> None:
    """On the desk, in a draft, in the log, in a form that nobody has saved yet; and what was there before it."""
    pictures = [png(20 + number, 10) for number in range(6)]
    names = [hashlib.sha256(picture).hexdigest() for picture in pictures]
    before = desk.master(names[5])
    before.parent.mkdir(parents=True, exist_ok=True)
    before.write_bytes(pictures[5])
    accession = bringing.do(bringing.upload(("pictures.zip", with_pictures(*pictures))), "bring")
    assert accession.state == "brought", list(accession.lines.values_list("message", "advice"))
    assert masters(desk) == set(names)

    def source_with(slug: str, number: int) -> Source:
        record = gather(f"source:s{number}")
        assert isinstance(record, Source)
        return msgspec.structs.replace(record, id="", slug=slug, title={"en": slug})

    restore_all([source_with("on-the-desk", 0)])
    drafted = Source(slug="drafted", medium="image", title={"en": "Drafted"})
    restore_all([drafted])
    row = SourceRow.objects.get(slug="drafted")
    row.files.set([SourceRow.objects.get(slug="s1").files.get()])
    row.save_revision()
    restore_all([source_with("published-once", 2)])
    record_published(["source:published-once"])
    record_withdrawn(["source:published-once"], reason="A trial.")
    remove("source:published-once")
    os.utime(desk.master(names[3]), (accession.brought["until"] - 60,) * 2)
    editor, again = signed_in("editor"), names[3]
    dropped = editor.post("/admin/uploads/", headers=upload_of(pictures[3]))
    piece = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0"}
    editor.generic(
        "PATCH", dropped["Location"], pictures[3], "application/offset+octet-stream", headers=piece
    )
    assert editor.post(f"{dropped['Location']}/file").json()["sha256"] == again
    bringing.do(accession, "undo")
    assert not is_on_desk("source:s4")
    assert masters(desk) == {*names[:4], names[5]}, "The fifth alone is nobody's."
    accession.refresh_from_db()
    assert accession.brought == {}


def test_a_report_is_in_the_language_of_whoever_asked_for_it(bringing: Bringing, desk: ArchiveFolder) -> None:
    UserProfile.objects.create(user=User.objects.get(username="archivist"), preferred_language="ru")
    table = b"objectid,title,object_location,date,coverage\n1,,a.png,once upon a time,x\n2,B,b.png,1956,y\n"
    sheet = bringing.upload(("list.csv", table))
    told = {line for pair in sheet.lines.values_list("message", "advice") for line in pair if line}
    assert "В строке нет названия." in told
    assert "Рядом с таблицей нет: файл b.png." in told
    assert any(line.startswith("Столбец «") for line in told)
    assert any("«Брать записи без их файлов»" in line for line in told)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("archive.yaml", "title: Trial\n")
        archive.writestr("people/nobody.md", "---\nsummary: [1]\n---\n[he](person:somebody)\n")
        archive.writestr("sources/one/source.md", "---\ntitle: One\nmedium: song\n---\n")
        archive.writestr("sources/two/source.md", "---\ntitle: Two\nmedium: text\ntitle: Three\n---\n")
    folder = bringing.upload(("folder.zip", data.getvalue()))
    told |= {line for pair in folder.lines.values_list("message", "advice") for line in pair if line}
    assert "«title» стоит дважды, впервые в строке 2." in told
    latin = [line for line in told if not re.search("[а-яё]", line)]
    assert latin == [], "a sentence that nobody translated"
    page = bringing.page(folder)
    assert 'lang="en"' not in page.partition("<main")[2]
