"""Permanent identifiers."""

import re
from itertools import islice

import pytest

from sourcebook.authorities.identifiers import candidates, mint
from sourcebook.authorities.models import Identifier, Person

pytestmark = pytest.mark.django_db


def test_an_identifier_follows_from_kind_and_slug() -> None:
    first = next(candidates("person", "imre-nagy"))
    assert first == "ttvyg5susv"
    assert re.fullmatch("[a-z2-7]{10}", first)
    assert next(candidates("place", "imre-nagy")) != first


def test_one_that_was_given_is_never_given_again() -> None:
    first, second = islice(candidates("person", "imre-nagy"), 2)
    assert mint("person", ["imre-nagy"]) == {"imre-nagy": first}
    assert mint("person", ["imre-nagy", "other"])["imre-nagy"] == second
    assert Identifier.objects.filter(kind="person").count() == 3


def test_a_deletion_frees_no_identifier() -> None:
    person = Person(slug="a")
    person.save()
    given = person.identifier
    person.delete()
    again = Person(slug="a")
    again.save()
    assert again.identifier != given
