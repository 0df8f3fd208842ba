"""“Did you mean …”: nearly the same question, with one word spelt otherwise, that finds much more.

Two rules, which the page explains to whoever asks (`docs/how-to/how-search-reads-words.md`): a word that no text has is
mended; and where hardly anything has all the words, one of them is respelt if ten times as much is found so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from sourcebook.search.asking import Filters
from sourcebook.search.corrections import alike
from sourcebook.search.engine import Reader
from sourcebook.search.expansion import Expanded, expand
from sourcebook.search.expansion.stems import stems
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.parsing import parse
from sourcebook.search.query import And, Ast, Or, Parsed, Phrase, Word
from sourcebook.search.words.folding import fold
from sourcebook.search.words.stop_words import STOP_WORDS
from sourcebook.search.written import as_written

FEW = 2
"""Records with all the words, up to which one of the words may be meant otherwise."""
MUCH_MORE = 10
"""How many times more the other spelling must find, and how many times more records must have the word."""
SOME = 3
"""Records that the other spelling must find where nothing has all the words as they are."""
VERY_MUCH_MORE = 50
"""The same of a word alone, which no other word of the question speaks for."""
_WORDS, _SPELLINGS = 4, 3
"""Words that are tried, the rarest first, and spellings of each."""


class Proposal(Struct, frozen=True):
    """Another question."""

    query: str
    changed: str
    """The word of it that is spelt otherwise; of several the last."""
    total: int
    """Records that have all its words."""


class _Spelling(NamedTuple):
    query: str
    word: str


def proposal(
    parsed: Parsed,
    expanded: Expanded,
    lexicon: Lexicon,
    reader: Reader,
    filters: Filters | None = None,
    *,
    typing: bool = False,
) -> Proposal | None:
    """What may have been meant; None where there is nothing better. With `typing` the last word is let be."""
    return _Proposing(lexicon, reader, filters or Filters()).proposal(parsed, expanded, typing)


class _Proposing:
    """One question; only what is published now counts, the lexicon may remember more."""

    def __init__(self, lexicon: Lexicon, reader: Reader, filters: Filters) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._filters = filters

    def proposal(self, parsed: Parsed, expanded: Expanded, typing: bool) -> Proposal | None:
        if unknown := (*expanded.unknown, *self._unknown(parsed.tree)):
            return self._mended(parsed.written, unknown)
        words = list(_words(parsed.tree))[: -1 if typing else None]
        if not words or (few := self._total(expanded)) > FEW:
            return None
        named = {fold(word) for why in expanded.names for word in why.asked.split()}
        rare = sorted((self._records(fold(word)), word) for word in words if fold(word) not in named)
        times = MUCH_MORE if len(words) > 1 else VERY_MUCH_MORE
        best, most = None, 0
        for _, word in rare[:_WORDS]:
            # In any form: of a common word one form may be rare.
            least = times * max(1, self._asked(word))
            for spelling in self._spellings(parsed.written, word, least, slips=1):
                total = self._asked(spelling.query)
                if total >= (MUCH_MORE * few or SOME) and total > most:
                    best, most = (word, spelling.word), total
        return Proposal(*self._shown(parsed.written, *best), most) if best else None

    def _unknown(self, tree: Ast | None) -> Iterator[str]:
        """Words of phrases that no text has."""
        for phrase in tree.of if isinstance(tree, And) else (tree,):
            for word in _words(phrase) if isinstance(phrase, Phrase) else ():
                if not stems(self._lexicon, word, fold(word)):
                    yield word

    def _mended(self, written: str, unknown: tuple[str, ...]) -> Proposal | None:
        changed, total = "", 0
        for word in unknown:
            if found := self._instead_of(written, word):
                total, spelling = found
                written, changed = self._shown(written, word, spelling.word)
        return Proposal(written, changed, total) if changed else None

    def _instead_of(self, written: str, word: str) -> tuple[int, _Spelling] | None:
        """The spelling with which all words find most; where none finds anything with them, one that many have."""
        tried = [(self._asked(one.query), one) for one in self._spellings(written, word, 1)]
        together, spelling = max(tried, key=lambda one: one[0], default=(0, None))
        if spelling and together:
            return together, spelling
        enough = max(1, min(MUCH_MORE, self._reader.standing().records // 100))
        # A word two slips away is another word more often than not.
        near = [(self._asked(one.word), one) for one in self._spellings(written, word, 1, slips=1)]
        alone, spelling = max(near, key=lambda one: one[0], default=(0, None))
        return (0, spelling) if spelling and alone >= enough else None

    def _spellings(self, question: str, word: str, least: int, slips: int = 2) -> Iterator[_Spelling]:
        """The question with one word spelt as others are that at least so many records have."""
        found = 0
        for form in alike(self._lexicon, fold(word), least, slips):
            if found == _SPELLINGS:
                return
            if self._records(form) >= least:
                found += 1
                yield _Spelling(_replaced(question, word, form), form)

    def _shown(self, question: str, word: str, form: str) -> _Spelling:
        """As texts write the word."""
        written = as_written(self._reader, form)
        spelt = written.capitalize() if word[0].isupper() else written
        return _Spelling(_replaced(question, word, spelt), spelt)

    def _records(self, form: str) -> int:
        return self._reader.frequency("forms", form)

    def _asked(self, query: str) -> int:
        return self._total(expand(parse(query), self._lexicon))

    def _total(self, expanded: Expanded) -> int:
        return self._reader.records(expanded.match, self._filters, limit=1).total


def _words(tree: Ast | None) -> Iterator[str]:
    """Words that are asked for as they stand: in no field, not excluded, neither begun nor doubted."""
    match tree:
        case Word(text):
            if text.isalpha() and fold(text) not in STOP_WORDS:
                yield text
        case Phrase(words):
            for word in words:
                yield from _words(Word(word))
        case And(of) | Or(of):
            for part in of:
                yield from _words(part)


def _replaced(written: str, word: str, spelt: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: spelt, written, count=1)
