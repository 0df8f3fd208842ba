"""The gate's questions answered by the log of publications and the desk, for a batch of records at once.

The number of queries depends on the kinds that are named, never on the records or the links in them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sourcebook.authorities.languages import archive_languages
from sourcebook.publishing import log
from sourcebook.publishing.gate import form_fields
from sourcebook.publishing.gate.questions import Standing
from sourcebook.publishing.models import Publication
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import Record, Source, Subject, decode, kind_of, slug_of
from sourcebook.record.links import links_in

BATCH = 500


class Answers(Struct, frozen=True):
    """What was found out beforehand; what nobody asked about is unknown."""

    languages: tuple[str, ...]
    standings: dict[str, Standing]
    sources: dict[str, Source]

    def standing(self, reference: str) -> Standing:
        return self.standings.get(reference, "unknown")

    def source(self, reference: str) -> Source | None:
        return self.sources.get(reference)


def answers(records: Iterable[Record], published_too: Sequence[Record] = ()) -> Answers:
    """For these records; `published_too` is what is published in the same act and counts as live."""
    named: set[str] = set()
    opened: set[str] = set()
    for record in records:
        _note(record, named, opened)
    standings: dict[str, Standing] = {}
    lines: dict[str, int] = {}
    for start in range(0, len(ordered := sorted(named)), BATCH):
        _learn(ordered[start : start + BATCH], standings, lines)
    sources = _sources(lines[reference] for reference in opened if reference in lines)
    for record in published_too:
        standings[record.reference] = "live"
        if isinstance(record, Source):
            sources[record.reference] = record
    return Answers(archive_languages(), standings, sources)


def _note(record: Record, named: set[str], opened: set[str]) -> None:
    """What a record names, and the sources whose text or pictures must be looked into."""
    named.update(pointer.to for pointer in form_fields.pointers(record))
    if isinstance(record, Subject):
        named.update(selection.source for selection in record.selections)
    if image := getattr(record, "image", ""):
        named.add(image.partition("#")[0])
        opened.add(image.partition("#")[0])
    for prose in form_fields.prose(record):
        if "](" in prose.text:
            for mention in links_in(prose.text):
                named.add(mention.target)
                if mention.fragment or mention.manner != "links":
                    opened.add(mention.target)


def _learn(references: list[str], standings: dict[str, Standing], lines: dict[str, int]) -> None:
    """How each of these stands; of those that are live, the line of the log that says so."""
    pairs = set(
        Publication.objects.filter(reference__in=references).values_list("reference", "identifier").distinct()
    )
    in_force = log.live({identifier for _, identifier in pairs})
    for reference, identifier in pairs:
        line = in_force.get(identifier)
        if line is not None and line.reference == reference:
            standings[reference] = "live"
            lines[reference] = line.pk
        elif standings.get(reference) != "live":
            standings[reference] = "withdrawn" if line is None else "moved"
    never: dict[str, list[str]] = defaultdict(list)
    for reference in references:
        if reference not in standings:
            never[kind_of(reference)].append(slug_of(reference))
    for kind, slugs in never.items():
        if kind in MODELS:
            there = MODELS[kind]._default_manager.filter(slug__in=slugs).values_list("slug", flat=True)
            standings.update((f"{kind}:{slug}", "unpublished") for slug in there.order_by())


def _sources(lines: Iterable[int]) -> dict[str, Source]:
    wanted = list(lines)
    found: dict[str, Source] = {}
    for start in range(0, len(wanted), BATCH):
        published = Publication.objects.filter(id__in=wanted[start : start + BATCH])
        for reference, data in published.values_list("reference", "record").order_by():
            record = decode(bytes(data))
            if isinstance(record, Source):
                found[reference] = record
    return found
