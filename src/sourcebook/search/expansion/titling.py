"""Themes and subjects by their addresses, or by words of their titles in any language, form and alphabet."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Literal

from sourcebook.search.answers import Why
from sourcebook.search.expansion.stems import stems, words_of
from sourcebook.search.lexicon import Lexicon, NameForm
from sourcebook.search.matching import Bears, Match
from sourcebook.search.words.stop_words import STOP_WORDS

MOST_THINGS = 100
"""Titles with such words that are taken; one that is the words and no more is taken alone."""
_FORMS, _COMBINATIONS = 8, 64
"""Forms of one word, and forms of several words together, that are looked up."""


def titled(lexicon: Lexicon, kind: Literal["theme", "subject"], asked: str) -> list[Match]:
    """Records that bear a theme or a subject called so, the thing itself among them; none where nothing is."""
    forms = [token.form for _, token in words_of(asked)]
    reference = f"{kind}:{'-'.join(forms)}"
    if known := lexicon.names_of(reference, 1):
        return [_bears(kind, asked, known[0])]
    found: dict[str, NameForm] = {}
    for words in _combinations(lexicon, asked):
        for name in lexicon.titled(kind, words, MOST_THINGS - len(found)):
            found.setdefault(name.reference, name)
        if len(found) >= MOST_THINGS:
            break
    whole = [name for name in found.values() if name.form.split() == forms]
    return [_bears(kind, asked, name) for name in whole or found.values()]


def _bears(kind: Literal["theme", "subject"], asked: str, title: NameForm) -> Match:
    why = Why(rule="facet", asked=asked, found=title.name, language=title.language, reference=title.reference)
    return Bears(kind, title.reference, why=why)


def _combinations(lexicon: Lexicon, asked: str) -> Iterator[tuple[str, ...]]:
    """The words that tell something, as typed, then each in its other forms."""
    words = words_of(asked)
    telling = [one for one in words if one[1].form not in STOP_WORDS] or words
    ways = []
    for written, token in telling:
        same = (
            one.form
            for stem in stems(lexicon, written, token.form)
            for one in lexicon.forms_of(stem.stem, _FORMS)
        )
        ways.append([*dict.fromkeys([token.form, *same])][:_FORMS])
    return islice(product(*ways), _COMBINATIONS)
