"""A Word document brought into the form of an essay: what it says is shown in blocks, and nothing is kept of it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.ingest.desk.essays import essay_from
from sourcebook.standards.wordprocessing import read_docx
from sourcebook.subjects.essay.blocks import EssayBlock
from sourcebook.web.editors import create_editor
from tests.word_files import call, docx, paragraph, picture, run

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LISTS = f"""<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def item(text: str) -> str:
    return (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        + run(text)
        + "</w:p>"
    )


def document(*before: str) -> bytes:
    body = (
        paragraph(run("The first part"), "Heading2")
        + paragraph(run("He spoke ") + run("four hours", "i") + run(".") + call(2) + picture())
        + item("one")
        + item("two")
        + paragraph(run("A smaller part"), "Heading3")
        + paragraph(run("Nobody * moved."))
    )
    return docx("".join(before) + body, {2: "Or three."}, word__numbering_xml=_LISTS.encode())


BODY = """\
## The first part

He spoke *four hours*.[^1]

- one
- two

### A smaller part

Nobody \\* moved.

[^1]: Or three."""


def test_a_document_is_an_essay_below_its_title() -> None:
    titled = essay_from(read_docx(document(paragraph(run("The ") + run("Speech", "i"), "Heading1"))))
    assert (titled.title, titled.body) == ("The Speech", BODY)
    # Without a title of its own it begins with its first heading, whatever level that has.
    assert essay_from(read_docx(document())).body == BODY
    assert essay_from(read_docx(document())).title == ""


def test_two_chapters_are_no_title() -> None:
    chapters = essay_from(read_docx(docx(paragraph(run("I"), "Heading1") + paragraph(run("II"), "Heading1"))))
    assert (chapters.title, chapters.body) == ("", "## I\n\n## II")


@pytest.fixture
def editor(archive: ArchiveFolder) -> Client:
    create_editor("anna", "a long pass phrase", "editor")
    client = Client()
    client.force_login(User.objects.get(username="anna"))
    return client


def bring(client: Client, data: bytes) -> Any:
    return client.post(
        reverse("sourcebook_read_essay_file"), {"file": SimpleUploadedFile("speech.docx", data)}
    )


def test_the_form_is_given_blocks_and_what_was_left_out(editor: Client) -> None:
    told = bring(editor, document(paragraph(run("The Speech"), "Heading1"))).json()
    assert told["title"] == "The Speech"
    assert [block["type"] for block in told["blocks"]] == ["prose"]
    assert all("id" in block for block in told["blocks"])
    assert told["notices"] == ["Pictures in the text were left out: bring them as files of a source."]
    # The very shape in which the page brings the blocks of an essay.
    value = EssayBlock().to_python(told["blocks"])
    assert EssayBlock().get_form_state(value) == told["blocks"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"plain words", "no Word document"),
        (b"\xd0\xcf\x11\xe0 old", "older Word document"),
        (document()[:400], "broken or cut off"),
        (docx(""), "no words"),
        (docx(paragraph("<w:r>" * 300 + "</w:r>" * 300)), "nested deeper"),
        (
            docx("", word__document_xml=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
            "entities",
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence(editor: Client, data: bytes, says: str) -> None:
    refused = bring(editor, data)
    assert refused.status_code == 422
    assert says in refused.json()["error"]
    assert len(refused.json()["error"]) < 200
    # The same in the language of the desk.
    profile = UserProfile.get_for_user(User.objects.get(username="anna"))
    profile.preferred_language = "ru"
    profile.save()
    assert re.match("[А-Я]", bring(editor, data).json()["error"])


def test_nobody_else_is_answered(editor: Client) -> None:
    create_editor("mod", "a long pass phrase", "moderator")
    moderator = Client()
    moderator.force_login(User.objects.get(username="mod"))
    for client in (Client(), moderator):
        assert bring(client, document()).status_code in (302, 403)
