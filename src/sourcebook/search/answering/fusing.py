"""One order from two rankings: of whole records and of passages."""

from collections.abc import Iterable, Sequence

from sourcebook.search.engine import Ranked, RankedPassage

RECIPROCAL = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""


def fuse(records: Sequence[Ranked], passages: Iterable[RankedPassage], known: frozenset[int]) -> list[Ranked]:
    """Records by the sum of 1 / (60 + rank) over both rankings, best first; a record's rank among passages is that of
    its best one. Of the records that only a passage brings, those in `known` alone may come in.
    """
    score = {ranked.key: 1 / (RECIPROCAL + rank) for rank, ranked in enumerate(records, 1)}
    best = dict.fromkeys(passage.key for passage in passages)
    for rank, key in enumerate(best, 1):
        if key in score or key in known:
            score[key] = score.get(key, 0.0) + 1 / (RECIPROCAL + rank)
    return [Ranked(key, value) for key, value in sorted(score.items(), key=lambda item: (-item[1], item[0]))]
