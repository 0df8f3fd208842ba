"""The stems under which a typed word may stand in the index, in any language."""

from sourcebook.search.lexicon import Form, Lexicon
from sourcebook.search.words.folding import fold
from sourcebook.search.words.snowball import ALGORITHMS, snowball
from sourcebook.search.words.tokens import Token, tokens

MOST = 8
"""Stems of one word; the most frequent."""

_BEGINNING = 4
_RUSSIAN = range(0x0400, 0x0530)


def stems(lexicon: Lexicon, written: str, form: str) -> list[Form]:
    """Each stem once, the most frequent first; a form that no text has is brought to its stem by Snowball's rules."""
    found: dict[str, Form] = {}
    for one in lexicon.forms(form) or _inflected(lexicon, form) or _guessed(lexicon, written, form):
        found.setdefault(one.stem, one)
    return list(found.values())[:MOST]


def _inflected(lexicon: Lexicon, form: str) -> list[Form]:
    """Forms of which it is the dictionary form, though no text has that: of `отдых` texts may have `отдыха` alone."""
    return [] if form.isdigit() else list(lexicon.forms_of(form, 5))


def _guessed(lexicon: Lexicon, written: str, form: str) -> list[Form]:
    """Forms that are of the same word by Snowball's rules: no text has `speeching`, yet some have `speech`."""
    if form.isdigit() or len(form) < _BEGINNING:
        return []
    if ord(form[0]) in _RUSSIAN:
        rough = snowball("ru")
        stem = fold(rough(written))
        near = lexicon.beginning(stem, 50) if len(stem) >= _BEGINNING else ()
        return [one for one in near if fold(rough(one.form)) == stem]
    guessed = [(language, fold(snowball(language)(written))) for language in ALGORITHMS]
    return [
        one
        for language, stem in dict.fromkeys(guessed)
        for one in lexicon.forms_of(stem, 5)
        if one.language == language
    ]


def words_of(written: str) -> list[tuple[str, Token]]:
    """The words of what was typed as one, each as it is written; a final letter that begins no pair is left out."""
    found = tokens(written)
    if len(found) > 1 and found[-1].end == found[-2].end:
        found.pop()
    return [(written[token.start : token.end], token) for token in found]
