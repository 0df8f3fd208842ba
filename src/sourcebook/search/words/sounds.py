"""How a name sounds, roughly: two spellings of one name, in any alphabet, share a sound.

In the manner of Soundex as R. Daitch and G. Mokotoff changed it for the names of Eastern Europe: vowels are left out,
consonants that some spelling writes for one another fall together, and letters that different peoples read differently
give a sound for each reading.
"""

import re
from functools import lru_cache

from sourcebook.vocabulary.romanisation import other, russian

_MOST = 8
_HISSING = "schtsch shtch shch chtch tsch szcz stsch tch tsh dsch dzh tzsch scs zs cs cz sz sh zh ts tz dz ss"
_READINGS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_HISSING.split(), ("S",)),
    "sch": ("S", "SK"),
    "ch": ("K", "S"),
    "kh": ("K",),
    "gh": ("K",),
    "ck": ("K",),
    "ph": ("F",),
    "th": ("T",),
    "ks": ("KS",),
    "gy": ("T", "K"),
    "ty": ("T",),
    "dj": ("S", "T"),
    "rz": ("S", "RS"),
    "c": ("S", "K"),
    "j": ("", "S", "K"),
    "x": ("K", "KS"),
    "z": ("S",),
    "s": ("S",),
    "g": ("K",),
    "h": ("K",),
    "k": ("K",),
    "q": ("K",),
    "v": ("F",),
    "w": ("F",),
    "f": ("F",),
    "b": ("P",),
    "p": ("P",),
    "d": ("T",),
    "t": ("T",),
    "r": ("R",),
    "l": ("L",),
    "m": ("N",),
    "n": ("N",),
}
_PIECE = re.compile("|".join(sorted(_READINGS, key=len, reverse=True)) + "|.", re.DOTALL)
_DOUBLE = re.compile(r"(.)\1+")
_TABLES = (russian.POPULAR, *other.TABLES[:1], other.GREEK[0])


@lru_cache(maxsize=1 << 14)
def sounds(form: str) -> frozenset[str]:
    """The sounds of a folded form, at most eight; none for a word without consonants that we know."""
    if not form.isascii():
        for table in _TABLES:
            form = table.write(form).lower()
    found = {""}
    for piece in _PIECE.findall(form):
        readings = _READINGS.get(piece, ("",))
        grown = {sound + reading for sound in found for reading in readings}
        found = grown if len(grown) <= _MOST else {sound + readings[0] for sound in found}
    return frozenset(sound for sound in (_DOUBLE.sub(r"\1", sound) for sound in found) if sound)
