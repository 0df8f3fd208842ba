"""`field:words`: where the words must stand, or what a record must bear."""

from collections.abc import Callable, Iterator, Sequence

from babel import Locale

from sourcebook.record import kind_of
from sourcebook.search.answers import Why
from sourcebook.search.expansion.naming import named, why_of
from sourcebook.search.expansion.stems import stems, words_of
from sourcebook.search.expansion.titling import titled
from sourcebook.search.expansion.wording import best
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.matching import All, Bears, Has, Match
from sourcebook.search.query import Ast, Phrase, QueryField, Word
from sourcebook.search.words.folding import fold
from sourcebook.vocabulary import kinds, media

INTERFACE = ("en", "ru")


def within(lexicon: Lexicon, field: QueryField, of: Ast) -> Match | None:
    """What matches; None where the value means nothing in this field, so that it is searched as words."""
    words = of.words if isinstance(of, Phrase) else (of.text,) if isinstance(of, Word) else ()
    if not words:
        return None
    asked = " ".join(words)
    match field:
        case "title":
            return _standing("title", lexicon, asked)
        case "by":
            return best(
                [*_bearing(lexicon, "contributor", asked), *_parts(_standing("byline", lexicon, asked))]
            )
        case "person" | "place":
            found = _bearing(lexicon, field, asked)
            return best(found) if found else None
        case "subject" | "theme":
            found = titled(lexicon, field, asked)
            return best(found) if found else None
        case "kind" | "medium" | "language":
            value = _code(field, asked)
            return Bears(field, value, why=_facet(asked)) if value else None
        case _:
            pairs = ((facet, _code(facet, asked)) for facet in ("language", "medium", "kind"))
            chosen = [Bears(facet, value, why=_facet(asked)) for facet, value in pairs if value]  # type: ignore[arg-type]
            return best([*chosen, *_bearing(lexicon, "place", asked)]) if chosen else None


def _facet(asked: str) -> Why:
    return Why(rule="facet", asked=asked)


def _parts(match: Match | None) -> Sequence[Match]:
    return () if match is None else (match,)


def _standing(field: str, lexicon: Lexicon, asked: str) -> Match | None:
    """Records that have all the words in their titles or their bylines, in any form."""
    parts: list[Match] = []
    for written, token in words_of(asked):
        tokens = dict.fromkeys([token.form, *(one.stem for one in stems(lexicon, written, token.form))])
        why = Why(rule="word", asked=written, place="title" if field == "title" else "byline")
        parts.append(best([Has(field, one, why=why) for one in tokens]))  # type: ignore[arg-type]
    return All(tuple(parts)) if parts else None


def _bearing(lexicon: Lexicon, facet: str, asked: str) -> list[Match]:
    """Records that bear what is named so."""
    kinds_meant = ("person", "organisation") if facet == "contributor" else (facet,)
    forms = [token.form for _, token in words_of(asked)]
    return [
        Bears(facet, thing.reference, why=why_of(lexicon.names_of(thing.reference), thing))  # type: ignore[arg-type]
        for thing in named(lexicon, asked, forms)
        if kind_of(thing.reference) in kinds_meant
    ]


def _code(facet: str, asked: str) -> str:
    """The code that a reader's word means, in English or Russian, singular or plural; else nothing."""
    wanted = fold(asked)
    found = (
        code for language in INTERFACE for code, label in _labels(facet, language) if fold(label) == wanted
    )
    return next(found, "")


def _labels(facet: str, language: str) -> Iterator[tuple[str, str]]:
    """Codes, each with all that readers call it."""
    if facet == "medium":
        for medium in media.MEDIA:
            yield from ((medium, label) for label in (medium, *_both(media.label, medium, language)))
    elif facet == "kind":
        for kind in kinds.KINDS:
            yield from ((kind, label) for label in (kind, *_both(kinds.label, kind, language)))
    else:
        for code, name in Locale.parse(language).languages.items():
            yield from ((code, label) for label in (code, name) if "_" not in code)


def _both(label: Callable[..., str], code: str, language: str) -> tuple[str, str]:
    return label(code, language), label(code, language, plural=True)
