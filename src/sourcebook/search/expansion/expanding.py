"""From the reader's tree to what engines match."""

import math
from collections.abc import Sequence

from msgspec.structs import replace

from sourcebook.search.answers import Why
from sourcebook.search.corrections import nearest
from sourcebook.search.expansion import naming
from sourcebook.search.expansion.fielding import within
from sourcebook.search.expansion.result import Expanded
from sourcebook.search.expansion.stems import stems, words_of
from sourcebook.search.expansion.wording import any_word, best, one_word, together
from sourcebook.search.lexicon import Form, Lexicon
from sourcebook.search.matching import (
    EVERYTHING,
    NOTHING,
    All,
    Dated,
    Except,
    Has,
    HasNear,
    HasPrefix,
    Match,
    Some,
)
from sourcebook.search.query import And, Ast, Between, Fuzzy, Not, Or, Parsed, Phrase, Prefix, Within, Word
from sourcebook.search.words.folding import fold
from sourcebook.search.words.scripts import is_unspaced
from sourcebook.search.words.stop_words import STOP_WORDS

LEAST = 0.25
"""How many of the words suffice where few records have them all; words that no text has are not counted."""
LONGEST_NAME = 5
"""Words of a question that are tried together as one name."""
RARE = 3
"""A form that is seen no more often may be a misspelt name."""
NEXT_TO = 0.05
"""What it adds that two words of the question stand next to each other, of the score that a phrase has."""
BEGUN, NEARLY = 0.3, 0.5
"""What it weighs that a word begins so, or is nearly so."""
SHORTEST_BEGUN = 2


def expand(parsed: Parsed, lexicon: Lexicon, *, typing: bool = False) -> Expanded:
    """What the index is asked for a question; `typing` says that the last word may be unfinished."""
    return _Expansion(lexicon, typing).expand(parsed.tree)


class _Expansion:
    """One question; it gathers the names that were found in it."""

    def __init__(self, lexicon: Lexicon, typing: bool) -> None:
        self._lexicon = lexicon
        self._typing = typing
        self._names: dict[str, Why] = {}
        self._unknown: list[str] = []
        self._alone = False
        self._parts: Sequence[Ast] = ()

    def expand(self, tree: Ast | None) -> Expanded:
        if tree is None:
            return Expanded()
        parts = tree.of if isinstance(tree, And) else (tree,)
        last = parts[-1] if self._typing else None
        self._parts = parts
        self._alone = len([part for part in parts if not _says_nothing(part)]) == 1
        words, fixed = self._conjunction(parts, last)
        strict = _all([*words, *fixed])
        loose = None
        if len(words) > 1:
            known = len(words) - len(self._unknown)
            loose = _all([Some(tuple(words), max(1, math.ceil(LEAST * known))), *fixed])
        return Expanded(
            match=strict, loose=loose, names=tuple(self._names.values()), unknown=tuple(self._unknown)
        )

    def _conjunction(self, parts: Sequence[Ast], last: Ast | None) -> tuple[list[Match], list[Match]]:
        """What the words match, each or each name for itself, and what must hold besides."""
        words: list[Match] = []
        fixed: list[Match] = []
        telling = any(not _says_nothing(part) for part in parts if isinstance(part, Word | Phrase | Prefix))
        place = 0
        while place < len(parts):
            part = parts[place]
            run = self._name(parts[place : place + LONGEST_NAME])
            if run:
                words.append(run[0])
                place += run[1]
                continue
            place += 1
            if telling and _says_nothing(part) and part is not last:
                continue
            match = self._one(part, part is last)
            following = parts[place] if place < len(parts) else None
            if isinstance(part, Word) and isinstance(following, Word) and not _says_nothing(following):
                match = self._next_to(match, part, following)
            loosened = isinstance(part, Word | Phrase | Prefix | Fuzzy | Or)
            (words if loosened else fixed).append(match)
        return words, fixed

    def _name(self, parts: Sequence[Ast]) -> tuple[Match, int] | None:
        """The longest run of words that is the whole name of a thing, and how many words it has."""
        run: list[str] = []
        for part in parts:
            if not isinstance(part, Word):
                break
            run.append(part.text)
        for length in range(len(run), 0, -1):
            asked = " ".join(run[:length])
            words = words_of(asked)
            if length == 1 and len(words) < 2:
                break
            forms = [token.form for _, token in words]
            things = naming.named(self._lexicon, asked, forms)
            if things:
                telling = [word for word in run[:length] if fold(word) not in STOP_WORDS] or run[:length]
                self._alone = length == len([part for part in self._parts if isinstance(part, Word)])
                each = _all([best(any_word(self._lexicon, word)) for word in telling])
                near = together(self._lexicon, asked, words)
                return best([near, each, *self._ways_to(things, forms)]), length
        return None

    def _ways_to(self, things: Sequence[naming.Named], forms: Sequence[str]) -> list[Match]:
        ways: list[Match] = []
        for thing in things:
            found = list(naming.ways_to(self._lexicon, thing, forms, alone=self._alone))
            why = naming.why_of(self._lexicon.names_of(thing.reference), thing)
            self._names.setdefault(thing.reference, why)
            ways += found
        return ways

    def _one(self, part: Ast, unfinished: bool = False) -> Match:
        match part:
            case Word(text):
                return self._word(text, unfinished)
            case Phrase(written):
                return self._phrase(" ".join(written))
            case Prefix(text):
                form = fold(text)
                why = Why(rule="prefix", asked=text)
                return best([HasPrefix("forms", form, why=why), HasPrefix("title", form, why=why)])
            case Fuzzy(text, distance):
                form = fold(text)
                near = HasNear("forms", form, distance, why=Why(rule="near", asked=text))
                return best([near, *one_word(self._lexicon, text, text, form)])
            case Between(first, latest, surely):
                return Dated(first, latest, surely)
            case Not(of):
                return Except(self._one(of))
            case Within(field, of):
                return within(self._lexicon, field, of) or self._one(of)
            case Or(of):
                return Some(tuple(self._one(one) for one in of))
            case And(of):
                return _all([self._one(one) for one in of])

    def _word(self, text: str, unfinished: bool) -> Match:
        ways = any_word(self._lexicon, text)
        words = words_of(text)
        if not ways:
            return NOTHING
        if len(words) == 1:
            form = words[0][1].form
            known = stems(self._lexicon, text, form)
            things = self._named(text, form, known)
            if not things and sum(one.count for one in known) <= RARE:
                things = naming.misspelt(self._lexicon, text, form)
            ways += self._ways_to(things, [form])
            if not known and not things and not unfinished:
                ways += self._nearly(text, form)
        if unfinished and len(words[-1][1].form) >= SHORTEST_BEGUN:
            prefix = HasPrefix("forms", words[-1][1].form, BEGUN, why=Why(rule="prefix", asked=text))
            ways.append(prefix)
        return best(ways)

    def _named(self, text: str, form: str, known: Sequence[Form]) -> list[naming.Named]:
        """The things of that name; a name in another case, “Хрущёву”, stands in no name but its stem does."""
        tried = dict.fromkeys([form, *(one.stem for one in known)])
        found = (naming.named(self._lexicon, text, [one]) for one in tried)
        return next((things for things in found if things), [])

    def _nearly(self, text: str, form: str) -> list[Match]:
        """A word that no text has: what it may be a misspelling of."""
        self._unknown.append(text)
        return [
            Has(
                "forms",
                one.form,
                NEARLY,
                why=Why(rule="near", asked=text, found=one.form, language=one.language),
            )
            for one in nearest(self._lexicon, form)
        ]

    def _phrase(self, text: str) -> Match:
        words = words_of(text)
        things = naming.named(self._lexicon, text, [token.form for _, token in words])
        whole = [thing for thing in things if thing.whole]
        near = together(self._lexicon, text, words)
        return best([near, *self._ways_to(whole, [token.form for _, token in words])])

    def _next_to(self, match: Match, one: Word, other: Word) -> Match:
        """More for texts in which two words of the question stand together."""
        words = words_of(f"{one.text} {other.text}")
        if len(words) != 2:
            return match
        # It only adds to the score: what is marked are the words.
        phrase = together(self._lexicon, "", words, NEXT_TO)
        return Some((match, replace(phrase, why=None)))


def _says_nothing(part: Ast) -> bool:
    """Whether it is a word of every text, or an initial."""
    if not isinstance(part, Word):
        return False
    form = fold(part.text.rstrip("."))
    return form in STOP_WORDS or (len(form) == 1 and form.isalpha() and not is_unspaced(form))


def _all(parts: Sequence[Match]) -> Match:
    return parts[0] if len(parts) == 1 else All(tuple(parts)) if parts else EVERYTHING
