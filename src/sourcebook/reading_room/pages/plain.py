"""The pages for what does not exist, and for what was withdrawn."""

from sourcebook.reading_room.baking import Made, Tombstone
from sourcebook.reading_room.cards import TOMBSTONES, TombstoneCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.sheet import lay_out, own_words
from sourcebook.reading_room.words import words_of
from sourcebook.vocabulary.dates import read_date


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


def tombstone(leaf: Leaf) -> Made:
    """What was withdrawn, why and when."""
    cards = leaf.reading.cards(TOMBSTONES, leaf.argument, TombstoneCard, limit=1)
    if not cards:
        return None
    card = cards[0]
    page = lay_out(
        leaf,
        "tombstone.html",
        card.address,
        leaf.say(card.title),
        index=False,
        reason=card.reason,
        date=read_date(card.at[:10]),
    )
    return Tombstone(page, card.address)


def gone(leaf: Leaf) -> Made:
    """A file of something withdrawn: its tombstone is on the page that it stood beside."""
    return Tombstone(None, leaf.argument)
