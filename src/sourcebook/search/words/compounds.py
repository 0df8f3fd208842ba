"""Words written with a hyphen, and the one word that others write in their place."""

import re
from collections.abc import Iterator, Sequence

from sourcebook.search.words.letters import HYPHENS
from sourcebook.search.words.tokens import Token

_LONGEST = 4
_JOINS = re.compile(rf"\w[{re.escape(HYPHENS)}]\w")
"""Most texts have none, and looking is quick."""


def compounds(text: str, words: Sequence[Token]) -> Iterator[Token]:
    """`de-Stalinization` as `destalinization`, which begins and ends with its parts; at most four parts are joined."""
    if not _JOINS.search(text):
        return
    chain: list[Token] = []
    for word in words:
        if chain and word.start == chain[-1].end + 1 and text[chain[-1].end] in HYPHENS:
            chain.append(word)
        else:
            if len(chain) > 1:
                yield from _whole(chain)
            chain = [word]
    yield from _whole(chain)


def _whole(chain: list[Token]) -> Iterator[Token]:
    if 1 < len(chain) <= _LONGEST and not all(word.form.isdigit() for word in chain):
        yield Token("".join(word.form for word in chain), chain[0].start, chain[-1].end)
