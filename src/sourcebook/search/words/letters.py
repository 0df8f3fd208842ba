"""Letters that readers take for one another: the tables by which words are folded."""

import unicodedata

# Base letters that no decomposition gives.
_LATIN = {
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "ŋ": "n",
    "ə": "a",
    "ĸ": "k",
    "ɨ": "i",
    "ƶ": "z",
}
# Letters of the orthography before 1918, and those in which Ukrainian and Belarusian differ from Russian: a reader
# who types “Украина” or “мир” finds “Україна” and “міръ”. The letter й stays: it is not an и with an accent.
_CYRILLIC = {
    "ё": "е",
    "ѣ": "е",
    "є": "е",
    "і": "и",
    "ї": "и",
    "ѵ": "и",
    "ѳ": "ф",
    "ѕ": "з",
    "ѡ": "о",
    "ѧ": "я",
    "ѩ": "я",
    "ѫ": "у",
    "ѯ": "кс",
    "ѱ": "пс",
    "ў": "у",
    "ґ": "г",
    "ӏ": "",
}
_GREEK = {"ς": "σ"}
_ARABIC = {"ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": ""}
_HEBREW = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}

LETTERS: dict[str, str] = {**_LATIN, **_CYRILLIC, **_GREEK, **_ARABIC, **_HEBREW}

# A letter that keeps its mark although the mark is one of those below.
WHOLE = frozenset("й")

# Marks above and below letters that may be missing: accents, stress, titlos, the ligature halves of the Library of
# Congress, Hebrew points, Arabic vowels. The vowel signs of India and of Thai are letters and do not stand here.
_DROPPED = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20F0),
    (0x2DE0, 0x2DFF),
    (0xA66F, 0xA672),
    (0xFE20, 0xFE2F),
)
DROPPED_MARKS = "".join(chr(code) for first, last in _DROPPED for code in range(first, last + 1))

# Signs that stand for ь, ъ, ayn or hamza in romanised words, written as letters of their own.
PRIMES = "ʹʺʻʼʽʾʿˈˊˋˌ′″`´"
APOSTROPHES = "'’‘‛＇ʼ"

# What shows nothing: soft hyphen, joiners, marks of direction. A word goes on through them.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(
    chr(code) for first, last in ((0x202A, 0x202E), (0x2066, 0x206F)) for code in range(first, last + 1)
)

HYPHENS = "-\u2010\u2011¬⸗"

# Beyond the first plane whole blocks of scripts whose vowels are marks: what a regular expression must look through for
# every character is kept short.
_BEYOND = "\U00010a00-\U00011fff\U0001e000-\U0001e94f\U000e0100-\U000e01ef"


def _marks() -> str:
    """All combining marks, those of the scripts whose vowels are marks too, as ranges."""
    codes = [code for code in range(0x0300, 0x10000) if unicodedata.category(chr(code))[0] == "M"]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + _BEYOND


MARKS = _marks()
"""For the inside of a regular expression's brackets."""
LOWER = "".join(chr(code) for code in range(0x61, 0x2000) if chr(code).islower())
