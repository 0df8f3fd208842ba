"""What a question names: people, places and other things under any of their names, in any alphabet."""

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct

from sourcebook.record import kind_of
from sourcebook.search.answers import Why
from sourcebook.search.facets import Facet
from sourcebook.search.lexicon import Lexicon, NameForm
from sourcebook.search.matching import All, Bears, Best, Field, Has, HasPhrase, Match, Mentions
from sourcebook.search.words.folding import fold
from sourcebook.search.words.sounds import sounds
from sourcebook.search.words.tokens import tokens

MOST_THINGS = 6
"""Things that one name may stand for; a name of more of them is a word like others."""
MOST_NAMES = 24
"""Other names of a thing that are looked for in texts."""
_WHERE_NAMED: tuple[Field, ...] = ("title", "forms")
SHORTEST_NAME = 3
SHORTEST_MISSPELT = 5
BORNE, MENTIONED, ITSELF, ENTITLED = 0.5, 1.0, 20.0, 5.0
"""What it weighs that a record has to do with the thing, that a passage links to it, that it is the thing, that it has
to do with it and says so in its title.
"""

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
    return words[-1] == form and (len(words) == 1 or kind_of(name.reference) == "person")


def ways_to(lexicon: Lexicon, thing: Named, forms: Sequence[str], *, alone: bool) -> Iterator[Match]:
    """How records and passages about the thing are found: by links, by what they bear, by its other names in texts.

    Where it is asked for `alone`, its own record comes first, and then those that are about it by their titles.
    """
    names = lexicon.names_of(thing.reference)
    why = why_of(names, thing)
    yield Mentions(thing.reference, MENTIONED, why=why)
    kind = kind_of(thing.reference)
    if kind in _BORNE:
        yield Bears(kind, thing.reference, BORNE, why=why)  # type: ignore[arg-type]
        if alone:
            yield _itself(names, thing, why)
            yield _entitled(lexicon, names, thing, why)
    for words in _other_names(names, thing, forms):
        known = [tuple(dict.fromkeys(one.stem for one in lexicon.forms(word)))[:4] for word in words]
        if len(known) == 1:
            for stem in known[0]:
                yield Has("body", stem, why=why)
                yield Has("title", stem, why=why)
        elif all(known):
            yield HasPhrase(tuple(known), why=why)


def _itself(names: Sequence[NameForm], thing: Named, why: Why) -> Match:
    """The record of the thing, which bears its own names, before all others that have to do with it."""
    kind = kind_of(thing.reference)
    words = dict.fromkeys(name.form.split()[-1] for name in names if not name.rule)
    named_so = Best(tuple(Has(field, word, why=why) for word in [*words][:6] for field in _WHERE_NAMED))
    return All((Bears("kind", kind), Bears(kind, thing.reference, ITSELF), named_so))  # type: ignore[arg-type]


def _entitled(lexicon: Lexicon, names: Sequence[NameForm], thing: Named, why: Why) -> Match:
    """What has to do with the thing and names it in its title."""
    words = dict.fromkeys(name.form.split()[-1] for name in names if not name.rule)
    stems = dict.fromkeys(one.stem for word in [*words][:6] for one in lexicon.forms(word)[:4])
    in_title = Best(tuple(Has("title", stem, why=why) for stem in stems))
    return All((Bears(kind_of(thing.reference), thing.reference, ENTITLED, why=why), in_title))  # type: ignore[arg-type]


def why_of(names: Sequence[NameForm], thing: Named) -> Why:
    """“Found through the name …”: the name on the record that the words are a form of, with its years; of a person, the
    word of it that was asked for, in the person's own alphabet where that is another.
    """
    borne = [name for name in names if not name.rule] or [thing.by]
    asked = [token.form for token in tokens(thing.asked)]
    if kind_of(thing.reference) == "person" and len(asked) == 1:
        sounding = sounds(asked[0])
        words = [(word, fold(word), name) for name in borne for word in _words(name.name)]
        alike = [one for one in words if sounds(one[1]) & sounding]
        other = [one for one in alike if one[1] != asked[0]]
        own = [one for one in other if not one[1].isascii()]
        found, _, by = next(iter([*own, *other, *alike]), (thing.by.name, "", thing.by))
    else:
        # A name that has its time says more than the first of all names.
        dated = [thing.by] if thing.by.dated else []
        by = next(iter([*dated, *(name for name in borne if name.form.split() != asked)]), thing.by)
        found = by.name
    return Why(
        rule="name",
        asked=thing.asked,
        found=found,
        language=thing.by.language,
        reference=thing.reference,
        years=by.years,
    )


def _words(name: str) -> list[str]:
    return [name[token.start : token.end] for token in tokens(name)]


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
            if len(forms) > 1:
                yield from _once(words[-1:], seen)
        yield from _once(kept, seen)
        if len(seen) > MOST_NAMES:
            return


def _once(words: tuple[str, ...], seen: dict[tuple[str, ...], None]) -> Iterator[tuple[str, ...]]:
    if words and words not in seen:
        seen[words] = None
        yield words
