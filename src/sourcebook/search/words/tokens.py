"""Words of a text with the place where each stands."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from sourcebook.search.words.folding import fold
from sourcebook.search.words.letters import APOSTROPHES, HYPHENS, INVISIBLE, LOWER, MARKS, PRIMES
from sourcebook.search.words.scripts import UNSPACED, pairs

T = TypeVar("T")

_MARK = f"[{MARKS}{re.escape(PRIMES)}]"
_LETTER = rf"[^\W_{UNSPACED}{re.escape(PRIMES)}]"
_UNSEEN = f"[{re.escape(INVISIBLE)}]"
_BREAK = rf"[{re.escape(HYPHENS)}][^\S\n]*+\n\s*+(?=[{LOWER}])"
_JOINT = rf"{_UNSEEN}*+(?:[{APOSTROPHES}]{_UNSEEN}*+|{_BREAK})?+"
# Elided articles and pronouns of French and Italian are words of their own; “t’” is not, for the sake of T’ai-p’ing.
_VOWELS = "aeiouyhAEIOUYHàâéèêëîïôûùœæÀÂÉÈÊËÎÏÔÛÙŒÆ"
_ELIDED = rf"(?:[lLdDjJcCnNsSmM]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)(?=[{APOSTROPHES}][{_VOWELS}])"

# Most words are plain letters between spaces; that is seen at once, and what it finds the other ways would find too.
_PLAIN = r"[A-Za-zЁА-яё]++(?=[ .,;:!?\n]|\Z)"

_WORD = re.compile(
    rf"{_PLAIN}|(?P<unspaced>[{UNSPACED}][{UNSPACED}{MARKS}{re.escape(INVISIBLE)}]*+)"
    rf"|(?<![^\W_]){_ELIDED}"
    rf"|\d{{1,3}}(?:,\d{{3}})++(?![\d,])"
    rf"|{_LETTER}{_MARK}*+(?:{_JOINT}{_LETTER}{_MARK}*+)*+"
)


_UNSPACED = re.compile(f"[{UNSPACED}]")


class Token(NamedTuple):
    """A word as it stands in a text: `fold(text[start:end]) == form`."""

    form: str
    """Folded."""
    start: int
    """Characters from the beginning of the text."""
    end: int


def places(text: str, told: Callable[[str], T | None]) -> list[tuple[int, int, T]]:
    """Where the words stand of whose folded form something is told: characters [start, end) of the text.

    The quick way to a few words in much text: few tokens are made.
    """
    if _UNSPACED.search(text):
        return [(start, end, found) for form, start, end in tokens(text) if (found := told(form))]
    return [(*match.span(), found) for match in _WORD.finditer(text) if (found := told(fold(match[0])))]


def tokens(text: str) -> list[Token]:
    """The words in their order, never an empty one. Pairs of letters overlap in scripts without spaces."""
    found: list[Token] = []
    make = tuple.__new__
    for match in _WORD.finditer(text):
        start, end = match.span()
        if match.lastgroup is None:
            # Made without a call in Python: a page of results goes through thousands of words.
            if form := fold(match[0]):
                found.append(make(Token, (form, start, end)))
            continue
        spans = pairs(text, start, end)
        found += [Token(form, *span) for span in spans if (form := fold(text[span[0] : span[1]]))]
    return found
