"""Names in Latin letters at the desk: the button's answer, and the rows it makes in a real form."""

import pytest
from django.test import Client
from django.urls import reverse

from sourcebook.authorities.models import Person
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name
from sourcebook.record import Person as PersonRecord
from sourcebook.web.editors import create_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    create_editor("editor", "a long pass phrase", "editor")
    client = Client()
    assert client.login(username="editor", password="a long pass phrase")
    return client


def test_a_name_is_written_by_the_tables_of_libraries(editor: Client) -> None:
    asked = {"name": "Никита Хрущёв", "language": "ru", "sort_as": "Хрущёв, Никита"}
    names = editor.get(reverse("sourcebook_romanisations"), asked).json()["names"]
    assert {
        "text": "Nikita Khrushchëv",
        "language": "ru-Latn",
        "use": "variant",
        "romanisation": "ala-lc",
        "sort_as": "Khrushchëv, Nikita",
    } in names
    assert [(name["text"], name["sort_as"]) for name in names if name["romanisation"] == "popular"] == [
        ("Nikita Khrushchev", "Khrushchev, Nikita"),
        ("Nikita Khrushchov", "Khrushchov, Nikita"),
    ]
    assert {"iso9", "scholarly", "popular"} < {name["romanisation"] for name in names}


@pytest.mark.parametrize(
    "asked", [{}, {"name": "Imre Nagy", "language": "hu"}, {"name": "Х" * 9999, "language": "x"}]
)
def test_what_has_no_table_has_no_romanisation(editor: Client, asked: dict[str, str]) -> None:
    answer = editor.get(reverse("sourcebook_romanisations"), asked)
    assert (answer.status_code, answer.json()) == (200, {"names": []})


def test_a_stranger_is_sent_to_sign_in() -> None:
    assert Client().get(reverse("sourcebook_romanisations")).status_code == 302


def test_the_form_of_an_authority_has_the_button(editor: Client) -> None:
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
            PersonRecord(slug="khrushchev", names=(Name(text="Никита Хрущёв", language="ru"),)),
        ]
    )
    address = reverse(Person.snippet_viewset.get_url_name("edit"), args=[Person.objects.get().pk])
    page = editor.get(address).content.decode()
    assert "<sb-romanise" in page
    assert f'data-endpoint="{reverse("sourcebook_romanisations")}"' in page
