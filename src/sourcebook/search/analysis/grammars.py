"""Which grammar finds the stems of which language."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.search.words.snowball import ALGORITHMS, snowball
from sourcebook.vocabulary.languages import LanguageError, check_language, script

if TYPE_CHECKING:
    from simplemma import Lemmatizer

_MOST_LISTS = 16
"""Languages whose words are held at once, 2 to 63 MB each."""

Grammar = Callable[[str], str]
"""From a word as it is written to its stem or dictionary form, not folded."""

# What simplemma files under another code than records use: Serbo-Croatian has one list of words in both alphabets.
_FILED_UNDER = {"bs": "hbs", "cnr": "hbs", "hr": "hbs", "sh": "hbs", "fil": "tl"}
_BOTH_ALPHABETS = ("bs", "cnr", "hr", "sh", "sr")


def grammar_of(language: str) -> Grammar:
    """The grammar of a language tag: Snowball's, else simplemma's, for every language that it has words of.

    Words stay as they are where there is none, as in romanised Russian. Snowball comes first because a question's word
    that no text has is brought to its stem by the same rules (`expansion.stems`), which no list of words can do.
    """
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
    elif (filed := _FILED_UNDER.get(main, main)) in _lemma_languages() and _in_own_script(language, main):
        grammar = _lemmas(filed)
    else:
        grammar = str
    return grammar if script(main) == "Cyrl" or main in _BOTH_ALPHABETS else _with_russian(grammar)


def _in_own_script(language: str, main: str) -> bool:
    return main in _BOTH_ALPHABETS or script(language) == script(main)


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


@cache
def _lemma_languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)


def _lemmas(main: str) -> Grammar:
    """From the packed list: a tenth of the memory of a dictionary, and slow look-ups, which are remembered."""
    lemmatize = _lemmatizer().lemmatize
    return lambda word: str(lemmatize(word, lang=main))


@cache
def _lemmatizer() -> "Lemmatizer":
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

    packed = StreamDictionaryFactory(cache_max_size=_MOST_LISTS)
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=packed))
