"""Which facet values a record bears."""

from collections import defaultdict
from collections.abc import Iterable

from sourcebook.record import Event, Person, Record, Reference, Source, Subject, Theme, Year, kind_of, slug_of
from sourcebook.record.links import mentions
from sourcebook.search.facets import FACETS, Facet, Facets
from sourcebook.search.making.days import year_values
from sourcebook.search.making.surroundings import Surroundings
from sourcebook.vocabulary.dates import HistoricalDate

_NAMED = ("person", "organisation", "place", "event", "term", "theme", "subject")


def date_of(record: Record) -> HistoricalDate | None:
    """The date by which a record is found and sorted."""
    if isinstance(record, Source | Subject | Event):
        return record.date
    return None


def facets_of(record: Record, surroundings: Surroundings) -> Facets:
    values: dict[Facet, dict[str, None]] = defaultdict(dict)
    values["kind"][record.kind] = None
    for mention in mentions(record):
        kind = kind_of(mention.target)
        if kind in _NAMED and not (mention.manner == "relates" and kind == "theme"):
            target = surroundings.current(mention.target)
            values[kind][target] = None  # type: ignore[index]
            if mention.manner == "contributes" and kind in ("person", "organisation"):
                values["contributor"][target] = None
    if record.kind in _NAMED:
        # A search narrowed to a person also shows the person.
        values[record.kind][record.reference] = None  # type: ignore[index]
    values["subject"].update(dict.fromkeys(surroundings.subjects))
    if isinstance(record, Source):
        values["medium"][record.medium] = None
        values["rights"].update(dict.fromkeys(filter(None, [record.rights.statement])))
    values["language"].update(dict.fromkeys(_main(languages_of(record))))
    if isinstance(record, Source | Subject | Event):
        years, decades = year_values(date_of(record))
        if isinstance(record, Subject) and not date_of(record):
            years, decades = _of_year(record.year)
        values["year"].update(dict.fromkeys(years))
        values["decade"].update(dict.fromkeys(decades))
    elif isinstance(record, Year):
        values["year"][record.slug] = None
        values["decade"][str(int(record.slug) // 10 * 10)] = None
    return {facet: tuple(values[facet]) for facet in FACETS if values.get(facet)}


def _of_year(year: Reference) -> tuple[tuple[str, ...], tuple[str, ...]]:
    slug = slug_of(year)
    return ((slug,), (str(int(slug) // 10 * 10),)) if slug else ((), ())


def languages_of(record: Record) -> Iterable[str]:
    """The languages in which it can be read or heard."""
    if isinstance(record, Source):
        return (*record.languages, *(version.language for version in record.texts))
    if isinstance(record, Subject):
        return tuple(essay.language for essay in record.essays)
    if isinstance(record, Theme | Year):
        return tuple(record.introduction)
    if isinstance(record, Person):
        return ()
    return ()


def _main(languages: Iterable[str]) -> list[str]:
    return [language.partition("-")[0].casefold() for language in languages if language]
