"""schema.org: the crosswalk names fields that exist, and a description says what the record says."""

import msgspec
import pytest

from sourcebook.record import ExternalIdentifier, File, Name, Person, Record, Source
from sourcebook.record.parts import LanguageMap
from sourcebook.standards.schemaorg import describe
from sourcebook.standards.schemaorg.crosswalk import ROWS, TYPES
from sourcebook.standards.schemaorg.media import iso_duration
from sourcebook.vocabulary.dates import read_date


class Names:
    """Everything is published, under its reference."""

    def words(self, words: LanguageMap) -> str:
        return next(iter(words.values()), "")

    def name(self, reference: str) -> str:
        return reference.partition(":")[2].title()

    def address(self, reference: str) -> str:
        return f"https://archive.test/{reference.replace(':', '/')}/"

    def permanent(self, identifier: str) -> str:
        return f"https://archive.test/id/{identifier}/"

    def file(self, source: str, name: str) -> str:
        return f"{self.address(source)}{name}"


def test_the_crosswalk_knows_every_kind_and_no_field_that_is_not_there() -> None:
    kinds = {kind.__struct_config__.tag: kind for kind in Record.__args__}
    assert set(ROWS) == set(TYPES) == set(kinds)
    for kind, rows in ROWS.items():
        assert {row.field for row in rows} <= {field.name for field in msgspec.structs.fields(kinds[kind])}, (
            kind
        )
        assert len({row.property for row in rows}) == len(rows), kind


def test_a_person_is_described() -> None:
    person = Person(
        id="b1",
        slug="imre-nagy",
        names=(Name(text="Imre Nagy", language="hu"), Name(text="Имре Надь", language="ru")),
        summary={"en": "Prime minister of Hungary"},
        born=read_date("7 June 1896"),
        birth_place="place:kaposvár",
        identifiers=(
            ExternalIdentifier(scheme="wikidata", value="Q170217"),
            ExternalIdentifier(scheme="?", value="1"),
        ),
    )
    assert describe(person, Names()) == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": "https://archive.test/id/b1/",
        "url": "https://archive.test/person/imre-nagy/",
        "name": "Imre-Nagy",
        "alternateName": ["Имре Надь"],
        "description": "Prime minister of Hungary",
        "sameAs": ["https://www.wikidata.org/entity/Q170217"],
        "birthDate": "1896-06-07",
        "birthPlace": {"@type": "Place", "name": "Kaposvár", "url": "https://archive.test/place/kaposvár/"},
    }


def test_files_of_a_source_are_media_objects() -> None:
    sound = File(name="a.flac", sha256="0" * 64, media_type="audio/flac", size=1, duration=3723.4)
    source = Source(slug="s", medium="audio", title={"en": "A recording"}, files=(sound,))
    assert describe(source, Names())["associatedMedia"] == [
        {
            "@type": "AudioObject",
            "contentUrl": "https://archive.test/source/s/a.flac",
            "encodingFormat": "audio/flac",
            "duration": "PT1H2M3S",
        }
    ]


@pytest.mark.parametrize(("seconds", "written"), [(0.2, "PT0S"), (59.6, "PT1M0S"), (3600, "PT1H0S")])
def test_durations_are_iso_8601(seconds: float, written: str) -> None:
    assert iso_duration(seconds) == written
