import json

import msgspec
import pytest
from hypothesis import given, settings

from sourcebook.record import Record, RecordError, decode, digest, encode
from sourcebook.record.schema import record_schema
from tests.records import archives


@settings(max_examples=30)
@given(archives())
def test_json_comes_back_as_the_same_record_in_the_same_bytes(archive: list[Record]) -> None:
    for record in archive:
        data = encode(record)
        assert decode(data) == record
        assert encode(decode(data)) == data
        assert digest(data) == digest(encode(decode(data)))


@settings(max_examples=30)
@given(archives())
def test_json_says_its_kind_and_only_what_is_not_default(archive: list[Record]) -> None:
    for record in archive:
        fields = json.loads(encode(record))
        assert fields["kind"] == record.kind
        assert not [name for name, value in fields.items() if name != "rights" and value in ("", [], None)]


@settings(max_examples=30)
@given(archives())
def test_the_schema_knows_every_field_of_every_record(archive: list[Record]) -> None:
    definitions = record_schema()["$defs"]
    of_kind = {d["properties"]["kind"]["enum"][0]: d for d in definitions.values() if "kind" in d.get("properties", {})
               and len(d["properties"]["kind"].get("enum", ())) == 1}  # fmt: skip
    for record in archive:
        definition = of_kind[record.kind]
        fields = json.loads(encode(record))
        assert fields.keys() <= definition["properties"].keys()
        assert set(definition["required"]) <= fields.keys()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"kind": "year", "slug": "1956", "colour": "red"}', "unknown field `colour`"),
        (b'{"kind": "ghost", "slug": "x"}', "ghost"),
        (b'{"kind": "year", "slug": "Not a slug"}', "slug"),
        (b'{"kind": "year"}', "missing required field `slug`"),
        (b'{"kind": "source", "slug": "s", "medium": "papyrus", "title": {}}', "papyrus"),
        (b"{", "truncated"),
        (b"\xff", "not a record"),
    ],
)
def test_what_is_no_record_says_where(data: bytes, says: str) -> None:
    with pytest.raises(RecordError, match=says):
        decode(data)


def test_records_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        decode(b'{"kind": "year", "slug": "1956"}').slug = "1957"  # type: ignore[misc]
    assert msgspec.structs.replace(decode(b'{"kind": "year", "slug": "1956"}'), slug="1957").slug == "1957"
