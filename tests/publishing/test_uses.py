"""Where things are used: fields, texts and drafts, kept with every write, shown with a link to the input, and believed
when something is to be deleted."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings

from sourcebook.archive_folder import ArchiveFolder
from sourcebook.authorities.models import Person, Place
from sourcebook.publishing.actions import publish
from sourcebook.publishing.deleting import StillUsed, check_deletable
from sourcebook.publishing.gather import gather_all
from sourcebook.publishing.models import Use
from sourcebook.publishing.restore import restore_all
from sourcebook.publishing.uses.finding import uses
from sourcebook.publishing.uses.keeping import keep_all, uses_of
from sourcebook.publishing.uses.showing import label_of
from sourcebook.record import (
    Archive,
    Essay,
    Name,
    Passage,
    Record,
    Selection,
    Source,
    Subject,
    TextVersion,
    Year,
)
from sourcebook.record import Person as PersonRecord
from sourcebook.record import Place as PlaceRecord
from sourcebook.record.links import mentions
from sourcebook.sources.models import Source as SourceRow
from sourcebook.subjects.models import SubjectPage
from tests.desk_forms import submit
from tests.records import archives

pytestmark = pytest.mark.django_db

SAID = "See [Nagy](person:nagy).\n\n> Words.\n> — [speech](source:speech#p1)"


@pytest.fixture
def desk(archive: ArchiveFolder) -> Client:
    text = TextVersion(
        key="en",
        language="en",
        passages=(Passage(key="p1", text="Words of [Nagy](person:nagy) in [Budapest](place:budapest)."),),
    )
    restore_all(
        [
            Archive(slug="archive", title={"en": "Moments"}, languages=("en",)),
            Year(slug="1956"),
            PlaceRecord(slug="budapest", names=(Name(text="Budapest"),)),
            PersonRecord(slug="nagy", names=(Name(text="Imre Nagy"),), birth_place="place:budapest"),
            Source(slug="speech", medium="text", title={"en": "The Speech"}, texts=(text,)),
            Subject(
                slug="thaw",
                title={"en": "The Thaw"},
                year="year:1956",
                essays=(Essay(language="en", body=SAID),),
                selections=(Selection(source="source:speech"),),
            ),
        ]
    )
    client = Client()
    client.force_login(User.objects.create_superuser("anna"))
    return client


def places(thing: Any) -> set[tuple[str, str, bool]]:
    return {(use.user_kind, use.field, use.draft) for use in uses_of(thing)}


def test_fields_and_texts_that_point_are_known(desk: Client) -> None:
    assert places(Person.objects.get()) == {
        ("source", "texts-0-body", False),
        ("subject", "essays-0-body", False),
    }
    assert places(Place.objects.get()) == {
        ("person", "birth_place", False),
        ("source", "texts-0-body", False),
    }
    assert places(SourceRow.objects.get()) == {
        ("subject", "essays-0-body", False),
        ("subject", "selections-0-source", False),
    }


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(archive=archives())
def test_every_mention_of_a_record_is_a_use(archive: list[Record]) -> None:
    for record in archive:
        assert {one.target for one in mentions(record)} <= {one.target for one in uses(record)}


def test_a_draft_points_too_until_it_is_published(
    desk: Client, django_capture_on_commit_callbacks: Any
) -> None:
    publish(["archive:archive", "place:budapest", "person:nagy", "source:speech"])
    edit = reverse(Person.snippet_viewset.get_url_name("edit"), args=[Person.objects.get().pk])
    submit(desk, edit, description__en="[The speech](source:speech)")
    source = SourceRow.objects.get()
    assert ("person", "description__en", True) in places(source)
    with django_capture_on_commit_callbacks(execute=True):
        submit(desk, edit, **{"action-publish": "1"})
    assert ("person", "description__en", False) in places(source)
    assert not Use.objects.filter(draft=True).exists()


def test_a_use_follows_a_new_slug_and_goes_with_its_user(desk: Client) -> None:
    nagy = Person.objects.get()
    before = places(nagy)
    nagy.slug = "imre-nagy"
    nagy.save()
    assert places(nagy) == before
    SubjectPage.objects.get().delete()
    assert places(nagy) == {("source", "texts-0-body", False)}


def test_the_index_made_anew_is_the_one_that_was_kept(desk: Client) -> None:
    def kept() -> set[tuple[Any, ...]]:
        return set(Use.objects.values_list("user", "target", "field", "manner", "fragment", "draft"))

    before = kept()
    keep_all()
    assert kept() == before != set()
    restore_all(list(gather_all()))
    assert kept() == before


def test_the_page_says_where_and_how_and_leads_to_the_input(desk: Client) -> None:
    source = SourceRow.objects.get()
    shown = desk.get(reverse("where_used", args=[source.identifier])).content.decode()
    subject = SubjectPage.objects.get()
    assert f"/admin/pages/{subject.pk}/edit/?mend=essays-0-body" in shown
    assert "quotes it" in shown
    assert "#p1" in shown
    edit = reverse(SourceRow.snippet_viewset.get_url_name("edit"), args=[source.pk])
    assert "In 2 places" in desk.get(edit).content.decode()
    assert desk.get(reverse("where_used", args=["none"])).status_code == 404
    assert Client().get(reverse("where_used", args=[source.identifier])).status_code == 302


def test_long_lists_are_paged_and_ask_little(desk: Client, django_assert_max_num_queries: Any) -> None:
    restore_all(
        Source(slug=f"s{number}", medium="text", title={"en": "S"}, about=("person:nagy",))
        for number in range(70)
    )
    address = reverse("where_used", args=[Person.objects.get().identifier])
    with django_assert_max_num_queries(30):
        answer = desk.get(address)
    assert len(answer.context["uses"]) == 50
    assert len(desk.get(address, {"p": 2}).context["uses"]) == 22


def test_what_texts_link_to_is_not_deleted_at_the_desk(desk: Client) -> None:
    nagy = Person.objects.get()
    check_deletable(nagy)
    with pytest.raises(StillUsed, match="source:speech"):
        check_deletable(nagy, texts=True)
    delete = reverse(Person.snippet_viewset.get_url_name("delete"), args=[nagy.pk])
    refused = desk.post(delete, follow=True).content.decode()
    assert "is named in" in refused
    assert reverse("where_used", args=[nagy.identifier]) in refused
    assert Person.objects.exists()


@pytest.mark.parametrize(
    ("field", "english", "russian"),
    [("canvases-2-alt__en", "canvas 3", "лист 3"), ("description__en", "description", "описание")],
)
def test_a_field_is_called_as_its_form_calls_it(field: str, english: str, russian: str) -> None:
    assert label_of(SourceRow, field) == english
    with translation.override("ru"):
        assert label_of(SourceRow, field) == russian
