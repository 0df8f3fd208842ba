"""What a question names: people, places and other things under any of their names, in any alphabet."""

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from sourcebook.record import kind_of
from sourcebook.search.answers import Why
from sourcebook.search.facets import Facet
from sourcebook.search.lexicon import Lexicon, NameForm
from sourcebook.search.matching import Bears, Has, HasPhrase, Match, Mentions
from sourcebook.search.words.folding import fold
from sourcebook.search.words.sounds import sounds
from sourcebook.search.words.tokens import tokens

MOST_THINGS = 6
"""Things that one name may stand for; a name of more of them is a word like others."""
MOST_NAMES = 24
"""Other names of a thing that are looked for in texts."""
SHORTEST_NAME = 3
SHORTEST_MISSPELT = 5
BORNE, MENTIONED = 0.5, 1.0
"""What it weighs that a record has to do with the thing, or that a passage links to it."""

_BORNE = frozenset(get_args(Facet))


class Named(Struct, frozen=True):
    """A thing that words of the question name."""

    reference: str
    asked: str
    by: NameForm
    """The name that holds the words."""
    whole: bool
    """Whether the words are the whole name."""
    misspelt: bool = False


def named(lexicon: Lexicon, asked: str, forms: Sequence[str]) -> list[Named]:
    """The things that these words name together; none where they name too many."""
    if not forms or (len(forms) == 1 and len(forms[0]) < SHORTEST_NAME):
        return []
    found = _things(lexicon.named(forms), asked, forms)
    return found if len(found) <= MOST_THINGS else []


def misspelt(lexicon: Lexicon, asked: str, form: str) -> list[Named]:
    """The things with a name that this may be a misspelling of: the nearest alone."""
    if len(form) < SHORTEST_MISSPELT or form.isdigit():
        return []
    for distance in (1, 2) if len(form) > SHORTEST_MISSPELT + 2 else (1,):
        near = lexicon.names_near(form, distance)
        sounding = sounds(form)
        found: dict[str, Named] = {}
        for name in near:
            words = name.form.split()
            like = min(words, key=lambda word: (not sounds(word) & sounding, abs(len(word) - len(form))))
            alike = bool(sounds(like) & sounding) or like[:2] == form[:2]
            if alike and _tells(name, like):
                found.setdefault(
                    name.reference, Named(name.reference, asked, name, len(words) == 1, misspelt=True)
                )
        if found:
            return list(found.values()) if len(found) <= MOST_THINGS else []
    return []


def _things(names: Sequence[NameForm], asked: str, forms: Sequence[str]) -> list[Named]:
    """Of each thing the name that says most: one that the words are the whole of before one that merely holds them."""
    found: dict[str, Named] = {}
    for name in sorted(names, key=lambda name: (len(name.form.split()) - len(forms), name.rule)):
        whole = len(name.form.split()) == len(forms)
        if whole or (kind_of(name.reference) == "person" and any(_tells(name, form) for form in forms)):
            found.setdefault(name.reference, Named(name.reference, asked, name, whole))
    return list(found.values())


def _tells(name: NameForm, form: str) -> bool:
    """Whether a word of a name tells whom it means: any of a place's, the surname of a person's."""
    words = name.form.split()
    return words[-1] == form or (len(words) == 1 and words[0] == form)


def ways_to(lexicon: Lexicon, thing: Named, forms: Sequence[str]) -> Iterator[Match]:
    """How records and passages about the thing are found: by links, by what they bear, by its other names in texts."""
    names = lexicon.names_of(thing.reference)
    why = why_of(names, thing)
    yield Mentions(thing.reference, MENTIONED, why=replace(why, rule="mention"))
    kind = kind_of(thing.reference)
    if kind in _BORNE:
        yield Bears(kind, thing.reference, BORNE, why=why)  # type: ignore[arg-type]
    for words in _other_names(names, thing, forms):
        known = [tuple(dict.fromkeys(one.stem for one in lexicon.forms(word)))[:4] for word in words]
        if len(known) == 1:
            for stem in known[0]:
                yield Has("body", stem, why=why)
                yield Has("title", stem, why=why)
        elif all(known):
            yield HasPhrase(tuple(known), why=why)


def why_of(names: Sequence[NameForm], thing: Named) -> Why:
    """“Found through the name …”: the name on the record that the words are a form of; the word of it where one was
    asked for.
    """
    name, language = thing.by.name, thing.by.language
    if not thing.whole or thing.misspelt or thing.by.rule:
        original = next((one for one in names if one.name == name and one.rule == ""), thing.by)
        name, language = original.name, original.language
    words = [name[token.start : token.end] for token in tokens(name)]
    asked = [sounds(fold(word)) for word in thing.asked.split()]
    alike = [word for word in words if any(sounds(fold(word)) & sound for sound in asked)]
    found = name if thing.whole else (alike[-1] if len(asked) == 1 and alike else name)
    return Why(rule="name", asked=thing.asked, found=found, language=language, reference=thing.reference)


def _other_names(names: Sequence[NameForm], thing: Named, forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Words by which texts may call the thing: other whole names, or the one word of them that is asked for."""
    seen: dict[tuple[str, ...], None] = {tuple(forms): None}
    asked = [sounds(form) for form in forms]
    for name in names:
        words = tuple(name.form.split())
        kept: tuple[str, ...] = words
        if kind_of(thing.reference) == "person":
            alike = tuple(word for word in words if any(sounds(word) & sound for sound in asked))
            # Texts call people by their surnames; a former or assumed name has no word that is alike.
            kept = alike if alike and words[-1] in alike else words
            if len(forms) > 1 and thing.whole:
                yield from _once(words[-1:], seen)
        yield from _once(kept, seen)
        if len(seen) > MOST_NAMES:
            return


def _once(words: tuple[str, ...], seen: dict[tuple[str, ...], None]) -> Iterator[tuple[str, ...]]:
    if words and words not in seen:
        seen[words] = None
        yield words
