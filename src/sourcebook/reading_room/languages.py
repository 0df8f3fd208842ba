"""Choosing among the languages in which a record says the same thing."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sourcebook.record.parts import Name
from sourcebook.vocabulary.languages import direction, script


class Words(NamedTuple):
    """Words and the language they are in."""

    text: str
    language: str


NOTHING = Words("", "")


def choose(words: Mapping[str, str], language: str, others: Sequence[str] = ()) -> Words:
    """The words in a language, else in a variety of it, else in its letters, else in one of `others`."""
    if not words:
        return NOTHING
    if found := words.get(language):
        return Words(found, language)
    main = language.split("-")[0]
    for tag, text in words.items():
        if text and tag.split("-")[0] == main and "-Latn" not in tag:
            return Words(text, tag)
    # Better words in a strange language than letters that cannot be read: `Imre Nagy` in English, not `Имре Надь`.
    alphabet = _script(language)
    tags = [*(other for other in others if other in words), *words]
    tags.sort(key=lambda tag: _script(tag) != alphabet)
    return next((Words(words[tag], tag) for tag in tags if words[tag]), NOTHING)


@lru_cache(256)
def _script(tag: str) -> str:
    try:
        return script(tag) if tag else ""
    except ValueError:
        return ""


def titles(names: Sequence[Name]) -> dict[str, str]:
    """The name shown in each language: the first preferred one; the first of all stands at the head."""
    shown: dict[str, str] = {}
    for name in names:
        if name.use == "preferred" or name is names[0]:
            shown.setdefault(name.language, name.text)
    return shown


def filing_names(names: Sequence[Name]) -> dict[str, str]:
    """As `titles`, but the forms under which an index files them: `Khrushchev, Nikita`."""
    shown: dict[str, str] = {}
    for name in names:
        if name.use == "preferred" or name is names[0]:
            shown.setdefault(name.language, name.sort_as or name.text)
    return shown


@lru_cache(256)
def direction_of(language: str) -> str:
    """`ltr` or `rtl`; what has no language, or none we can read, runs as the page does."""
    try:
        return direction(language) if language else "ltr"
    except ValueError:
        return "ltr"
