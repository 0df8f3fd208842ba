"""Marks: the characters of a passage that matched, each with the reader's word, the rule and the language."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from sourcebook.search.answers import Mark, Rule, Why
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.highlighting.finder import Finder, finder
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.matching import All, Bears, Best, Field, Match, Mentions, Some
from sourcebook.search.words.compounds import compounds
from sourcebook.search.words.folding import fold, spelt
from sourcebook.search.words.tokens import tokens

_TEXT: frozenset[Field] = frozenset({"body", "forms"})
_OF_RECORDS: frozenset[Field] = frozenset({"body", "forms", "title", "byline"})
_REMEMBERED = 32


class LexiconHighlighter:
    """Finds again what an engine matched, by the same tokens; it may be asked from many threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._in_texts = lru_cache(_REMEMBERED)(lambda match: finder(match, lexicon, _TEXT))
        self._in_records = lru_cache(_REMEMBERED)(lambda match: finder(match, lexicon, _OF_RECORDS))
        self._bearing = lru_cache(_REMEMBERED)(lambda match: tuple(_parts_borne(match)))

    def marks(self, passage: PassageDocument, match: Match) -> tuple[Mark, ...]:
        """Of a passage's text, in order, none overlapping; whole phrases are one mark."""
        return tuple(marks_in(passage.text, self._in_texts(match)))

    def why(self, record: RecordDocument, match: Match) -> tuple[Why, ...]:
        """Of a record itself: what of its titles matched, and what it bears."""
        looked_for = self._in_records(match)
        found: dict[tuple[str, str, str], Why] = {}
        for language, title in record.title.items():
            for mark in marks_in(title, looked_for):
                if mark.why:
                    titled = replace(mark.why, place="title", language=mark.why.language or language)
                    found.setdefault((titled.rule, titled.asked, titled.found), titled)
        for borne in _borne(self._bearing(match), record):
            found.setdefault((borne.rule, borne.asked, borne.found), borne)
        return tuple(found.values())


def marks_in(text: str, looked_for: Finder) -> Iterator[Mark]:
    """The stretches of a text that match; neighbours and overlapping pairs with one reason are one mark."""
    words = tokens(text)
    reasons: list[tuple[int, int, Why]] = []
    covered: set[int] = set()
    for first, last, reason in looked_for.stretches(words):
        reasons.append((words[first].start, words[last].end, reason))
        covered.update(range(first, last + 1))
    for number, why in looked_for.words(words):
        if number not in covered:
            _, start, end = words[number]
            reasons.append((start, end, _exactly(why, text[start:end])))
    for word in compounds(text, words):
        if whole := looked_for.forms.get(word.form):
            reasons.append((word.start, word.end, _exactly(whole, text[word.start : word.end])))
    yield from _apart(sorted(reasons, key=lambda reason: (reason[0], -reason[1])), text)


def _apart(reasons: list[tuple[int, int, Why]], text: str) -> Iterator[Mark]:
    """Marks that do not overlap: what begins within another is joined to it."""
    current: Mark | None = None
    for start, end, why in reasons:
        if current and start < current.end:
            current = Mark(current.start, max(current.end, end), current.why)
        else:
            if current:
                yield _with_words(current, text)
            current = Mark(start, end, why)
    if current:
        yield _with_words(current, text)


def _with_words(mark: Mark, text: str) -> Mark:
    why = mark.why
    if why and why.rule in ("stem", "spelling", "near", "prefix", "phrase"):
        why = replace(why, found=text[mark.start : mark.end])
    return Mark(mark.start, mark.end, why)


def _exactly(why: Why, word: str) -> Why:
    """The rule by what stands there: the very word, another spelling of it, or another form."""
    if why.rule not in ("word", "stem", "spelling"):
        return why
    asked = _spellings(why.asked)
    form = fold(word)
    rule: Rule = "stem" if form not in asked else "word" if asked[form] == spelt(word) else "spelling"
    return replace(why, rule=rule)


@lru_cache(1024)
def _spellings(asked: str) -> dict[str, str]:
    """What was asked and each word of it: from its folded form to its spelling."""
    words = [asked[word.start : word.end] for word in tokens(asked)]
    return {fold(word): spelt(word) for word in [*words, asked]}


def _parts_borne(match: Match) -> Iterator[Bears | Mentions]:
    """The parts of a match that ask for what records bear."""
    match match:
        case Bears() | Mentions():
            if match.why:
                yield match
        case All(parts) | Some(parts) | Best(parts):
            for part in parts:
                yield from _parts_borne(part)
        case _:
            return


def _borne(parts: Iterable[Bears | Mentions], record: RecordDocument) -> Iterator[Why]:
    """Why a record matches by what it bears."""
    everything = {value for values in record.facets.values() for value in values}
    for part in parts:
        if isinstance(part, Mentions):
            if part.reference in everything and part.why:
                yield replace(part.why, rule="name")
        elif part.value in record.facets.get(part.facet, ()) and part.why:
            yield part.why
