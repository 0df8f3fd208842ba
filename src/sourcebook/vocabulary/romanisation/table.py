"""What a romanisation table is, and how it is applied to a name."""

import re
import unicodedata

import msgspec

_LONGEST = 5
_WORD_START = re.compile(r"(?<!\S)[a-zčšž]")
_VOWELS = frozenset("аеёиоуыэюяіїєѣѵ")
_AS_AFTER_VOWEL = _VOWELS | frozenset("ъьй'’ʼ")
_SIBILANTS = frozenset("жчшщц")


class Romanisation(msgspec.Struct, frozen=True, kw_only=True):
    """How one language is written in Latin letters by one standard or by one people's habit.

    Keys are one to five letters in lower case; the longest that fits is taken, and a rule for a place comes before one
    for any place. Letters that have no rule stay.
    """

    code: str
    """Ours, as it stands in `Name.romanisation`: `ala-lc`."""
    language: str
    """The main subtag of what is romanised."""
    letters: dict[str, str]
    first: dict[str, str] = {}
    """At the beginning of a word."""
    after_vowel: dict[str, str] = {}
    """At the beginning of a word, after a vowel, and after й, ъ, ь or an apostrophe."""
    after_sibilant: dict[str, str] = {}
    """After ж, ч, ш, щ, ц."""
    before: dict[str, str] = {}
    """Two letters of which only the first is taken: `"ге": "gu"`."""
    last: dict[str, str] = {}
    """At the end of a word."""
    capitals: bool = False
    """Whether the script has none, so that each word of a name is given one."""

    def write(self, text: str) -> str:
        """The text in Latin letters; capitals stay capitals."""
        text = unicodedata.normalize("NFC", text)
        lower = text.lower()
        if len(lower) != len(text):
            return "".join(self.write(letter) if len(letter.lower()) == 1 else letter for letter in text)
        written, place = [], 0
        while place < len(lower):
            taken, latin = self._rule(lower, place)
            written.append(_cased(latin, text, place, taken))
            place += taken
        latin = unicodedata.normalize("NFC", "".join(written))
        return _WORD_START.sub(lambda match: match[0].upper(), latin) if self.capitals else latin

    def _rule(self, lower: str, place: int) -> tuple[int, str]:
        """How many letters are taken at a place, and what stands for them."""
        before = lower[place - 1] if place else ""
        begins = not before or not (before.isalpha() or before in "'’ʼ")
        for length in range(min(_LONGEST, len(lower) - place), 0, -1):
            piece = lower[place : place + length]
            ends = not lower[place + length : place + length + 1].isalpha()
            if ends and piece in self.last and not begins:
                return length, self.last[piece]
            if begins and piece in self.first:
                return length, self.first[piece]
            if (begins or before in _AS_AFTER_VOWEL) and piece in self.after_vowel:
                return length, self.after_vowel[piece]
            if before in _SIBILANTS and piece in self.after_sibilant:
                return length, self.after_sibilant[piece]
            if piece in self.before:
                return length - 1, self.before[piece]
            if piece in self.letters:
                return length, self.letters[piece]
        return 1, lower[place]


def _cased(latin: str, text: str, place: int, taken: int) -> str:
    if not text[place].isupper():
        return latin
    around = text[max(place - 1, 0) : place] + text[place + taken : place + taken + 1]
    shouted = any(letter.isupper() for letter in around) and not any(letter.islower() for letter in around)
    return latin.upper() if shouted else latin[:1].upper() + latin[1:]


def pairs(words: str) -> dict[str, str]:
    """A table from `а a б b …`; a letter that is left out is written `ь -`."""
    parts = words.split()
    return {
        letter: "" if latin == "-" else latin for letter, latin in zip(parts[::2], parts[1::2], strict=True)
    }
