"""Russian by its dictionary, which knows that Хрущёва and Хрущёвым are Хрущёв."""

import re

from pymorphy3 import MorphAnalyzer

from sourcebook.search.analysis.old_russian import modern_spellings
from sourcebook.search.words.folding import spelt

_DICTIONARY = MorphAnalyzer(lang="ru")
_OWN = ("Surn", "Geox", "Name", "Patr")
# How likely a reading as a name must be: “Машина” at the beginning of a sentence is a machine, and no Mr Машин's.
_LIKELY = 0.3
# A surname that the dictionary lacks would be guessed to be an adjective in one case and a noun in another.
_SURNAME = re.compile(r"(.{2,}(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е|ой|ы|ых|ыми)?")


def lemma(word: str) -> str:
    """The dictionary form. A capital letter makes it a name where it can be one; old spelling is read as modern."""
    capital = word[:1].isupper()
    word = spelt(word)
    known = next((form for form in [word, *modern_spellings(word)] if _DICTIONARY.word_is_known(form)), "")
    if not known:
        surname = _SURNAME.fullmatch(word) if capital else None
        if surname:
            return surname[1]
        known = next(iter(modern_spellings(word)), word)
    readings = _DICTIONARY.parse(known)
    if capital:
        named = [one for one in readings if one.score >= _LIKELY and any(own in one.tag for own in _OWN)]
        readings = named[:1] or readings
    return str(readings[0].normal_form) if readings else known


def cases(name: str) -> list[str]:
    """The words of a name in all cases, in small letters: for who can look words up by their spelling alone."""
    forms: dict[str, None] = {}
    for word in re.findall(r"[\u0400-\u04ff]+", name):
        readings = _DICTIONARY.parse(word.lower())
        own = [one for one in readings if any(tag in one.tag for tag in _OWN)]
        for reading in own[:1]:
            forms.update(dict.fromkeys(form.word for form in reading.lexeme))
    return list(forms)
