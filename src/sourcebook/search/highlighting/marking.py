"""Marks: the characters of a passage that matched, each with the reader's word, the rule and the language."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from sourcebook.search.answers import Mark, Why
from sourcebook.search.documents import PassageDocument, RecordDocument
from sourcebook.search.highlighting.finder import Finder, exactly, finder, with_words
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.matching import All, Bears, Best, Field, Match, Mentions, Some
from sourcebook.search.words.compounds import compounds_in
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
    reasons: list[tuple[int, int, Why]] = []
    covered: set[int] = set()
    words = tokens(text) if looked_for.phrases else []
    for first, last, reason in looked_for.stretches(words):
        start, end = words[first].start, words[last].end
        reasons.append((start, end, with_words(reason, text[start:end])))
        covered.update(word.start for word in words[first : last + 1])
    for start, end, why in looked_for.words(text):
        if start not in covered:
            reasons.append((start, end, why))
    for word in compounds_in(text):
        if whole := looked_for.forms.get(word.form):
            reasons.append((word.start, word.end, exactly(whole, text[word.start : word.end])))
    yield from _apart(sorted(reasons, key=lambda reason: (reason[0], -reason[1])), text)


def _apart(reasons: list[tuple[int, int, Why]], text: str) -> Iterator[Mark]:
    """Marks that do not overlap: what begins within another is joined to it."""
    begun: tuple[int, int, Why] | None = None
    for start, end, why in reasons:
        if begun and start < begun[1]:
            first, last = begun[0], max(begun[1], end)
            begun = (first, last, with_words(begun[2], text[first:last]))
        else:
            if begun:
                yield Mark(*begun)
            begun = (start, end, why)
    if begun:
        yield Mark(*begun)


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
