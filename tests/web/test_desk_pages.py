"""The desk in HTTP: who may do what, lists that search, choosers, static files; and nothing of Wagtail's to readers."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.authorities.models import AUTHORITIES
from sourcebook.publishing.restore import restore_all
from sourcebook.record import Archive, Name, Person, Source, Year
from sourcebook.sources.models import Source as SourceRow
from sourcebook.web.editors import ROLES, EditorError, create_editor

pytestmark = pytest.mark.django_db

SNIPPETS: list[Any] = [SourceRow, *AUTHORITIES.values()]


@pytest.fixture
def desk() -> None:
    names = (Name(text="Nikita Khrushchev", language="en"), Name(text="Хрущёв, Никита", language="ru"))
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en", "ru")),
            Year(slug="1956"),
            Person(slug="khrushchev", names=names),
            Person(slug="nagy", names=(Name(text="Imre Nagy"),)),
            Source(slug="speech", medium="text", title={"en": "The Speech", "ru": "О культе личности"}),
            Source(slug="poster", medium="image", title={"en": "A poster"}),
        ]
    )


def signed_in(role: str) -> Client:
    create_editor(role, "a long pass phrase", role)
    client = Client()
    assert client.login(username=role, password="a long pass phrase")
    return client


@pytest.mark.parametrize("role", ROLES)
def test_everyone_with_a_role_may_come_in_and_look(desk: None, role: str) -> None:
    client = signed_in(role)
    assert client.get("/admin/").status_code == 200
    for model in SNIPPETS:
        listed = client.get(reverse(model.snippet_viewset.get_url_name("list")))
        assert listed.status_code == (200 if role != "moderator" else listed.status_code)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("editor", {"add", "change"}),
        ("reviewer", {"add", "change", "publish", "lock", "unlock"}),
        ("archivist", {"add", "change", "publish", "lock", "unlock", "delete"}),
        ("moderator", set()),
    ],
)
def test_roles(role: str, may: set[str]) -> None:
    create_editor(role, "a long pass phrase", role)
    user = User.objects.get(username=role)
    verbs = ("add", "change", "publish", "lock", "unlock", "delete")
    for model in SNIPPETS:
        options = model._meta
        granted = {
            verb for verb in verbs if user.has_perm(f"{options.app_label}.{verb}_{options.model_name}")
        }
        assert granted == may, model
    assert not user.is_superuser


def test_an_administrator_may_do_everything_and_nobody_comes_twice() -> None:
    create_editor("anna", "a long pass phrase")
    assert User.objects.get().is_superuser
    with pytest.raises(EditorError, match="already"):
        create_editor("anna", "another")
    with pytest.raises(EditorError, match="choose one of"):
        create_editor("boris", "another", "tsar")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("хрущев", {"khrushchev"}),
        ("KHRU", {"khrushchev"}),
        ("никита хрущёв", {"khrushchev"}),
        ("nag", {"nagy"}),
    ],
)
def test_people_are_found_by_any_of_their_names(desk: None, query: str, found: set[str]) -> None:
    client = signed_in("administrator")
    people = AUTHORITIES["person"]
    listed = client.get(reverse(people.snippet_viewset.get_url_name("list")), {"q": query})
    assert {row.slug for row in listed.context["object_list"]} == found
    chosen = client.get(reverse("authority_chooser:choose_results"), {"q": query})
    assert {row.slug for row in chosen.context["results"]} == found


def test_sources_are_found_by_titles_in_any_language_and_by_medium(desk: None) -> None:
    client = signed_in("administrator")
    address = reverse(SourceRow.snippet_viewset.get_url_name("list"))
    for query, found in (
        ({"q": "КУЛЬТЕ"}, {"speech"}),
        ({"q": "post"}, {"poster"}),
        ({"medium": "image"}, {"poster"}),
    ):
        listed = client.get(address, query)
        assert {row.slug for row in listed.context["object_list"]} == found


def test_a_thing_can_be_added_of_each_kind(desk: None) -> None:
    client = signed_in("administrator")
    for model in SNIPPETS:
        assert client.get(reverse(model.snippet_viewset.get_url_name("add"))).status_code == 200


def test_strangers_see_a_door_and_nothing_else(desk: None) -> None:
    client = Client()
    assert client.get("/admin/").status_code == 302
    for address in ("/", "/1956/", "/people/nagy/", "/pages/", "/documents/1/a.pdf"):
        assert client.get(address).status_code == 404


def test_the_editors_styles_are_served_and_kept() -> None:
    client = Client()
    answer: Any = client.get(desk_asset("desk.css"))
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert b".sb-words" in b"".join(answer.streaming_content)
    answer.close()
    for address in (
        "/static/none.css",
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/sourcebook",
    ):
        assert client.get(address).status_code == 404


def test_a_form_asks_for_the_archives_languages_once(desk: None, django_assert_max_num_queries: Any) -> None:
    client = signed_in("reviewer")
    source = SourceRow.objects.get(slug="speech")
    address = reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[source.pk])
    assert client.get(address).status_code == 200
    with django_assert_max_num_queries(80) as asked:
        assert client.get(address).status_code == 200
    languages = [query for query in asked if '"subjects_archivepage"."languages"' in query["sql"]]
    assert len(languages) == 1


def test_what_the_archive_speaks_now_is_seen_by_the_next_request(desk: None) -> None:
    client = signed_in("reviewer")
    address = reverse(SourceRow.snippet_viewset.get_url_name("add"))
    assert b'name="title-pl"' not in client.get(address).content
    restore_all([Archive(slug="archive", title={"en": "Moments"}, languages=("en", "pl"))])
    assert b'lang="pl"' in client.get(address).content
