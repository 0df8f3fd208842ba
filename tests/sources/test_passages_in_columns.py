"""Passages side by side: what the form's columns send and ask; the plain text beside them stays what it was."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.publishing.actions import publish
from sourcebook.publishing.gather import gather
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Essay, Note, Passage, Record, Subject, TextVersion, Year
from sourcebook.record import Source as SourceRecord
from sourcebook.sources.models import Source
from sourcebook.web.editors import create_editor
from tests.desk_forms import submit
from tests.word_files import call, docx, paragraph, run

VERSION = TextVersion(
    key="ru",
    language="ru",
    passages=(Passage(key="p1", text="Раз."), Passage(key="p2", text="Два.[^1]", kind="verse")),
    notes=(Note(key="1", text="Счёт."),),
)
REPORT = SourceRecord(slug="report", medium="text", title={"en": "The Report"}, texts=(VERSION,))
HOME: list[Record] = [
    Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
    Year(slug="1956"),
    Subject(
        slug="speech",
        year="year:1956",
        title={"en": "The Speech"},
        essays=(
            Essay(
                language="en",
                title="Four Hours",
                body="See [it](source:report#p1--p2) and [all](source:report).",
            ),
        ),
    ),
    REPORT,
]


@pytest.fixture
def editor(archive: ArchiveFolder) -> Client:
    restore_all(HOME)
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    return client


def edit_address() -> str:
    return reverse(Source.snippet_viewset.get_url_name("edit"), args=[Source.objects.get().pk])


def version() -> TextVersion:
    found = gather("source:report")
    assert isinstance(found, SourceRecord)
    return found.texts[0]


def ask(client: Client, name: str, **fields: Any) -> Any:
    return client.post(reverse(name), fields)


def test_what_the_columns_send_is_what_is_kept(editor: Client) -> None:
    columns = {
        "passages": [
            {"key": "p2", "text": "Два,\r\nтри.", "kind": "verse", "speaker": "Хор", "start": 1.5, "end": 4},
            {"key": "p1", "text": "Раз.[^1]", "region": "1:0,0,9,9"},
        ],
        "notes": [{"key": "1", "text": "Счёт."}],
    }
    answer = submit(editor, edit_address(), **{"texts-0-body__passages": json.dumps(columns)})
    assert answer.status_code == 302
    assert version().passages == (
        Passage(key="p2", text="Два,\nтри.", kind="verse", speaker="Хор", start=1.5, end=4.0),
        Passage(key="p1", text="Раз.[^1]", region="1:0,0,9,9"),
    )
    assert version().notes == VERSION.notes


@pytest.mark.parametrize(
    "sent",
    [
        "{",
        '{"passages": [{"key": "p 1", "text": ""}]}',
        '{"passages": [{"key": "p1", "text": "a"}, {"key": "p1", "text": "b"}]}',
        '{"passages": [{"key": "p1", "text": "a", "kind": "shout"}]}',
        '{"surprise": 1}',
    ],
)
def test_columns_that_cannot_be_read_change_nothing(editor: Client, sent: str) -> None:
    assert submit(editor, edit_address(), **{"texts-0-body__passages": sent}).status_code == 302
    assert version() == VERSION


def test_columns_stay_when_the_form_comes_back_for_another_fault(editor: Client) -> None:
    columns = {"passages": [{"key": "p7", "text": "Семь."}]}
    refused = submit(
        editor, edit_address(), **{"texts-0-body__passages": json.dumps(columns), "position": "third"}
    )
    assert refused.status_code == 200
    assert "{#p7} Семь." in refused.content.decode()


def test_plain_text_and_columns_are_inverse(editor: Client) -> None:
    text = ask(
        editor, "sourcebook_passages", passages=json.dumps({"passages": [{"key": "p2", "text": "Два."}]})
    )
    assert text.json() == {"text": "{#p2} Два.\n"}
    back = ask(editor, "sourcebook_passages", text=text.json()["text"])
    assert back.json() == {"passages": [{"key": "p2", "text": "Два."}]}
    wrong = ask(editor, "sourcebook_passages", text="{#p1} a\n\n{#p1} b")
    assert wrong.status_code == 422
    assert "Line 3" in wrong.json()["error"]


def test_who_cites_a_passage_is_told_from_the_desk_and_from_what_is_published(editor: Client) -> None:
    address = reverse("sourcebook_cited", args=[Source.objects.get().pk])
    (told,) = editor.get(address).json().items()
    assert told[0] == "p1--p2"
    (one,) = told[1]
    assert one["title"] == "The Speech"
    assert one["address"].startswith("/admin/pages/")
    publish()
    published = editor.get(address).json()["p1--p2"]
    assert {one["address"].split("/")[1] for one in published} == {"admin", "1956"}
    assert editor.get(reverse("sourcebook_cited", args=[999_999])).status_code == 404


def test_a_word_document_and_captions_are_read(editor: Client) -> None:
    data = docx(
        paragraph(run("He spoke ") + run("long", "i") + call(2)) + paragraph(run("They sat.")),
        {2: "Four hours."},
    )
    read = ask(editor, "sourcebook_read_text_file", file=SimpleUploadedFile("a.docx", data)).json()
    assert read == {
        "passages": [{"key": "p1", "text": "He spoke *long*[^1]"}, {"key": "p2", "text": "They sat."}],
        "notes": [{"key": "1", "text": "Four hours."}],
        "notices": [],
    }
    srt = "1\r\n00:00:01,500 --> 00:00:04,000\r\nHello\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nagain\r\n"
    vtt = "WEBVTT\n\n1\n00:01.500 --> 00:04.000\nHello\n\n2\n00:05.000 --> 00:06.000\nagain\n"
    for captions in (srt, "\ufeff" + srt, vtt):
        told = ask(
            editor, "sourcebook_read_text_file", file=SimpleUploadedFile("a", captions.encode())
        ).json()
        assert told["passages"] == [
            {"key": "p1", "text": "Hello", "start": 1.5, "end": 4.0},
            {"key": "p2", "text": "again", "start": 5.0, "end": 6.0},
        ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"PK\3\4 and nothing more", "broken"),
        (b"\xff\xfe\xfa", "Unicode"),
        (b"\xd1\xe5\xe3\xee\xe4\xed\xff", "Unicode"),
        (b"a\0b", "no text"),
        (b"WEBVTT\n\n00:09.000 --> 00:04.000\nx\n", "ends before"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(editor: Client, data: bytes, says: str) -> None:
    refused = ask(editor, "sourcebook_read_text_file", file=SimpleUploadedFile("a.docx", data))
    assert refused.status_code == 422
    assert says in refused.json()["error"]


def test_a_paste_is_read(editor: Client) -> None:
    told = ask(editor, "sourcebook_read_paste", html="<p>One <i>two</i></p><p>Three</p>").json()
    assert [block["text"] for block in told["blocks"]] == ["One *two*", "Three"]


def test_nobody_else_is_answered(editor: Client) -> None:
    names = ("sourcebook_passages", "sourcebook_read_text_file", "sourcebook_read_paste")
    cited = reverse("sourcebook_cited", args=[Source.objects.get().pk])
    create_editor("moderator", "a long pass phrase", "moderator")
    moderator = Client()
    moderator.force_login(User.objects.get(username="moderator"))
    for client in (Client(), moderator):
        answers = [client.post(reverse(name), {"text": "a", "html": "a"}) for name in names] + [
            client.get(cited)
        ]
        assert all(answer.status_code in (302, 403) for answer in answers)
