"""Stretches in another language say so."""

from markupsafe import Markup, escape

from sourcebook.reading_room.languages import Words, direction_of
from sourcebook.reading_room.leaf import Leaf


def spoken_in(words: Words, leaf: Leaf) -> Markup:
    """Words as HTML; those in another language than the page's say so."""
    if not words.language or words.language == leaf.language:
        return escape(words.text)
    return Markup("<span{}>{}</span>").format(tongue(words.language, leaf.language), words.text)


def tongue(language: str, around: str) -> Markup:
    """The `lang` and `dir` attributes of a stretch inside one in another language."""
    if not language or language == around:
        return Markup("")
    direction = direction_of(language)
    turned = Markup(' dir="{}"').format(direction) if direction != direction_of(around) else ""
    return Markup(' lang="{}"{}').format(language, turned)
