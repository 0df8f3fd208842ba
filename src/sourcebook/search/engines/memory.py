"""The plainest engine: it looks at every document. What it answers is what the others must answer.

It is the oracle of the property tests and the index of archives that live for one test; its cost grows with all that
it holds.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from sourcebook.search.asking import LAST_PLACE, Days, Filters, Sort
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.engine import Analysed, Ranked, RankedPassage, Ranking, Standing
from sourcebook.search.engines.judging import Judged, Statistics, score, within
from sourcebook.search.engines.stored import stored
from sourcebook.search.facets import Facet
from sourcebook.search.matching import Field, Has, Match


class MemoryEngine:
    """An index that lives as long as its process."""

    def __init__(self) -> None:
        self._held: dict[int, Analysed] = {}
        self._taken_up_to = 0

    def apply(self, put: Iterable[Analysed], gone: Collection[int], taken_up_to: int) -> None:
        held = {key: analysed for key, analysed in self._held.items() if key not in gone}
        for analysed in put:
            held[analysed.document.key] = analysed
        self._held, self._taken_up_to = held, taken_up_to

    def reader(self) -> "MemoryReader":
        return MemoryReader(self._held, self._taken_up_to)

    def close(self) -> None:
        """Nothing is held open."""


class MemoryReader:
    """One state; `apply` makes a new one and leaves this as it is."""

    def __init__(self, held: Mapping[int, Analysed], taken_up_to: int) -> None:
        self._held = held
        self._taken_up_to = taken_up_to
        self._records = {key: _judged_record(analysed) for key, analysed in held.items()}
        self._passages = {
            document.id: _judged_passage(analysed, place)
            for analysed in held.values()
            for place, document in enumerate(analysed.document.passages)
        }
        self._of_records = Statistics(self._records.values())
        self._of_passages = Statistics(self._passages.values())

    def standing(self) -> Standing:
        return Standing(self._taken_up_to, len(self._records), len(self._passages))

    def records(
        self, match: Match, filters: Filters, *, sort: Sort = "relevance", start: int = 0, limit: int = 10
    ) -> Ranking:
        found = self._matching(match, filters)
        if sort == "relevance":
            ranked = sorted((Ranked(key, value) for key, value in found.items()), key=lambda hit: -hit.score)
        else:
            ranked = [Ranked(key, 0.0) for key in sorted(found, key=lambda key: self._order(key, sort))]
        return Ranking(len(found), tuple(ranked[start : min(start + limit, LAST_PLACE)]))

    def counts(
        self, match: Match, filters: Filters, facets: Sequence[Facet], most: int = 200
    ) -> Mapping[Facet, Mapping[str, int]]:
        found = self._matching(match, filters)
        counted = {
            facet: Counter(value for key in found for value in self._records[key].facets.get(facet, ()))
            for facet in facets
        }
        return {facet: dict(counter.most_common(most)) for facet, counter in counted.items()}

    def passages(
        self, match: Match, filters: Filters, *, within: Collection[int] | None = None, limit: int = 300
    ) -> Sequence[RankedPassage]:
        found = [
            RankedPassage(id, judged.key, value)
            for id, judged in self._passages.items()  # noqa: A001
            if (within is None or judged.key in within)
            and _passes(judged, filters)
            and (value := score(match, judged, self._of_passages)) is not None
        ]
        return sorted(found, key=lambda hit: -hit.score)[:limit]

    def in_order(
        self, match: Match, key: int, *, version: str = "", start: int = 0, limit: int = 500
    ) -> Sequence[str]:
        documents = self._held[key].document.passages if key in self._held else ()
        found = [
            document.id
            for document in documents
            if (not version or document.version == version)
            and score(match, self._passages[document.id], self._of_passages) is not None
        ]
        return found[start : start + limit]

    def documents(self, keys: Collection[int]) -> Mapping[int, RecordDocument]:
        return {key: stored(self._held[key].document) for key in keys if key in self._held}

    def passage_documents(self, ids: Collection[str]) -> Mapping[str, PassageDocument]:
        return {
            document.id: document
            for analysed in self._held.values()
            for document in analysed.document.passages
            if document.id in ids
        }

    def bearing(self, facet: Facet, value: str) -> Sequence[str]:
        return [
            analysed.document.reference
            for analysed in self._held.values()
            if value in analysed.document.facets.get(facet, ())
        ]

    def forms(self, prefix: str, limit: int) -> Sequence[tuple[str, int]]:
        counted = Counter(
            form
            for judged in self._records.values()
            for form in set(judged.fields["forms"])
            if form.startswith(prefix)
        )
        return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def frequency(self, field: Field, token: str) -> int:
        everything = self._matching(Has(field, token), Filters())
        return len(everything)

    def telling(self, key: int) -> Sequence[str]:
        return self._held[key].record.telling if key in self._held else ()

    def _matching(self, match: Match, filters: Filters) -> dict[int, float]:
        return {
            key: value
            for key, judged in self._records.items()
            if _passes(judged, filters) and (value := score(match, judged, self._of_records)) is not None
        }

    def _order(self, key: int, sort: Sort) -> tuple[bool, int | str]:
        if sort == "title":
            return False, self._held[key].record.order
        document = self._held[key].document
        if sort == "date":
            first = document.first_day if document.first_day is not None else document.last_day
            return not document.dated, first or 0
        last = document.last_day if document.last_day is not None else document.first_day
        return not document.dated, -(last or 0)


def _judged_record(analysed: Analysed) -> Judged:
    document, record = analysed.document, analysed.record
    return Judged(
        key=document.key,
        fields={
            "body": record.body.split(),
            "forms": record.forms.split(),
            "title": record.title.split(),
            "byline": record.byline.split(),
        },
        facets=document.facets,
        mentions={target for passage in document.passages for target in passage.mentions},
        days=(document.first_day, document.last_day) if document.dated else None,
    )


def _judged_passage(analysed: Analysed, place: int) -> Judged:
    document, passage = analysed.document, analysed.passages[place]
    return Judged(
        key=document.key,
        fields={
            "body": passage.body.split(),
            "forms": passage.forms.split(),
            "title": [],
            "byline": [],
        },
        facets=document.facets,
        mentions=set(document.passages[place].mentions),
        days=(document.first_day, document.last_day) if document.dated else None,
    )


def _passes(judged: Judged, filters: Filters) -> bool:
    bears = all(
        any(value in judged.facets.get(facet, ()) for value in values)
        for facet, values in filters.facets.items()
        if values
    )
    return bears and (filters.days is None or _dated(judged, filters.days))


def _dated(judged: Judged, days: Days) -> bool:
    return within(judged.days, days.first, days.last, surely=days.surely)
