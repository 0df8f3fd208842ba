"""Snowball's stemmers: small, quick, without dictionaries, so that server processes may use them too."""

from collections.abc import Callable
from functools import cache

import Stemmer

from sourcebook.search.words.folding import spelt

ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""Its name for each language that is stemmed by it. Russian is not: it parts a surname from its cases."""


@cache
def snowball(language: str) -> Callable[[str], str]:
    """The stemmer of a main subtag that stands in `ALGORITHMS`, or of Russian, for guesses."""
    stem = Stemmer.Stemmer(ALGORITHMS.get(language, "russian"), 0).stemWord
    return lambda word: str(stem(spelt(word)))
