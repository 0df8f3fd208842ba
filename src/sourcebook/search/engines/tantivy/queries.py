"""From what is to be matched to tantivy's queries."""

from collections.abc import Sequence
from itertools import product
from math import prod

from tantivy import FieldType, Occur, Query, Schema

from sourcebook.search.asking import Filters
from sourcebook.search.engines.tantivy.schema import AFTER_ALL, BEFORE_ALL, STATE
from sourcebook.search.matching import (
    All,
    Bears,
    Best,
    Dated,
    Except,
    Field,
    Has,
    HasNear,
    HasPhrase,
    HasPrefix,
    Match,
    Mentions,
    Some,
)

MOST_PHRASES = 16
"""Beyond so many combinations of alternatives a phrase is matched by patterns."""
_META = frozenset(r"\.+*?()|[]{}^$#&-~")
_OPTIONS: dict[Field, str] = {"body": "position", "forms": "freq", "title": "freq", "byline": "freq"}
_ONLY_RECORDS = ("title", "byline")


class Translator:
    """For one of the two indexes."""

    def __init__(self, schema: Schema, *, of_records: bool) -> None:
        self._schema = schema
        self._of_records = of_records

    def narrowed(self, match: Match, filters: Filters, *more: Query) -> Query:
        """What matches, within the filters; these add nothing to the score."""
        conditions = list(more)
        for facet, values in filters.facets.items():
            if values:
                conditions.append(Query.term_set_query(self._schema, facet, list(values)))
        if filters.days is not None:
            conditions.append(self._days(filters.days.first, filters.days.last, surely=filters.days.surely))
        asked = self.query(match)
        if not conditions and _is_of_content(match):
            # The bare query lets tantivy pass over whole blocks of documents that cannot be among the best.
            return asked
        # That the state of the index is no record is said by leaving it out: to ask of each match whether it is one
        # costs a quarter more.
        return Query.boolean_query(
            [
                (Occur.Must, asked),
                *((Occur.Must, _silent(query)) for query in conditions),
                (Occur.MustNot, self._term("role", STATE)),
            ]
        )

    def query(self, match: Match) -> Query:
        match match:
            case Has(field, token, boost):
                return self._boosted(self._has(field, token), boost)
            case HasPhrase(places, boost):
                return self._boosted(self._phrase(places), boost)
            case HasPrefix(field, prefix, boost):
                if not self._holds(field):
                    return Query.empty_query()
                pattern = f"{_escaped(prefix)}.*"
                return Query.const_score_query(Query.regex_query(self._schema, field, pattern), boost)
            case HasNear(field, token, distance, boost):
                if not self._holds(field):
                    return Query.empty_query()
                query = Query.fuzzy_term_query(self._schema, field, token, distance)
                return Query.const_score_query(query, boost)
            case Bears(facet, value, boost):
                return Query.const_score_query(self._term(facet, value), boost)
            case Mentions(reference, boost):
                return Query.const_score_query(self._term("mentions", reference), boost)
            case Dated(first, last, surely):
                return _silent(self._days(first, last, surely=surely))
            case All(parts):
                return _all([self.query(part) for part in parts])
            case Some(parts, least):
                return _some([self.query(part) for part in parts], max(1, least))
            case Best(parts):
                return _best([self.query(part) for part in parts if self._can_hold(part)])
            case Except(part):
                everything = (Occur.Must, _silent(Query.all_query()))
                return Query.boolean_query([everything, (Occur.MustNot, self.query(part))])

    def _holds(self, field: Field) -> bool:
        return self._of_records or field not in _ONLY_RECORDS

    def _can_hold(self, match: Match) -> bool:
        return not isinstance(match, Has | HasPrefix | HasNear) or self._holds(match.field)

    def _has(self, field: Field, token: str) -> Query:
        if not self._holds(field):
            return Query.empty_query()
        return Query.term_query(self._schema, field, token, _OPTIONS[field])

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value, "basic")

    def _phrase(self, places: tuple[tuple[str, ...], ...]) -> Query:
        if not places or not all(places):
            return Query.empty_query()
        if len(places) == 1:
            # A phrase query of one word panics.
            return _best([self._has("body", token) for token in places[0]])
        if prod(map(len, places)) <= MOST_PHRASES:
            return _best(
                [Query.phrase_query(self._schema, "body", list(words)) for words in product(*places)]
            )
        patterns: list[str | tuple[int, str]] = [f"(?:{'|'.join(map(_escaped, place))})" for place in places]
        return Query.regex_phrase_query(self._schema, "body", patterns)

    def _days(self, first: int | None, last: int | None, *, surely: bool) -> Query:
        least = BEFORE_ALL if first is None else first
        most = AFTER_ALL if last is None else last
        begins, ends = ("first", "last") if surely else ("last", "first")
        after = Query.range_query(self._schema, begins, FieldType.Integer, lower_bound=least)
        before = Query.range_query(self._schema, ends, FieldType.Integer, upper_bound=most)
        return Query.boolean_query([(Occur.Must, after), (Occur.Must, before)])

    @staticmethod
    def _boosted(query: Query, boost: float) -> Query:
        return query if boost == 1.0 else Query.boost_query(query, boost)


def _is_of_content(match: Match) -> bool:
    """Whether only what has words, dates or facets can match: the row with the state of the index has none."""
    match match:
        case All(parts):
            return any(map(_is_of_content, parts))
        case Some(parts) | Best(parts):
            return all(map(_is_of_content, parts))
        case Except():
            return False
        case _:
            return True


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _all(queries: Sequence[Query]) -> Query:
    if not queries:
        return _silent(Query.all_query())
    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])
    )


def _some(queries: Sequence[Query], least: int) -> Query:
    if least > len(queries):
        return Query.empty_query()
    return Query.boolean_query(
        [(Occur.Should, query) for query in queries], minimum_number_should_match=least
    )


def _best(queries: Sequence[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)


def _escaped(text: str) -> str:
    """As a pattern of tantivy's, whose signs with a meaning these are; any other backslash would be an error."""
    return "".join(f"\\{letter}" if letter in _META else letter for letter in text)
