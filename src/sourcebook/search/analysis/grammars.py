"""Which grammar finds the stems of which language."""

from collections.abc import Callable
from functools import cache

from sourcebook.search.words.snowball import ALGORITHMS, snowball
from sourcebook.vocabulary.languages import LanguageError, check_language, script

Grammar = Callable[[str], str]
"""From a word as it is written to its stem or dictionary form, not folded."""

# Languages that Snowball does not know, or parts names from their cases (Russian), and simplemma does know.
LEMMAS = frozenset(
    "ast bg cy enm et fa gd gl gv he id is ka la lb lv mk ml ms nn se sk sl sq sw tl uk".split()
)
LEMMAS -= ALGORITHMS.keys()


def grammar_of(language: str) -> Grammar:
    """The grammar of a language tag; words stay as they are where there is none, as in romanised Russian."""
    try:
        language = check_language(language)
    except LanguageError:
        return str
    main = language.split("-")[0]
    if main == "x":
        return str
    if main == "ru" and _in_own_script(language, main):
        return _mixed(_russian())
    if main in ALGORITHMS and _in_own_script(language, main):
        grammar = snowball(main)
    elif main in LEMMAS and _in_own_script(language, main):
        grammar = _lemmas(main)
    else:
        grammar = str
    return grammar if script(main) == "Cyrl" else _with_russian(grammar)


def _in_own_script(language: str, main: str) -> bool:
    return script(language) == script(main) or main == "sr"


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u052f"


def _mixed(russian: Grammar) -> Grammar:
    """Russian, with English stems for what stands in Latin letters."""
    english = snowball("en")
    return lambda word: russian(word) if _is_cyrillic(word) else english(word)


def _with_russian(grammar: Grammar) -> Grammar:
    """Cyrillic words within a text in another script are taken for Russian; its dictionary is loaded when one comes."""
    return lambda word: _russian()(word) if _is_cyrillic(word) else grammar(word)


@cache
def _russian() -> Grammar:
    from sourcebook.search.analysis.russian import lemma

    return lemma


def _lemmas(main: str) -> Grammar:
    from simplemma import lemmatize

    return lambda word: lemmatize(word, lang=main)
