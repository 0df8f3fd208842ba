"""Russian as it was spelt before 1918, in today's spelling (the rules of the decree of 10 October 1918)."""

import re
from collections.abc import Iterator

_LETTERS = str.maketrans({"ѣ": "е", "і": "и", "ѳ": "ф", "ѵ": "и", "ї": "и"})
_ENDINGS = (
    (re.compile(r"(?<=..)аго(ся)?$"), r"ого\1"),
    (re.compile(r"(?<=[жшчщ])аго$"), "его"),
    (re.compile(r"(?<=..)яго(ся)?$"), r"его\1"),
    (re.compile(r"(?<=..)ыя(ся)?$"), r"ые\1"),
    (re.compile(r"(?<=..)ия(ся)?$"), r"ие\1"),
    (re.compile(r"^(н?)ея$"), r"\1ее"),
    (re.compile(r"^(одн|он)е"), r"\1и"),
)
_PREFIX = re.compile(r"^(бе|во|и|ра|ро|ни|чре|чере)з(?=[кпстфхцчшщ])")


def modern_spellings(word: str) -> Iterator[str]:
    """Spellings that today's dictionary may know, from the least changed on; none for a word spelt as today.

    Endings are changed whether the word is old or not, so that a caller must look it up as it stands first.
    """
    plain = word.translate(_LETTERS)
    plain = plain.removesuffix("ъ") if len(plain) > 1 else plain
    seen = {word}
    for form in (plain, _PREFIX.sub(r"\1с", plain)):
        for changed in (form, *(rule.sub(new, form) for rule, new in _ENDINGS)):
            if changed not in seen:
                seen.add(changed)
                yield changed
