"""Scripts that set no spaces between words: there every pair of neighbouring letters is a word."""

import re

from sourcebook.search.words.letters import MARKS

# Han, kana, hangul, Thai, Lao, Tibetan, Burmese, Khmer and their kin.
_RANGES = (
    (0x0E00, 0x0E4F),
    (0x0E80, 0x0ECF),
    (0x0F40, 0x0FBC),
    (0x1000, 0x103F),
    (0x1050, 0x109F),
    (0x1100, 0x11FF),
    (0x1780, 0x17D3),
    (0x1950, 0x19DF),
    (0x1A20, 0x1A5E),
    (0x3005, 0x3007),
    (0x3041, 0x309F),
    (0x30A1, 0x30FF),
    (0x3105, 0x312F),
    (0x3130, 0x318F),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAA60, 0xAA7F),
    (0xAC00, 0xD7FB),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFFDC),
    (0x1B000, 0x1B16F),
    (0x20000, 0x323AF),
)
UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES)
"""For the inside of a regular expression's brackets."""

_RUN = re.compile(f"[{UNSPACED}]")
_LETTER = re.compile(f"[{UNSPACED}][{MARKS}\u200c\u200d]*+|.", re.DOTALL)


def is_unspaced(word: str) -> bool:
    """Whether the word begins in such a script (a token holds letters of such scripts only, or none)."""
    return bool(_RUN.match(word))


def pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the pairs of neighbouring letters stand, and last the last letter alone, so that each letter begins one."""
    letters = [match.span() for match in _LETTER.finditer(text, start, end)]
    following = [*letters[1:], letters[-1]] if letters else []
    return [(one[0], two[1]) for one, two in zip(letters, following, strict=True)]
