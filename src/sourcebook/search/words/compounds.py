"""Words written with a hyphen, and the one word that others write in their place."""

import re
from collections.abc import Iterator, Sequence

from sourcebook.search.words.letters import HYPHENS
from sourcebook.search.words.tokens import Token, tokens

_LONGEST = 4
_JOINS = re.compile(rf"\w[{re.escape(HYPHENS)}]\w")
_BROKEN = re.compile(rf"[{re.escape(HYPHENS)}][^\S\n]*\n")


def compounds_in(text: str) -> Iterator[Token]:
    """The same as `compounds` of all tokens of a text, of which few are made: most texts have no such word."""
    done = 0
    for join in _JOINS.finditer(text):
        if join.start() < done:
            continue
        if done == 0 and _BROKEN.search(text):
            # A word may go on in the next line, so that no space tells where it begins and ends.
            yield from compounds(text, tokens(text))
            return
        begin = max(text.rfind(" ", 0, join.start()), text.rfind("\n", 0, join.start())) + 1
        done = min(end for end in (text.find(" ", begin), text.find("\n", begin), len(text)) if end >= begin)
        words = [Token(form, begin + start, begin + end) for form, start, end in tokens(text[begin:done])]
        yield from compounds(text, words)


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
