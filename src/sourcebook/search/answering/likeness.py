"""What is like a record: what shares the words that tell it from others."""

import math

from sourcebook.search.engine import Reader
from sourcebook.search.matching import NOTHING, Has, Match, Some

MOST = 20
"""Words that are compared."""
SHARE = 0.3
"""Of which at least this share must be there."""


def like(reader: Reader, key: int) -> Match:
    """Records with many of its telling words: those it has often and few others have."""
    documents = max(1, reader.standing().records)
    weighed = []
    for place, stem in enumerate(reader.telling(key)):
        frequency = reader.frequency("body", stem)
        # A word of this record alone joins it to nothing; one of every second record tells nothing.
        if 1 < frequency <= max(2, documents // 2):
            weighed.append((math.log(documents / frequency) / (place + 10), stem))
    words = [stem for _, stem in sorted(weighed, reverse=True)[:MOST]]
    if not words:
        return NOTHING
    return Some(tuple(Has("body", stem) for stem in words), least=max(1, math.ceil(SHARE * len(words))))
