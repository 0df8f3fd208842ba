"""How a word or a phrase may be found in texts, titles and bylines."""

from collections.abc import Sequence

from sourcebook.search.answers import Why
from sourcebook.search.expansion.stems import stems, words_of
from sourcebook.search.lexicon import Form, Lexicon
from sourcebook.search.matching import Best, Has, HasPhrase, HasPrefix, Match
from sourcebook.search.words.scripts import is_unspaced
from sourcebook.search.words.tokens import Token

TITLE, AMONG_FORMS = 0.5, 0.5
"""What a word weighs in a title, of what it weighs in a text; titles are part of the text too."""


def one_word(lexicon: Lexicon, asked: str, written: str, form: str) -> list[Match]:
    """The ways in which one word stands in texts and in titles; the form itself where no text has it."""
    found = stems(lexicon, written, form) or [Form(form, "", form, 0)]
    ways: list[Match] = []
    for one in found:
        why = Why(rule="stem" if one.stem != form else "word", asked=asked, language=one.language)
        ways.append(Has("body", one.stem, why=why))
        ways.append(Has("title", one.stem, TITLE, why=Why(rule=why.rule, asked=asked, place="title")))
    if any(one.stem == form for one in found):
        # A compound is found as one word among the forms alone; its parts are what the text has.
        ways.append(Has("forms", form, AMONG_FORMS, why=Why(rule="word", asked=asked)))
    else:
        ways.append(Has("title", form, TITLE, why=Why(rule="word", asked=asked, place="title")))
    ways.append(Has("byline", form, why=Why(rule="word", asked=asked, place="byline")))
    return ways


def together(
    lexicon: Lexicon, asked: str, words: Sequence[tuple[str, Token]], boost: float = 1.0
) -> HasPhrase:
    """Words next to each other, each in any of its forms."""
    places = (
        tuple(one.stem for one in stems(lexicon, written, token.form)) or (token.form,)
        for written, token in words
    )
    return HasPhrase(tuple(places), boost, why=Why(rule="phrase", asked=asked))


def any_word(lexicon: Lexicon, asked: str) -> list[Match]:
    """The ways in which what was typed without a space is found: `de-Stalinization` as two words or as one, 北京大学 as
    its pairs.
    """
    words = words_of(asked)
    if not words:
        return []
    if len(words) == 1:
        written, token = words[0]
        if is_unspaced(token.form) and len(token.form) == 1:
            return [HasPrefix("forms", token.form, why=Why(rule="prefix", asked=asked))]
        return one_word(lexicon, asked, written, token.form)
    ways: list[Match] = [together(lexicon, asked, words)]
    if not is_unspaced(words[0][1].form):
        joined = "".join(token.form for _, token in words)
        ways.append(Has("forms", joined, why=Why(rule="spelling", asked=asked)))
        ways += one_word(lexicon, asked, joined, joined)[:2]
    return ways


def best(ways: Sequence[Match]) -> Match:
    return ways[0] if len(ways) == 1 else Best(tuple(ways))
