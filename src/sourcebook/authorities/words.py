"""What names and titles are searched by: their words, alike whatever the alphabet's case and accents."""

import unicodedata

LONGEST = 60
"""Letters of a word that are kept; a longer one is found by its beginning."""

_ALIKE = str.maketrans("łđøıæœþ", "ldoiaot")
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʹʺ`´ʿʾ\u00ad"))
"""Signs within a word: soft signs and apostrophes of romanisations, and hyphens that only a line's end shows."""


def words_of(*texts: str) -> set[str]:
    """Small letters of any alphabet without accents, ё as е, cut where there is neither letter nor digit."""
    joined = "\n".join(texts).translate(_DROPPED)
    if not joined.isascii():
        parts = unicodedata.normalize("NFKD", joined)
        joined = "".join(sign for sign in parts if not unicodedata.combining(sign))
    small = joined.casefold().translate(_ALIKE)
    return {word[:LONGEST] for word in "".join(sign if sign.isalnum() else " " for sign in small).split()}


def words_of_query(query: str) -> list[str]:
    """The words asked for, longest first, without those that another of them begins with."""
    found: list[str] = []
    for word in sorted(words_of(query), key=lambda word: (-len(word), word)):
        if not any(longer.startswith(word) for longer in found):
            found.append(word)
    return found
