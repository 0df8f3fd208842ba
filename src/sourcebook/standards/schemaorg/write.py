"""From a record to its schema.org description, row by row of the crosswalk."""

from collections.abc import Sequence
from typing import Any

from sourcebook.record import Archive, Authority, Contribution, Place, Record, Source, Subject, Year
from sourcebook.record.reference import kind_of
from sourcebook.standards.schemaorg.crosswalk import AUTHORITY_FILES, ROLES, ROWS, TYPES, Row
from sourcebook.standards.schemaorg.media import media_of
from sourcebook.standards.schemaorg.naming import Naming

Json = dict[str, Any]


def describe(record: Record, naming: Naming) -> Json:
    """The JSON-LD of a record; properties of which it says nothing are left out."""
    described: Json = {
        "@context": "https://schema.org",
        "@type": TYPES[record.kind],
        "@id": naming.permanent(record.id) if record.id else naming.address(record.reference),
        "url": naming.address(record.reference),
        "name": _name(record, naming),
    }
    for row in ROWS[record.kind]:
        described[row.property] = _value(row, getattr(record, row.field), naming)
    if isinstance(record, Subject):
        described |= _essay(record, naming)
    elif isinstance(record, Source):
        described |= credits_of(record.contributions, naming)
        described |= _holding(record, naming)
        described["associatedMedia"] = media_of(record, naming)
    elif isinstance(record, Place) and record.latitude is not None:
        described["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": record.latitude,
            "longitude": record.longitude,
        }
    elif isinstance(record, Archive):
        described |= credits_of(record.contributions, naming)
    return {name: value for name, value in described.items() if value}


def _name(record: Record, naming: Naming) -> str:
    if isinstance(record, Authority):
        return naming.name(record.reference) or record.names[0].text
    return naming.words(record.title) or (record.slug if isinstance(record, Year) else "")


def _value(row: Row, value: Any, naming: Naming) -> Any:
    if not value:
        return None
    match row.form:
        case "words":
            return naming.words(value)
        case "plain":
            return value
        case "list":
            return list(value)
        case "day":
            return _day(value.earliest)
        case "last":
            return _day(value.latest)
        case "thing":
            return thing(value, naming)
        case "things":
            return [found for reference in value if (found := thing(reference, naming))]
        case "names":
            return sorted({name.text for name in value} - {naming.words({n.language: n.text for n in value})})
        case "same":
            return [_same(one.scheme, one.value) for one in value if _same(one.scheme, one.value)]
        case "rights":
            return value.statement
        case "credits":
            return credits_of(value, naming)


def _day(day: str) -> str | None:
    """ISO 8601 dates of schema.org have years of four figures."""
    return day if len(day) == 10 and day[:4].isdecimal() else None


def thing(reference: str, naming: Naming) -> Json | None:
    """Another record in short; None where it is not published."""
    name = naming.name(reference)
    if not name:
        return None
    return {"@type": TYPES[kind_of(reference)], "name": name, "url": naming.address(reference)}


def credits_of(contributions: Sequence[Contribution], naming: Naming) -> Json:
    """A byline as properties, each a list."""
    found: dict[str, list[Json]] = {}
    for one in contributions:
        agent = thing(one.agent, naming) if one.agent else None
        agent = agent or {"@type": "Person", "name": one.credited_as}
        if agent["name"]:
            found.setdefault(ROLES.get(one.role, "contributor"), []).append(agent)
    return dict(found)


def _essay(subject: Subject, naming: Naming) -> Json:
    """The first essay is the article; the others are its translations."""
    if not subject.essays:
        return {}
    essay = subject.essays[0]
    described: Json = {
        "headline": essay.title or naming.words(subject.title),
        "inLanguage": essay.language,
        "dateCreated": _day(essay.date.earliest) if essay.date else None,
        **credits_of(essay.contributions, naming),
    }
    described["citation"] = [found for one in subject.selections if (found := thing(one.source, naming))]
    return described


def _holding(source: Source, naming: Naming) -> Json:
    for holding in source.holdings[:1]:
        keeper = thing(holding.organisation, naming) if holding.organisation else None
        keeper = keeper or (
            {"@type": "ArchiveOrganization", "name": holding.repository} if holding.repository else None
        )
        place = ", ".join(filter(None, (holding.collection, holding.call_number)))
        return {"holdingArchive": keeper, "itemLocation": place}
    return {}


def _same(scheme: str, value: str) -> str:
    if value.startswith("https://"):
        return value
    return AUTHORITY_FILES[scheme].format(value) if scheme in AUTHORITY_FILES else ""
