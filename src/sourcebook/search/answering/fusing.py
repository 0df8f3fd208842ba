"""One order from two rankings: of whole records and of passages."""

from collections.abc import Iterable, Sequence

from sourcebook.search.engine import Ranked, RankedPassage

RECIPROCAL = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""

PASSAGES = 0.3
"""What the ranking of passages weighs beside that of records, as `benchmarks/relevance.py` measures it: an equal weight
loses what whole records tell, none loses long sources of which one page answers.
"""


def fuse(records: Sequence[Ranked], passages: Iterable[RankedPassage], known: frozenset[int]) -> list[Ranked]:
    """Records by the weighted sum of 1 / (60 + rank) over both rankings, best first.

    A record's rank among passages is that of its best one; a record without a passage, such as a person's, is not put
    back for it. Of the records that only a passage brings, those in `known` alone may come in.
    """
    best = {key: rank for rank, key in enumerate(dict.fromkeys(passage.key for passage in passages), 1)}
    weights = [
        (-1 / (RECIPROCAL + rank) - PASSAGES / (RECIPROCAL + best.pop(ranked.key, rank)), ranked.key)
        for rank, ranked in enumerate(records, 1)
    ]
    weights += [(-PASSAGES / (RECIPROCAL + rank), key) for key, rank in best.items() if key in known]
    return [Ranked(key, -weight) for weight, key in sorted(weights)]
