"""What a match looks like in a text: words, beginnings, phrases. Made once for a question, used on every passage."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sourcebook.search.answers import Why
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.matching import (
    All,
    Best,
    Field,
    Has,
    HasNear,
    HasPhrase,
    HasPrefix,
    Match,
    Mentions,
    Some,
)
from sourcebook.search.near import near
from sourcebook.search.words.tokens import Token

FORMS_OF_A_STEM = 300


class PhraseForms(Struct, frozen=True):
    """A phrase as the folded forms that may stand at each of its places."""

    places: tuple[frozenset[str], ...]
    why: Why


class Finder(Struct):
    """Looks for one match; `forms` holds why each word form matches, the first reason that is given."""

    forms: dict[str, Why]
    phrases: dict[str, list[PhraseForms]]
    """By each form that may begin them."""
    prefixes: list[tuple[str, Why]]
    fuzzy: list[tuple[str, int, Why]]

    def word(self, form: str) -> Why | None:
        """Why a word matches, if it does."""
        if why := self.forms.get(form):
            return why
        for prefix, why in self.prefixes:
            if form.startswith(prefix):
                return why
        for asked, distance, why in self.fuzzy:
            if near(asked, form, distance) is not None:
                return why
        return None

    def words(self, words: Sequence[Token]) -> Iterator[tuple[int, Why]]:
        """Places of words that match, by their numbers."""
        look = self.word if self.prefixes or self.fuzzy else self.forms.get
        for number, word in enumerate(words):
            if why := look(word.form):
                yield number, why

    def stretches(self, words: Sequence[Token]) -> Iterator[tuple[int, int, Why]]:
        """Places of whole phrases: the first word and the last, by their numbers."""
        if not self.phrases:
            return
        for first, word in enumerate(words):
            for phrase in self.phrases.get(word.form, ()):
                following = words[first : first + len(phrase.places)]
                if len(following) == len(phrase.places) and all(
                    one.form in forms for one, forms in zip(following, phrase.places, strict=True)
                ):
                    yield first, first + len(following) - 1, phrase.why

    def add_phrase(self, places: tuple[frozenset[str], ...], why: Why) -> None:
        phrase = PhraseForms(places, why)
        for form in places[0]:
            self.phrases.setdefault(form, []).append(phrase)


def finder(match: Match, lexicon: Lexicon, fields: frozenset[Field]) -> Finder:
    """What to look for in texts of these fields; what is excluded is not looked for."""
    found = Finder({}, {}, [], [])
    stems: dict[str, frozenset[str]] = {}

    def forms_of(stem: str) -> frozenset[str]:
        if stem not in stems:
            forms = (form.form for form in lexicon.forms_of(stem, FORMS_OF_A_STEM))
            stems[stem] = frozenset((stem, *forms))
        return stems[stem]

    def look(part: Match) -> None:
        match part:
            case Has(field, token, _, why) if field in fields:
                forms = {token} if field == "forms" else forms_of(token)
                for form in forms:
                    found.forms.setdefault(form, why or Why(rule="word", asked=token))
            case HasPhrase(places, _, why) if "body" in fields and places and why:
                alternatives = tuple(frozenset().union(*map(forms_of, stems)) for stems in places)
                found.add_phrase(alternatives, why)
            case HasPrefix(field, prefix, _, why) if field in fields:
                found.prefixes.append((prefix, why or Why(rule="prefix", asked=prefix)))
            case HasNear(field, token, distance, _, why) if field in fields:
                found.fuzzy.append((token, distance, why or Why(rule="near", asked=token)))
            case Mentions(reference, _, why):
                for name in lexicon.names_of(reference):
                    words = tuple(frozenset({word}) for word in name.form.split())
                    found.add_phrase(words, why or Why(rule="mention", asked=""))
            case All(parts) | Some(parts) | Best(parts):
                for one in parts:
                    look(one)
            case _:
                return

    look(match)
    return found
