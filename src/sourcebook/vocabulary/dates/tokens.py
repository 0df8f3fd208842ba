"""A text as tokens, each with its part of speech; the letters are those of `words`, and for figures:

Y a year of four digits · y a number of three · n of one or two · O an ordinal · I a Roman numeral · D a decade ·
d a decade of two digits · Q a century written 19c · X a year with unknown last digits (19--) · u a double year
(1698/9) · # a date in figures · H a time of day. Signs stand for themselves.
"""

import re
import unicodedata
from typing import NamedTuple

from sourcebook.vocabulary.dates.notation import Notation
from sourcebook.vocabulary.dates.words import LEXICON, LONGEST_PHRASE

LONGEST_TEXT = 200
MOST_TOKENS = 40


class Token(NamedTuple):
    """A word, figure or sign, or (kinds P, R and V) what some of them have been read as."""

    kind: str
    number: int = 0
    text: str = ""
    date: Notation | None = None


_SHAPES = re.compile(
    r"""
    (?P<H>[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?\s?m\b|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])
         |[0-9]{1,2}\s?ч(?:ас(?:а|ов)?)?\b\.?(?:\s?[0-9]{2}\s?мин\w*)?)
  | (?P<numeric>[0-9]{1,2}(?P<a>[./-])(?:[0-9]{1,2}|[ivx]{1,4})(?P=a)[0-9]{4}(?![0-9])
               |[0-9]{4}(?P<b>[./])[0-9]{1,2}(?P=b)[0-9]{1,2}(?![0-9])
               |[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])
               |[0-9]{1,2}[./][0-9]{4}(?![0-9]))
  | (?P<X>[0-9]{2}(?:--|\?\?|__)|[0-9]{3}[-_](?![0-9]|\w))
  | (?P<D>[0-9]{3}0(?:['’]?s\b|-?(?:е|х|ые|ых|м|ми)\b))
  | (?P<d>[0-9]0-(?:е|х|ые|ых)\b)
  | (?P<Q>[0-9]{1,2}c\b)
  | (?P<O>[0-9]{1,2}(?:st|nd|rd|th|-?(?:й|го|я|е|ой|ом|ого|ый|му))\b)
  | (?P<slash>[0-9]{4}/[0-9]{1,2}(?![0-9]))
  | (?P<Y>[0-9]{4}(?![0-9]))
  | (?P<y>[0-9]{3}(?![0-9]))
  | (?P<n>[0-9]{1,2}(?![0-9]))
  | (?P<word>[^\W\d_]+)
  | (?P<sign>[-,;:()\[\]?~&/])
    """,
    re.VERBOSE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_KINDS = {"numeric": "#", "slash": "u"}


def tokenise(text: str) -> list[Token] | None:
    """The tokens of a text, or None when it holds a word or a sign that no date has."""
    if len(text) > LONGEST_TEXT:
        return None
    text = unicodedata.normalize("NFKC", text).casefold().strip().rstrip(".")
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    pieces: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace() or text[place] == ".":
            # Full stops end abbreviations; in dates in figures they are part of the shape.
            place += 1
            continue
        match = _SHAPES.match(text, place)
        if match is None or match.lastgroup is None or len(pieces) >= MOST_TOKENS:
            return None
        pieces.append(Token(match.lastgroup, text=match[0]))
        place = match.end()
    return _named(pieces)


def _named(pieces: list[Token]) -> list[Token] | None:
    tokens: list[Token] = []
    place = 0
    while place < len(pieces):
        taken, found = _phrase(pieces[place:])
        if not found:
            found = _figure(pieces[place])
            taken = 1
        if not found:
            return None
        tokens += [found] if found.kind else []
        place += taken
    return tokens


def _phrase(pieces: list[Token]) -> tuple[int, Token | None]:
    """The longest phrase of the lexicon at the start, and how many pieces it takes."""
    for length in range(min(LONGEST_PHRASE, len(pieces)), 0, -1):
        words = tuple(piece.text for piece in pieces[:length])
        if words in LEXICON:
            kind, number = LEXICON[words]
            return length, Token(kind, number, " ".join(words))
    return 0, None


def _figure(piece: Token) -> Token | None:
    if piece.kind == "word":
        value = roman(piece.text)
        return Token("I", value, piece.text) if value else None
    if piece.kind == "sign":
        return Token(piece.text, text=piece.text)
    kind = _KINDS.get(piece.kind, piece.kind)
    digits = re.match("[0-9]+", piece.text)
    return Token(kind, int(digits[0]) if digits else 0, piece.text)


def roman(text: str) -> int:
    """The value of a Roman numeral from I to XXXIX, Cyrillic х and і for Latin x and i allowed; 0 for any other."""
    text = text.replace("х", "x").replace("і", "i")
    if not re.fullmatch("(?:x{0,3})(?:ix|iv|v?i{0,3})", text):
        return 0
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max([*values[i + 1 :], 0]) else v for i, v in enumerate(values))
