"""What the desk says when something is wrong: in its own look, one sentence and what to do, no traceback."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from sourcebook.web.editors import create_editor
from tests.web.talk import Site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "500"])
def test_every_page_stands_without_a_request(name: str) -> None:
    page = render_to_string(f"{name}.html")
    assert 'href="/admin/"' in page
    assert "<script" not in page
    with translation.override("ru"):
        assert 'lang="ru"' in render_to_string(f"{name}.html")


def test_an_address_that_is_not_there() -> None:
    create_editor("anna", "a long pass phrase")
    client = Client()
    client.login(username="anna", password="a long pass phrase")
    answer = client.get("/admin/no/such/page/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()


def test_a_form_from_another_time() -> None:
    client = Client(enforce_csrf_checks=True)
    answer: Any = client.post("/admin/login/", {"username": "anna", "password": "x"})
    assert answer.status_code == 403
    assert "The form has grown too old" in answer.content.decode()


def test_a_fault_of_ours_is_told_in_the_desks_look(site: Site) -> None:
    answer = site.ask("/admin/broken/")
    assert answer.status == 500
    assert b"<h1>Something went wrong here" in answer.body
    assert b"Traceback" not in answer.body
