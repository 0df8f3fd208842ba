"""JSON Schema (2020-12) of the record's JSON form."""

from typing import Any

import msgspec

from sourcebook.record.json_form import Record


def record_schema() -> dict[str, Any]:
    """One schema for all kinds: `anyOf` over the tagged structs, definitions under `$defs`."""
    (schema,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sourcebook record",
        **schema,
        "$defs": dict(sorted(components.items())),
    }
