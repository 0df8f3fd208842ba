"""Lists with nothing in them say what belongs there and what to do first; forms say what their fields are for."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.users.models import UserProfile

from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive
from sourcebook.sources.models import Source

pytestmark = pytest.mark.django_db

SNIPPETS = "/admin/snippets"
LISTS = {
    f"{SNIPPETS}/sources/source/": "A source is one document",
    f"{SNIPPETS}/authorities/person/": "Add whoever wrote",
    f"{SNIPPETS}/authorities/organisation/": "Add parties",
    f"{SNIPPETS}/authorities/place/": "Add where things happened",
    f"{SNIPPETS}/authorities/event/": "Add what happened",
    f"{SNIPPETS}/authorities/term/": "Explain the words",
    "/admin/subjects/": "Add a year first",
    "/admin/themes/": "cuts across the years",
    "/admin/years/": "subjects stand below their year",
}


@pytest.fixture
def desk() -> Client:
    restore_all([Archive(slug="archive", title={"en": "Moments"}, languages=("en",))])
    client = Client()
    client.force_login(User.objects.create_superuser("anna"))
    return client


@pytest.mark.parametrize(("address", "says"), LISTS.items())
def test_an_empty_list_says_what_to_do_first(desk: Client, address: str, says: str) -> None:
    told = desk.get(address).content.decode()
    assert says in told
    if address.startswith(SNIPPETS):
        page: Any = html.fromstring(told)
        (first,) = page.xpath("//a[normalize-space()='Add the first one']/@href")
        assert desk.get(first).status_code == 200
    sought = desk.get(address, {"q": "zzzz"}).content.decode()
    assert "Try fewer letters" in sought
    assert says not in sought


def test_choices_and_choosers_speak_the_language_of_whoever_sees_them(desk: Client) -> None:
    """Not that of whoever opened the first form."""
    form = reverse(Source.snippet_viewset.get_url_name("add"))
    english = desk.get(form).content.decode()
    assert "Choose a place" in english
    assert ">transcription<" in english.replace("&gt;", ">").replace("&lt;", "<")
    profile = UserProfile.get_for_user(User.objects.get())
    profile.preferred_language = "ru"
    profile.save()
    russian = desk.get(form).content.decode()
    assert "Выбрать место" in russian
    assert ">расшифровка<" in russian.replace("&gt;", ">").replace("&lt;", "<")
    assert "Choose a place" not in russian
