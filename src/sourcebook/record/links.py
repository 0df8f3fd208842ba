"""Links in the archive's own Markdown, and every reference that a record makes to others."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from sourcebook.record.authorities import Authority, Event, Organisation, Person
from sourcebook.record.json_form import Record
from sourcebook.record.parts import Contribution, Part
from sourcebook.record.reference import KIND, SLUG, Reference
from sourcebook.record.source import Source
from sourcebook.record.subjects import Archive, Subject

Manner = Literal[
    "links", "quotes", "shows", "selects", "contributes", "about", "part", "place", "theme", "relates"
]

LINK = re.compile(rf"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(((?:{KIND}):{SLUG})(?:#([^\s()]+))?\)")
_PLACED = re.compile(rf"^(place:{SLUG})(?= *\|)", re.MULTILINE)
"""A row of a map."""
_QUOTED = re.compile(r"^>\s*(?:—|--)\s*$")


class Mention(Part, frozen=True, kw_only=True):
    """That a record refers to another: in which manner, to which span of it, from which of its own places."""

    target: Reference
    manner: Manner
    fragment: str = ""
    """The span in the target, without `#`; empty for the whole."""
    version: str = ""
    """The text version of the mentioning source in which the link stands."""
    passage: str = ""
    """The passage of it."""
    role: str = ""
    """A contribution's role, or a relation's type."""


def links_in(markdown: str) -> Iterator[Mention]:
    """Links, figures and quotations of a text, in order."""
    for match in sorted(
        [*LINK.finditer(markdown), *_PLACED.finditer(markdown)], key=lambda match: match.start()
    ):
        if match.re is _PLACED:
            yield Mention(target=match[1], manner="links")
            continue
        line_start = markdown.rfind("\n", 0, match.start()) + 1
        before = markdown[line_start : match.start()]
        manner: Manner = "shows" if match[1] else "quotes" if _QUOTED.match(before) else "links"
        yield Mention(target=match[3], manner=manner, fragment=match[4] or "")


def _byline(contributions: tuple[Contribution, ...]) -> Iterator[Mention]:
    for contribution in contributions:
        if contribution.agent:
            yield Mention(target=contribution.agent, manner="contributes", role=contribution.role)


def _whole(manner: Manner, *references: str, role: str = "") -> Iterator[Mention]:
    for reference in references:
        if reference:
            target, _, fragment = reference.partition("#")
            yield Mention(target=target, manner=manner, fragment=fragment, role=role)


def _of_source(source: Source) -> Iterator[Mention]:
    yield from _byline(source.contributions)
    yield from _whole("about", *source.about)
    yield from _whole("theme", *source.themes)
    yield from _whole("part", source.part_of)
    yield from _whole("place", source.place)
    for holding in source.holdings:
        yield from _whole("place", holding.organisation)
    for event in source.provenance:
        yield from _whole("place", event.place)
        yield from _whole("contributes", event.agent, role=event.type)
        yield from links_in(event.evidence)
    for version in source.texts:
        yield from _byline(version.contributions)
        for passage in version.passages:
            for link in links_in(passage.text):
                yield msgspec.structs.replace(link, version=version.key, passage=passage.key)
        for note in version.notes:
            for link in links_in(note.text):
                yield msgspec.structs.replace(link, version=version.key)


def _of_subject(subject: Subject) -> Iterator[Mention]:
    yield from _whole("part", subject.year)
    yield from _whole("theme", *subject.themes)
    yield from _whole("about", *subject.about)
    yield from _whole("shows", subject.image)
    for selection in subject.selections:
        yield from _whole("selects", selection.source)
        for text in (*selection.headnote.values(), *(t for q in selection.questions for t in q.values())):
            yield from links_in(text)
    for essay in subject.essays:
        yield from _byline(essay.contributions)
        yield from links_in(essay.body)


def _of_authority(authority: Authority) -> Iterator[Mention]:
    yield from _whole("shows", authority.image)
    if isinstance(authority, Person):
        yield from _whole("place", authority.birth_place, authority.death_place)
    if isinstance(authority, Event | Organisation):
        yield from _whole("place", authority.place)


def mentions(record: Record) -> list[Mention]:
    """Every reference in a record, in reading order, each once per place it stands in."""
    found: list[Mention] = []
    for field in ("description", "introduction"):
        for text in getattr(record, field, {}).values():
            found.extend(links_in(text))
    if isinstance(record, Source):
        found.extend(_of_source(record))
    elif isinstance(record, Subject):
        found.extend(_of_subject(record))
    elif isinstance(record, Authority):
        found.extend(_of_authority(record))
    elif isinstance(record, Archive):
        found.extend(_byline(record.contributions))
    for relation in getattr(record, "relations", ()):
        found.extend(_whole("relates", relation.to, role=relation.type))
        found.extend(links_in(relation.evidence))
    return list(dict.fromkeys(found))
