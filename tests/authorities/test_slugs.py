"""Slugs: made from names, kept when they change."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from sourcebook.authorities.models import Name, Person
from sourcebook.authorities.slugs import slug_of_words
from sourcebook.publishing.gather import gather

pytestmark = pytest.mark.django_db


def named(text: str, **more: str) -> Person:
    person = Person(**more)
    person.names = [Name(text=text, language="ru")]
    person.save()
    return person


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Khrushchev’s Secret Speech", "khrushchevs-secret-speech"),
        ("Хрущёв, Никита", "khrushchev-nikita"),
        ("一九五六", "yijiuwuliu"),
        ("…", "person"),
        ("a_b  -- c", "a-b-c"),
    ],
)
def test_a_slug_is_romanised(words: str, slug: str) -> None:
    assert slug_of_words(words, lambda slug: False, "person") == slug


def test_a_taken_slug_gets_a_number() -> None:
    assert [named("Имре Надь").slug for _ in range(3)] == ["imre-nad", "imre-nad-2", "imre-nad-3"]


def test_a_published_thing_keeps_its_former_slug() -> None:
    person = named("Имре Надь", slug="imre-nad")
    Person.objects.update(first_published_at=timezone.now())
    for slug in ("nagy", "imre-nagy", "nagy"):
        person = Person.objects.get()
        person.slug = slug
        person.save()
    record = gather("person:nagy")
    assert record.former_slugs == ("imre-nad", "imre-nagy")


def test_a_thing_never_published_leaves_no_former_slug() -> None:
    person = named("Имре Надь", slug="imre-nad")
    person.slug = "nagy"
    person.save()
    assert gather("person:nagy").former_slugs == ()


def test_what_was_anothers_address_is_refused() -> None:
    named("Имре Надь", slug="nagy")
    Person.objects.update(first_published_at=timezone.now())
    person = Person.objects.get()
    person.slug = "imre-nagy"
    person.save()
    with pytest.raises(ValidationError, match="has or had this slug"):
        Person(slug="nagy").full_clean()
