"""The folded form of a word: what is left when case, accents, old spelling and what cannot be seen are set aside."""

import re
import unicodedata
from functools import lru_cache

from sourcebook.search.words.letters import (
    APOSTROPHES,
    DROPPED_MARKS,
    HYPHENS,
    INVISIBLE,
    LETTERS,
    PRIMES,
    WHOLE,
)

LONGEST_WORD = 64
"""Characters of a folded form; what is longer is cut, in the index and in the query alike."""

_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_SIGNS = dict.fromkeys(map(ord, PRIMES + APOSTROPHES + HYPHENS + ","))
_MARKS = dict.fromkeys(map(ord, DROPPED_MARKS))
_LETTERS = str.maketrans(LETTERS)
_STRESS = str.maketrans("", "", "\u0300\u0301\u0341\u0340")
_BROKEN = re.compile(rf"[{re.escape(HYPHENS)}\u00ad]?[ \t\r\f\v]*\n\s*")
_POSSESSIVE = re.compile(r"(?<=.)'s\Z")
_ROMAN = re.compile(r"[ХІIVXхіivx]{2,}")
_ROMAN_LETTERS = str.maketrans("ХІхі", "XIxi")
_PLAIN = re.compile(r"[a-z0-9]+")


def spelt(word: str) -> str:
    """The word as a dictionary has it: composed, in lower case, whole across a line's end, without stress marks.

    Accents that belong to the spelling stay (`élève`, `ёлка`, `zażółć`), and so does an apostrophe, as `'`.
    """
    word = unicodedata.normalize("NFC", _BROKEN.sub("", word).translate(_UNSEEN)).translate(_APOSTROPHES)
    if _CYRILLIC.search(word):
        if _ROMAN.fullmatch(word) and word.upper() == word:
            word = word.translate(_ROMAN_LETTERS)
        # й and ї are composed and keep their marks; what is still apart is the stress of a textbook or a hymn.
        word = unicodedata.normalize("NFC", _unstressed(word))
    return unicodedata.normalize("NFC", word.lower())


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The form that is compared: `Хрущё́ва` and `ХРУЩЕВА` give `хрущева`, `Łódź` gives `lodz`, `міръ` gives `мир`."""
    if _PLAIN.fullmatch(word):
        return word[:LONGEST_WORD]
    return fold_spelt(spelt(word))


def fold_spelt(word: str) -> str:
    """The folded form of what `spelt` gave."""
    folded = _POSSESSIVE.sub("", word).translate(_LETTERS).casefold().translate(_SIGNS)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", folded))
        folded = "".join(map(_unmarked, folded)).casefold().translate(_LETTERS).translate(_SIGNS)
        folded = unicodedata.normalize("NFC", "".join(map(_digit, folded)).replace(" ", ""))
        folded = folded.rstrip("ъ") or folded
    return folded[:LONGEST_WORD]


_CYRILLIC = re.compile("[\u0400-\u052f]")


def _unstressed(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_STRESS)


def _unmarked(letter: str) -> str:
    return letter if letter in WHOLE else unicodedata.normalize("NFKD", letter).translate(_MARKS)


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter
