"""What to go on with while a question is typed: things of that name, and how the last word may go on."""

from sourcebook.reading_room import labels
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record.reference import kind_of
from sourcebook.search.engine import Reader
from sourcebook.search.lexicon import Lexicon
from sourcebook.search.words.folding import fold
from sourcebook.search.words.tokens import tokens
from sourcebook.search.written import as_written
from sourcebook.web.searching.api_form import ApiSuggestion, ApiSuggestions

THINGS, WORDS = 4, 5
"""At most so many of each."""
SHORTEST = 2
"""Letters; what begins with one letter is half of the archive."""
LONGEST = 200


def suggestions(leaf: Leaf, reader: Reader, lexicon: Lexicon, begun: str) -> ApiSuggestions:
    """Only what stands in published records."""
    begun = begun[:LONGEST]
    words = tokens(begun)
    if not words or len(words[-1].form) < SHORTEST or begun[-1:].isspace():
        return ApiSuggestions()
    *before, last = [token.form for token in words]
    return ApiSuggestions(
        suggestions=(
            *_things(leaf, lexicon, before, last),
            *_words(leaf, reader, begun[: words[-1].start], last),
        )
    )


def _things(leaf: Leaf, lexicon: Lexicon, before: list[str], last: str) -> list[ApiSuggestion]:
    shown: dict[str, ApiSuggestion] = {}
    for name in lexicon.names_beginning(before, last, limit=8 * THINGS):
        card = leaf.name(name.reference)
        if card is None or card.reference in shown or len(shown) == THINGS:
            continue
        title = leaf.say(card.title).text
        label = labels.kind(kind_of(card.reference), leaf.language)
        if fold(name.name) != fold(title):
            label = f"{name.name} · {label}"
        shown[card.reference] = ApiSuggestion(text=title, label=label, address=leaf.address(card.address))
    return list(shown.values())


def _words(leaf: Leaf, reader: Reader, before: str, last: str) -> list[ApiSuggestion]:
    return [
        ApiSuggestion(text=before + as_written(reader, form), label=leaf.words.count("found", count))
        for form, count in reader.forms(last, WORDS)
        if form != last
    ]
