"""Counts of facets: of each facet as if nothing of it were chosen, so that several of its values can be."""

from collections.abc import Collection, Mapping, Sequence

from sourcebook.search.answers import FacetValue
from sourcebook.search.asking import Filters, Question
from sourcebook.search.engine import Reader
from sourcebook.search.facets import OF_REFERENCES, Facet
from sourcebook.search.matching import Match


def count_facets(reader: Reader, question: Question, match: Match) -> dict[Facet, tuple[FacetValue, ...]]:
    """One pass for all facets of which nothing is chosen, and one more for each of the others."""
    chosen = question.filters.facets
    free = [facet for facet in question.facets if not chosen.get(facet)]
    counts = dict(reader.counts(match, question.filters, free, question.values)) if free else {}
    for facet in question.facets:
        if chosen.get(facet):
            counts |= reader.counts(match, without(question.filters, facet), [facet])
    return {
        facet: _most(counts.get(facet, {}), chosen.get(facet, ()), question.values)
        for facet in question.facets
    }


def references_of(facets: Mapping[Facet, Sequence[FacetValue]]) -> set[str]:
    """All things that stand in the counts."""
    return {value.value for facet in OF_REFERENCES for value in facets.get(facet, ())}


def only_shown(
    facets: Mapping[Facet, tuple[FacetValue, ...]], shown: Collection[str]
) -> dict[Facet, tuple[FacetValue, ...]]:
    """Without things that are not published: a source may name somebody who is not, or not any more."""
    return {
        facet: tuple(value for value in values if value.value in shown) if facet in OF_REFERENCES else values
        for facet, values in facets.items()
    }


def without(filters: Filters, facet: Facet) -> Filters:
    """The same filters but for one facet."""
    kept = {name: values for name, values in filters.facets.items() if name != facet}
    return Filters(facets=kept, days=filters.days)


def _most(counts: Mapping[str, int], chosen: Sequence[str], most: int) -> tuple[FacetValue, ...]:
    table: dict[str, int] = dict(counts)
    for value in chosen:
        table.setdefault(value, 0)
    ordered = sorted(table.items(), key=lambda item: (item[0] not in chosen, -item[1], item[0]))[:most]
    ordered.sort(key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, count, value in chosen) for value, count in ordered)
