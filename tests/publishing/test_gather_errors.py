"""What cannot be restored or gathered is refused in a sentence that names it, and nothing is written."""

import pytest

from sourcebook.publishing.gather import NotOnDesk, gather, gather_all
from sourcebook.publishing.restore import RestoreError, remove, restore_all
from sourcebook.record import (
    Archive,
    Contribution,
    Name,
    Person,
    Place,
    ProvenanceEvent,
    Record,
    Relation,
    Selection,
    Source,
    Subject,
    Theme,
    Year,
)

pytestmark = pytest.mark.django_db

HOME = Archive(slug="archive", title={"en": "Moments"})


def person(slug: str, **more: object) -> Person:
    return Person(slug=slug, names=(Name(text=slug),), **more)  # type: ignore[arg-type]


def source(slug: str, **more: object) -> Source:
    return Source(slug=slug, medium="text", title={"en": slug}, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        (person("a", birth_place="place:nowhere"), "place:nowhere"),
        (person("a", image="source:none#xywh=1:0,0,1,1"), "source:none"),
        (person("a", relations=(Relation(type="member_of", to="organisation:none"),)), "organisation:none"),
        (source("a", about=("event:none",)), "event:none"),
        (source("a", themes=("theme:none",)), "theme:none"),
        (source("a", part_of="source:none"), "source:none"),
        (source("a", contributions=(Contribution(role="author", agent="person:none"),)), "person:none"),
        (source("a", provenance=(ProvenanceEvent(type="sent", place="place:none"),)), "place:none"),
        (Subject(slug="a", title={"en": "A"}, year="year:1956"), "year:1956"),
    ],
)
def test_a_reference_to_nothing_names_both_ends(record: Record, missing: str) -> None:
    with pytest.raises(RestoreError, match=f"{record.reference} names {missing}"):
        restore_all([HOME, record])
    assert list(gather_all()) == []


def test_a_reference_of_a_wrong_kind_is_refused() -> None:
    with pytest.raises(RestoreError, match="only place can stand"):
        restore_all([person("b"), person("a", birth_place="person:b")])


def test_a_reference_to_what_is_on_the_desk_already_is_good() -> None:
    restore_all([Place(slug="kalinovka", names=(Name(text="Kalinovka"),))])
    restore_all([person("a", birth_place="place:kalinovka")])
    assert gather("person:a").birth_place == "place:kalinovka"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([person("a"), person("a")], "person:a is there twice"),
        ([person("a", id="x"), person("b", id="x")], "person:a and person:b have the same identifier x"),
        (
            [person("a", id="x"), source("b", id="x")],
            "source:b has the identifier x, which belongs to a person",
        ),
        (
            [person("a", legacy_addresses=("/1",)), source("b", legacy_addresses=("/1",))],
            "same legacy address /1",
        ),
        ([person("a", former_slugs=("b",)), person("b")], "former slug “b” of person:a"),
        ([Year(slug="1956")], "no archive record"),
    ],
)
def test_records_that_contradict_each_other_are_refused(records: list[Record], words: str) -> None:
    with pytest.raises(RestoreError, match=words):
        restore_all(records)
    assert list(gather_all()) == []


def test_the_desk_keeps_its_identifiers() -> None:
    restore_all([person("a", id="x")])
    with pytest.raises(RestoreError, match="person:a has the identifier x on the desk and y here"):
        restore_all([person("a", id="y")])
    restore_all([person("a")])
    assert gather("person:a").id == "x"


def test_a_record_with_a_known_identifier_and_a_new_slug_is_the_same_thing() -> None:
    restore_all([person("a", id="x"), source("s", about=("person:a",))])
    restore_all([person("b", id="x", former_slugs=("a",))])
    assert gather("source:s").about == ("person:b",)  # type: ignore[union-attr]
    with pytest.raises(NotOnDesk, match="person:a"):
        gather("person:a")
    with pytest.raises(RestoreError, match="person:a was another’s before"):
        restore_all([person("a")])


def test_a_subject_moves_with_its_year() -> None:
    subject = Subject(slug="s", title={"en": "S"}, year="year:1956", id="x")
    restore_all([HOME, Year(slug="1956"), Year(slug="1957"), Theme(slug="t", title={"en": "T"}), subject])
    restore_all([Subject(slug="s", title={"en": "S"}, year="year:1957", id="x")])
    assert gather("subject:s").year == "year:1957"  # type: ignore[union-attr]


@pytest.mark.parametrize("reference", ["person:none", "nonsense", "opera:a", ""])
def test_what_is_not_there_cannot_be_gathered_or_removed(reference: str) -> None:
    with pytest.raises(NotOnDesk):
        gather(reference)
    with pytest.raises(NotOnDesk):
        remove(reference)


def test_what_others_point_to_stays() -> None:
    from sourcebook.publishing.deleting import StillUsed

    chosen = Subject(
        slug="s", title={"en": "S"}, year="year:1956", selections=(Selection(source="source:a"),)
    )
    restore_all([HOME, Year(slug="1956"), person("p"), source("a", about=("person:p",)), chosen])
    for reference, user in (("person:p", "source:a"), ("source:a", "subject:s")):
        with pytest.raises(StillUsed, match=f"{reference} is named in {user}"):
            remove(reference)
    for reference in ("subject:s", "source:a", "person:p"):
        remove(reference)
    assert [record.reference for record in gather_all()] == ["archive:archive", "year:1956"]
