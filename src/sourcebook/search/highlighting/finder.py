"""What a match looks like in a text: words, beginnings, phrases. Made once for a question, used on every passage."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sourcebook.search.answers import Rule, Why
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
from sourcebook.search.words.folding import fold, spelt
from sourcebook.search.words.tokens import Token, places, tokens

FORMS_OF_A_STEM = 300


class PhraseForms(Struct, frozen=True):
    """A phrase as the folded forms that may stand at each of its places."""

    places: tuple[frozenset[str], ...]
    why: Why


def exactly(why: Why, word: str) -> Why:
    """The rule by what stands there: the very word, another spelling of it, or another form."""
    if why.rule in ("word", "stem", "spelling"):
        asked = _spellings(why.asked)
        form = fold(word)
        rule: Rule = "stem" if form not in asked else "word" if asked[form] == spelt(word) else "spelling"
        why = replace(why, rule=rule)
    return with_words(why, word)


def with_words(why: Why, words: str) -> Why:
    """With what stands there, where that is not what was asked."""
    return replace(why, found=words) if why.rule in ("stem", "spelling", "near", "prefix", "phrase") else why


@lru_cache(1024)
def _spellings(asked: str) -> dict[str, str]:
    """What was asked and each word of it: from its folded form to its spelling."""
    words = [asked[word.start : word.end] for word in tokens(asked)]
    return {fold(word): spelt(word) for word in [*words, asked]}


class Finder(Struct):
    """Looks for one match; `forms` holds why each word form matches, the first reason that is given."""

    forms: dict[str, Why]
    phrases: dict[str, list[PhraseForms]]
    """By each form that may begin them."""
    prefixes: list[tuple[str, Why]]
    fuzzy: list[tuple[str, int, Why]]
    _told: dict[str, Why] = {}
    """Why a word matches as it is spelt: those that match are few and stand there often."""

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

    def words(self, text: str) -> list[tuple[int, int, Why]]:
        """Words that match: characters [start, end) of the text, and why they do as they are spelt there."""
        look = self.word if self.prefixes or self.fuzzy else self.forms.get
        return [(start, end, self._exactly(why, text[start:end])) for start, end, why in places(text, look)]

    def _exactly(self, why: Why, word: str) -> Why:
        told = self._told.get(word)
        if told is None:
            told = self._told[word] = exactly(why, word)
        return told

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
