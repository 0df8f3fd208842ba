"""Reading one committed state."""

from collections.abc import Collection, Mapping, Sequence

from tantivy import DocAddress, Occur, Order, Query, Schema, Searcher

from sourcebook.search.asking import LAST_PLACE, Filters, Sort
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.engine import Ranked, RankedPassage, Ranking, Standing
from sourcebook.search.engines.stored import decode_passage, decode_record
from sourcebook.search.engines.tantivy.guarding import guarded
from sourcebook.search.engines.tantivy.queries import Translator
from sourcebook.search.engines.tantivy.schema import STATE
from sourcebook.search.facets import Facet
from sourcebook.search.matching import EVERYTHING, Bears, Field, Match

_UNCUT = 1_000_000
"""Values of a facet that each segment counts before it leaves any out: with the default, counts are approximate."""
_REMEMBERED = 20_000
"""Passages of which it is known for a while where they stand."""
_ORDERS: dict[Sort, tuple[str | None, Order]] = {
    "relevance": (None, Order.Desc),
    "date": ("oldest", Order.Asc),
    "date_back": ("newest", Order.Desc),
    "title": ("order", Order.Asc),
}


class TantivyReader:
    """Answers from two searchers, which see what was committed when they were made."""

    def __init__(self, records: Searcher, passages: Searcher, schemas: tuple[Schema, Schema]) -> None:
        self._records = records
        self._passages = passages
        self._record_schema, self._passage_schema = schemas
        self._of_records = Translator(schemas[0], of_records=True)
        self._of_passages = Translator(schemas[1], of_records=False)
        self._places: dict[int, DocAddress] = {}
        """Where records stand that a ranking has met already."""
        self._of_everything: dict[tuple[tuple[Facet, ...], int], Mapping[Facet, Mapping[str, int]]] = {}
        self._passage_places: dict[str, DocAddress] = {}
        """The same of passages, of late: there are many."""

    def standing(self) -> Standing:
        with guarded():
            numbers = [
                _taken_up_to(self._records, self._record_schema),
                _taken_up_to(self._passages, self._passage_schema),
            ]
            return Standing(
                min(numbers), max(0, self._records.num_docs - 1), max(0, self._passages.num_docs - 1)
            )

    def records(
        self, match: Match, filters: Filters, *, sort: Sort = "relevance", start: int = 0, limit: int = 10
    ) -> Ranking:
        field, order = _ORDERS[sort]
        with guarded():
            result = self._records.search(
                self._of_records.narrowed(match, filters),
                limit=max(1, min(limit, LAST_PLACE - start)),
                offset=min(start, LAST_PLACE),
                order_by_field=field,
                order=order,
            )
            places = [place for _, place in result.hits][: max(0, min(limit, LAST_PLACE - start))]
            keys = [int(key or 0) for key in self._records.fast_field_values("key", places)]
        self._places.update(zip(keys, places, strict=True))
        scores = [float(score) if field is None else 0.0 for score, _ in result.hits]
        return Ranking(result.count, tuple(map(Ranked, keys, scores)))  # type: ignore[attr-defined]

    def counts(
        self, match: Match, filters: Filters, facets: Sequence[Facet], most: int = 200
    ) -> Mapping[Facet, Mapping[str, int]]:
        if not facets:
            return {}
        if match == EVERYTHING and filters == Filters():
            # What the page of search begins with; this state of the index has but one answer.
            asked = (tuple(facets), most)
            if asked not in self._of_everything:
                self._of_everything[asked] = self._count(match, filters, facets, most)
            return self._of_everything[asked]
        return self._count(match, filters, facets, most)

    def _count(
        self, match: Match, filters: Filters, facets: Sequence[Facet], most: int
    ) -> Mapping[Facet, Mapping[str, int]]:
        asked = {facet: {"terms": {"field": facet, "size": most, "segment_size": _UNCUT}} for facet in facets}
        with guarded():
            answer = self._records.aggregate(self._of_records.narrowed(match, filters), asked)
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]}
            for facet in facets
        }

    def passages(
        self, match: Match, filters: Filters, *, within: Collection[int] | None = None, limit: int = 300
    ) -> Sequence[RankedPassage]:
        if within is not None and not within:
            return ()
        only = [] if within is None else [Query.term_set_query(self._passage_schema, "key", list(within))]
        with guarded():
            hits = self._passages.search(
                self._of_passages.narrowed(match, filters, *only), limit=limit, count=False
            ).hits
            places = [place for _, place in hits]
            ids, keys = self._named(places)
        if len(self._passage_places) > _REMEMBERED:
            # A new one, because another thread may be reading this.
            self._passage_places = {}
        self._passage_places.update(zip(ids, places, strict=True))
        return [RankedPassage(id, key, score) for id, key, (score, _) in zip(ids, keys, hits, strict=True)]  # noqa: A001

    def in_order(
        self, match: Match, key: int, *, version: str = "", start: int = 0, limit: int = 500
    ) -> Sequence[str]:
        only = [Query.term_query(self._passage_schema, "key", key, "basic")]
        if version:
            only.append(Query.term_query(self._passage_schema, "version", version, "basic"))
        with guarded():
            hits = self._passages.search(
                self._of_passages.narrowed(match, Filters(), *only),
                limit=max(1, limit),
                offset=start,
                order_by_field="number",
                order=Order.Asc,
                count=False,
            ).hits
            return self._named([place for _, place in hits])[0]

    def _named(self, places: list[DocAddress]) -> tuple[list[str], list[int]]:
        """Ids of passages and keys of their records."""
        keys = [int(key or 0) for key in self._passages.fast_field_values("key", places)]
        numbers = self._passages.fast_field_values("number", places)
        return [f"{key}/{int(number or 0)}" for key, number in zip(keys, numbers, strict=True)], keys

    def documents(self, keys: Collection[int]) -> Mapping[int, RecordDocument]:
        with guarded():
            self._find(keys)
            found = {key: self._records.doc(self._places[key]) for key in keys if key in self._places}
            return {key: decode_record(bytes(doc["payload"][0])) for key, doc in found.items()}

    def _find(self, keys: Collection[int]) -> None:
        missing = [key for key in keys if key not in self._places]
        if missing:
            query = Query.term_set_query(self._record_schema, "key", missing)
            places = [place for _, place in self._records.search(query, limit=len(missing), count=False).hits]
            for key, place in zip(self._records.fast_field_values("key", places), places, strict=True):
                self._places[int(key or 0)] = place

    def passage_documents(self, ids: Collection[str]) -> Mapping[str, PassageDocument]:
        known = self._passage_places
        with guarded():
            places = [known[id] for id in ids if id in known]  # noqa: A001
            if len(places) < len(ids):
                places += self._places_of([id for id in ids if id not in known])  # noqa: A001
            found = [decode_passage(bytes(self._passages.doc(place)["payload"][0])) for place in places]
        return {passage.id: passage for passage in found}

    def _places_of(self, ids: Collection[str]) -> list[DocAddress]:
        one_by_one = [
            Query.boolean_query(
                [
                    (Occur.Must, Query.term_query(self._passage_schema, "key", int(key), "basic")),
                    (Occur.Must, Query.term_query(self._passage_schema, "number", int(number), "basic")),
                ]
            )
            for key, _, number in (id.partition("/") for id in ids)  # noqa: A001
        ]
        query = Query.boolean_query([(Occur.Should, query) for query in one_by_one])
        return [place for _, place in self._passages.search(query, limit=len(one_by_one), count=False).hits]

    def bearing(self, facet: Facet, value: str) -> Sequence[str]:
        with guarded():
            query = self._of_records.narrowed(Bears(facet, value), Filters())
            hits = self._records.search(query, limit=max(1, self._records.num_docs), count=False).hits
            return [
                decode_record(bytes(self._records.doc(place)["payload"][0])).reference for _, place in hits
            ]

    def forms(self, prefix: str, limit: int) -> Sequence[tuple[str, int]]:
        with guarded():
            # Without a filter, what is gone but not yet merged away would be counted too.
            live = self._of_records.narrowed(EVERYTHING, Filters())
            return self._records.terms_with_prefix("forms", prefix, filter_query=live, limit=limit)

    def frequency(self, field: Field, token: str) -> int:
        with guarded():
            return self._records.doc_freq(field, token)

    def telling(self, key: int) -> Sequence[str]:
        with guarded():
            self._find([key])
            if key not in self._places:
                return ()
            return tuple(bytes(self._records.doc(self._places[key])["telling"][0]).decode().split())


def _taken_up_to(searcher: Searcher, schema: Schema) -> int:
    hits = searcher.search(Query.term_query(schema, "role", STATE, "basic"), limit=1, count=False).hits
    return int(searcher.fast_field_values("log", [hits[0][1]])[0] or 0) if hits else 0
