"""Names of people as lists print them, “Khrushchev, Nikita Sergeyevich”, and as texts do."""

import re
from typing import NamedTuple

_TITLES = re.compile(
    r"^(?:(?:President|Premier|Prime Minister|Chairman|Secretary|Senator|Ambassador|Marshal|(?:Rear |Vice )?Admiral|"
    r"(?:Major |Brigadier |Lieutenant )?General|(?:(?:Maj|Brig|Lt|Lieut)\. )?Gen\.|Colonel|(?:(?:Lt|Lieut)\. )?Col\.|"
    r"Major|Maj\.|Captain|Capt\.|Lieut\.|Rev\.|Dr\.|Mr\.|Mrs\.|Sir|Lord|Count|Baron|Viscount|Prince|King|Emperor)"
    r"(?:\s+|$))+"
)
_BELONGS = re.compile(r"(?:[JS]r|[IVX]+|\d(?:st|nd|rd|d|th))\.?", re.ASCII)
_POSSESSIVE = re.compile(r"[’']s$")
_REMARK = re.compile(r"\s*\([^()]*\)")
_INITIAL = re.compile(r"[A-Z]\.")


class PrintedName(NamedTuple):
    """A name in its natural order, the form an index files it under, and the printed form where it says more."""

    text: str
    sort_as: str
    printed: str = ""


def from_list(printed: str) -> PrintedName:
    """A name as a list of people has it, surname first; a remark in parentheses is kept in the printed form."""
    bare = _REMARK.sub("", printed).strip(" ,;")
    parts = [part.strip() for part in bare.split(",") if part.strip()]
    if not parts:
        return PrintedName(printed, "")
    # Ranks and titles change in a life and would tear the name apart in an index; “Jr.” belongs to it.
    named = [part for part in (_TITLES.sub("", part) for part in parts[1:]) if part]
    forenames = [part for part in named if not _BELONGS.fullmatch(part)][:1]
    rest = [part for part in named if _BELONGS.fullmatch(part)]
    text = ", ".join([" ".join([*forenames, parts[0]]), *rest])
    sort_as = ", ".join([parts[0], *forenames, *rest]) if forenames else ""
    return PrintedName(text, sort_as, printed if printed != (sort_as or text) else "")


def from_text(printed: str) -> str:
    """A name as it stands in a sentence, without a title before it and a possessive after it."""
    name = _POSSESSIVE.sub("", " ".join(printed.split()).strip(" ,;:"))
    return _TITLES.sub("", name)


def sort_form(name: str) -> str:
    """Surname first, where a middle initial shows that the last word is the surname; else nothing."""
    main, comma, rest = name.partition(",")
    words = main.split()
    if len(words) < 3 or not any(_INITIAL.fullmatch(word) for word in words[:-1]):
        return ""
    return f"{words[-1]}, {' '.join(words[:-1])}{comma}{rest}"


def is_shorter(short: str, full: str) -> bool:
    """Whether one name may be the other with words left out: same last word, the rest in order, initials for names."""
    few, many = short.replace(",", "").split(), full.replace(",", "").split()
    if len(few) >= len(many) or few[-1].casefold() != many[-1].casefold():
        return False
    rest = iter(many[:-1])
    return all(any(_same(word, other) for other in rest) for word in few[:-1])


def _same(word: str, other: str) -> bool:
    word, other = word.casefold().rstrip("."), other.casefold().rstrip(".")
    return word == other or (len(word) == 1 and other.startswith(word))
