"""Whether a document matches and how well: the meaning of `search.matching`, in plain Python.

Scores are Okapi BM25 with k1 1.2 and b 0.75 and the inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)), over
one field of one of the two indexes. Engines may round lengths and count what was lately deleted, so that their scores
differ a little from these; what matches may not differ.
"""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import product

from msgspec import Struct

from sourcebook.search.facets import Facets
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
from sourcebook.search.near import near

K1, B = 1.2, 0.75


class Judged(Struct):
    """One document with all that a match may ask of it."""

    key: int
    fields: dict[Field, list[str]]
    facets: Facets
    mentions: set[str]
    days: tuple[int | None, int | None] | None


class Statistics:
    """How many documents there are, how long, and how many have a token."""

    def __init__(self, documents: Iterable[Judged]) -> None:
        self.documents = 0
        self.lengths: Counter[Field] = Counter()
        self.having: dict[Field, Counter[str]] = {
            field: Counter() for field in ("body", "forms", "title", "byline")
        }
        for document in documents:
            self.documents += 1
            for field, tokens in document.fields.items():
                self.lengths[field] += len(tokens)
                self.having[field].update(set(tokens))

    def rarity(self, field: Field, token: str) -> float:
        having = self.having[field][token]
        return math.log(1 + (self.documents - having + 0.5) / (having + 0.5))

    def weight(self, field: Field, times: int, length: int) -> float:
        mean = self.lengths[field] / max(1, self.documents) or 1.0
        return times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean))


def score(match: Match, document: Judged, statistics: Statistics) -> float | None:
    """None where it does not match."""
    match match:
        case Has(field, token, boost):
            times = document.fields[field].count(token)
            if not times:
                return None
            length = len(document.fields[field])
            return boost * statistics.rarity(field, token) * statistics.weight(field, times, length)
        case HasPhrase(places, boost):
            return _phrase(places, boost, document, statistics)
        case HasPrefix(field, prefix, boost):
            return boost if any(other.startswith(prefix) for other in document.fields[field]) else None
        case HasNear(field, token, distance, boost):
            return (
                boost
                if any(near(token, other, distance) is not None for other in document.fields[field])
                else None
            )
        case Bears(facet, borne, boost):
            return boost if borne in document.facets.get(facet, ()) else None
        case Mentions(reference, boost):
            return boost if reference in document.mentions else None
        case Dated(first, last, surely):
            return 0.0 if within(document.days, first, last, surely=surely) else None
        case All(parts):
            scores = [score(part, document, statistics) for part in parts]
            return None if None in scores else sum(value for value in scores if value is not None)
        case Some(parts, least):
            found_scores = [
                value for part in parts if (value := score(part, document, statistics)) is not None
            ]
            return sum(found_scores) if len(found_scores) >= max(1, least) else None
        case Best(parts):
            best = [value for part in parts if (value := score(part, document, statistics)) is not None]
            return max(best, default=None)
        case Except(part):
            return 0.0 if score(part, document, statistics) is None else None


def _phrase(
    places: tuple[tuple[str, ...], ...], boost: float, document: Judged, statistics: Statistics
) -> float | None:
    tokens = document.fields["body"]
    best: float | None = None
    for words in product(*places):
        wanted = list(words)
        times = sum(
            tokens[start : start + len(wanted)] == wanted for start in range(len(tokens) - len(wanted) + 1)
        )
        if wanted and times:
            rarity = sum(statistics.rarity("body", word) for word in wanted)
            best = max(best or 0.0, boost * rarity * statistics.weight("body", times, len(tokens)))
    return best


def within(
    days: tuple[int | None, int | None] | None, first: int | None, last: int | None, *, surely: bool
) -> bool:
    """Whether a date lies, or may lie, between two days; None is an open end; what is undated does not."""
    if days is None:
        return False
    earliest = -math.inf if days[0] is None else days[0]
    latest = math.inf if days[1] is None else days[1]
    start = -math.inf if first is None else first
    end = math.inf if last is None else last
    return (start <= earliest and latest <= end) if surely else (earliest <= end and start <= latest)
