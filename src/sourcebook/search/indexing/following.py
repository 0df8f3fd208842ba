"""Which other records' documents a change touches: sources bear the subjects that select them, and everything bears
references that may have changed."""

from collections.abc import Mapping

from sourcebook.record import Record, Subject, kind_of
from sourcebook.search.engine import Reader
from sourcebook.search.facets import FACETS, Facet
from sourcebook.search.keys import key_of
from sourcebook.search.library import Shelf


def followers(reader: Reader, shelf: Shelf, changed: Mapping[str, Record | None]) -> list[str]:
    """References of records to be indexed again because of what these things, by identifier, have become."""
    found: dict[str, None] = {}
    before = reader.documents([key_of(identifier) for identifier in changed])
    for identifier, record in changed.items():
        document = before.get(key_of(identifier))
        old = document.reference if document else ""
        selected = set(document.selects if document else ())
        selects = (
            {selection.source for selection in record.selections} if isinstance(record, Subject) else set()
        )
        renamed = record is None or old != record.reference
        found.update(dict.fromkeys(sorted(selected | selects if renamed else selected ^ selects)))
        former = {f"{record.kind}:{slug}" for slug in record.former_slugs} if record else set()
        for reference in sorted({old, *former} - {"", record.reference if record else ""}):
            facet = kind_of(reference)
            if facet in FACETS and (record is not None or facet == "subject"):
                found.update(dict.fromkeys(reader.bearing(_facet(facet), reference)))
    return [shelf.current(reference) for reference in found]


def _facet(kind: str) -> Facet:
    return kind  # type: ignore[return-value]
