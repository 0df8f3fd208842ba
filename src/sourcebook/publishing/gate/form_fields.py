"""Where the parts of a record stand in the editor's forms: texts, dates and what points elsewhere, by input name."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from sourcebook.record import Archive, Authority, Contribution, Record, Source, Subject
from sourcebook.vocabulary.dates import HistoricalDate

_RENAMED = {
    "archive": {"title": "titles"},
    "year": {"title": "titles"},
    "theme": {"title": "titles"},
    "subject": {"title": "titles"},
    "organisation": {"place": "where"},
    "event": {"place": "where"},
}
_PLACES = ("place", "birth_place", "death_place")
_DATES = ("date", "born", "died", "founded", "dissolved")


class Prose(Struct, frozen=True):
    """A text of a record that may hold links, quotations, figures and footnotes."""

    field: str
    text: str
    notes: frozenset[str] = frozenset()
    """Footnotes that stand elsewhere and that it may call."""


class Pointer(Struct, frozen=True):
    """That a field names another record, or a span of it."""

    field: str
    to: str
    weighty: bool = False
    """Whether readers would find a hole, not only a name without a page."""


def input_name(kind: str, field: str) -> str:
    """The input of a plain field of the record."""
    return _RENAMED.get(kind, {}).get(field, field)


def _words(field: str, words: dict[str, str]) -> Iterator[Prose]:
    for language, text in words.items():
        yield Prose(f"{field}__{language}", text)


def prose(record: Record) -> Iterator[Prose]:
    """Every text that is written in Markdown, in the order of the form."""
    for field in ("description", "introduction"):
        yield from _words(field, getattr(record, field, {}))
    if isinstance(record, Source):
        for index, event in enumerate(record.provenance):
            yield Prose(f"provenance-{index}-evidence", event.evidence)
        for index, version in enumerate(record.texts):
            notes = frozenset(note.key for note in version.notes)
            for passage in version.passages:
                yield Prose(f"texts-{index}-body", passage.text, notes)
            for note in version.notes:
                yield Prose(f"texts-{index}-body", note.text, notes)
    if isinstance(record, Subject):
        for index, essay in enumerate(record.essays):
            yield Prose(f"essays-{index}-body", essay.body)
        for index, selection in enumerate(record.selections):
            yield from _words(f"selections-{index}-headnote", selection.headnote)
            for number, question in enumerate(selection.questions):
                yield from _words(f"selections-{index}-questions-{number}-text", question)
    for index, relation in enumerate(getattr(record, "relations", ())):
        yield Prose(f"relations-{index}-evidence", relation.evidence)


def dates(record: Record) -> Iterator[tuple[str, HistoricalDate]]:
    """Every date, with its input."""
    rows: list[tuple[str, Any]] = [(field, getattr(record, field, None)) for field in _DATES]
    if isinstance(record, Authority):
        rows += [(f"names-{n}-during", name.during) for n, name in enumerate(record.names)]
    if isinstance(record, Source):
        rows += [(f"provenance-{n}-date", event.date) for n, event in enumerate(record.provenance)]
    if isinstance(record, Subject):
        rows += [(f"essays-{n}-date", essay.date) for n, essay in enumerate(record.essays)]
    yield from ((field, date) for field, date in rows if date is not None)


def _byline(contributions: Iterable[Contribution], above: str = "") -> Iterator[Pointer]:
    for index, contribution in enumerate(contributions):
        yield Pointer(f"{above}contributions-{index}-agent", contribution.agent)


def _of_source(source: Source) -> Iterator[Pointer]:
    yield from _byline(source.contributions)
    yield Pointer("part_of", source.part_of, True)
    for index, reference in enumerate(source.about):
        yield Pointer(f"about-{index}-authority", reference)
    for index, reference in enumerate(source.themes):
        yield Pointer(f"themes-{index}-slug", reference)
    for index, holding in enumerate(source.holdings):
        yield Pointer(f"holdings-{index}-organisation", holding.organisation)
    for index, event in enumerate(source.provenance):
        yield Pointer(f"provenance-{index}-agent", event.agent)
        yield Pointer(f"provenance-{index}-place", event.place)
    for index, version in enumerate(source.texts):
        yield from _byline(version.contributions, f"texts-{index}-")


def _of_subject(subject: Subject) -> Iterator[Pointer]:
    # The year is no input of the form: it is the page above, and its name heads the form.
    yield Pointer("slug", subject.year, True)
    for index, reference in enumerate(subject.themes):
        yield Pointer(f"themes-{index}-theme", reference)
    for index, reference in enumerate(subject.about):
        yield Pointer(f"about-{index}-authority", reference)
    for index, essay in enumerate(subject.essays):
        yield from _byline(essay.contributions, f"essays-{index}-")


def pointers(record: Record) -> Iterator[Pointer]:
    """What the fields of a record name; pictures, selections and the links of texts are looked at by themselves."""
    found: list[Pointer] = []
    if isinstance(record, Source):
        found += _of_source(record)
    elif isinstance(record, Subject):
        found += _of_subject(record)
    elif isinstance(record, Archive):
        found += _byline(record.contributions)
    found += [Pointer(input_name(record.kind, field), getattr(record, field, "")) for field in _PLACES]
    for index, relation in enumerate(getattr(record, "relations", ())):
        if isinstance(record, Source):
            end = "to_source" if relation.to.startswith("source:") else "to_authority"
        else:
            end = "to_source" if relation.to.startswith("source:") else "to"
        found.append(Pointer(f"relations-{index}-{end}", relation.to))
    return (pointer for pointer in found if pointer.to)
