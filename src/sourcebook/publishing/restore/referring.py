"""What the fields of a record point to, and of which kinds that must be. Links in Markdown are not looked at."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sourcebook.record import (
    Archive,
    Authority,
    Contribution,
    Event,
    Organisation,
    Person,
    Record,
    Source,
    Subject,
)

AUTHORITY = ("person", "organisation", "place", "event", "term")
PLACE = ("place",)
SOURCE = ("source",)
THEME = ("theme",)


class Pointer(Struct, frozen=True):
    """That a field of a record names another thing."""

    field: str
    to: str
    kinds: tuple[str, ...]


def _byline(contributions: Iterable[Contribution], field: str = "contributions") -> Iterator[Pointer]:
    for contribution in contributions:
        yield Pointer(field, contribution.agent, AUTHORITY)


def _each(field: str, references: Iterable[str], kinds: tuple[str, ...]) -> Iterator[Pointer]:
    for reference in references:
        yield Pointer(field, reference, kinds)


def _of_source(source: Source) -> Iterator[Pointer]:
    yield Pointer("place", source.place, PLACE)
    yield Pointer("part_of", source.part_of, SOURCE)
    yield from _byline(source.contributions)
    yield from _each("about", source.about, AUTHORITY)
    yield from _each("themes", source.themes, THEME)
    for holding in source.holdings:
        yield Pointer("holdings", holding.organisation, ("organisation",))
    for event in source.provenance:
        yield Pointer("provenance", event.agent, AUTHORITY)
        yield Pointer("provenance", event.place, PLACE)
    for text in source.texts:
        yield from _byline(text.contributions, f"texts {text.key}")


def _of_subject(subject: Subject) -> Iterator[Pointer]:
    yield Pointer("year", subject.year, ("year",))
    yield Pointer("image", subject.image.partition("#")[0], SOURCE)
    yield from _each("selections", (selection.source for selection in subject.selections), SOURCE)
    yield from _each("themes", subject.themes, THEME)
    yield from _each("about", subject.about, AUTHORITY)
    for essay in subject.essays:
        yield from _byline(essay.contributions, f"essay {essay.language}")


def _of_authority(authority: Authority) -> Iterator[Pointer]:
    yield Pointer("image", authority.image.partition("#")[0], SOURCE)
    if isinstance(authority, Person):
        yield Pointer("birth_place", authority.birth_place, PLACE)
        yield Pointer("death_place", authority.death_place, PLACE)
    if isinstance(authority, Event | Organisation):
        yield Pointer("place", authority.place, PLACE)


def pointers(record: Record) -> Iterator[Pointer]:
    """Every reference in a field, those left open not counted."""
    found: list[Iterator[Pointer]] = []
    if isinstance(record, Source):
        found.append(_of_source(record))
    elif isinstance(record, Subject):
        found.append(_of_subject(record))
    elif isinstance(record, Authority):
        found.append(_of_authority(record))
    elif isinstance(record, Archive):
        found.append(_byline(record.contributions))
    if isinstance(record, Source | Authority):
        found.append(_each("relations", (one.to for one in record.relations), (*AUTHORITY, "source")))
    for part in found:
        yield from (pointer for pointer in part if pointer.to)
