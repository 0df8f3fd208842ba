"""The page for what does not exist."""

from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.sheet import lay_out, own_words
from sourcebook.reading_room.words import words_of


def not_found(leaf: Leaf) -> Made:
    """One page for all addresses, so it speaks every language of the interface."""
    says = [(language, words_of(language)) for language in leaf.site.languages]
    return lay_out(
        leaf,
        "not_found.html",
        "/404.html",
        own_words(leaf, leaf.words.not_found),
        index=False,
        elsewhere="/",
        says=says,
    )
