"""What the database itself refuses, whoever writes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sourcebook.authorities.models import FormerSlug, Name, Organisation, Person, Place, Relation
from sourcebook.sources.models import (
    File,
    Source,
    SourceAbout,
    SourceContribution,
    SourceRelation,
    TextVersion,
)
from sourcebook.subjects.models import Essay

pytestmark = pytest.mark.django_db


def person(slug: str) -> Person:
    made = Person(slug=slug)
    made.save()
    return made


def source(slug: str, **more: Any) -> Source:
    made = Source(slug=slug, title={"en": slug}, **{"medium": "text", **more})
    made.save()
    return made


def itself() -> None:
    one = source("a")
    Source.objects.filter(pk=one.pk).update(part_of=one.pk)


REFUSED: dict[str, Callable[[], Any]] = {
    "a latitude alone": lambda: Place(slug="a", latitude=1.0).save(),
    "a latitude beyond the pole": lambda: Place(slug="a", latitude=91.0, longitude=0.0).save(),
    "a longitude beyond the date line": lambda: Place(slug="a", latitude=0.0, longitude=-181.0).save(),
    "a slug twice in a kind": lambda: (person("a"), person("a")),
    "a former slug twice in a kind": lambda: FormerSlug.objects.bulk_create(
        [FormerSlug(authority=person(slug), kind="person", slug="old") for slug in ("a", "b")]
    ),
    "a name without words": lambda: Name(authority=person("a"), text="").save(),
    "an unknown use of a name": lambda: Name(authority=person("a"), text="A", use="pet").save(),
    "a relation to nothing": lambda: Relation(authority=person("a"), type="led_to").save(),
    "a relation with two ends": lambda: Relation(
        authority=person("a"), type="led_to", to=person("b"), to_source="source:c"
    ).save(),
    "an unknown certainty": lambda: Relation(
        authority=person("a"), type="led_to", to=person("b"), certainty="sure"
    ).save(),
    "a source's slug twice": lambda: (source("a"), source("a")),
    "an unknown medium": lambda: source("a", medium="opera"),
    "a position before the first": lambda: source("a", position=-1),
    "a source that is a part of itself": itself,
    "a contribution by nobody": lambda: SourceContribution(source=source("a"), role="author").save(),
    "a source's relation to nothing": lambda: SourceRelation(source=source("a"), type="part_of").save(),
    "a file's name twice in a source": lambda: File.objects.bulk_create(
        [File(source=source("a") if not n else Source.objects.get(), name="a", sha256="0", size=1) for n in (0, 1)]
    ),
    "a text's key twice in a source": lambda: TextVersion.objects.bulk_create(
        [TextVersion(source=source("a") if not n else Source.objects.get(), key="en", language="en") for n in (0, 1)]
    ),
    "a text of unknown kind": lambda: TextVersion(source=source("a"), key="en", language="en", kind="rumour").save(),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_the_database_refuses(what: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        REFUSED[what]()


def test_two_kinds_may_share_a_slug() -> None:
    person("a")
    Organisation(slug="a").save()


def test_a_foreign_key_to_nothing_is_refused() -> None:
    from django.db import connection

    for row in (SourceAbout(source=source("a"), authority_id=999), Essay(subject_id=999, language="en")):
        row.save()
        with pytest.raises(IntegrityError):
            connection.check_constraints()
        row.delete()
