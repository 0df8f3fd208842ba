"""“Cited in”: which published records mention this one, how, and where."""

from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.reading_room import labels
from sourcebook.reading_room.cards import MENTIONS, MentionCard, Place
from sourcebook.reading_room.languages import Words
from sourcebook.reading_room.leaf import Leaf
from sourcebook.record.reference import kind_of
from sourcebook.record.spans import PassageSpan, SpanError, parse_span
from sourcebook.vocabulary.dates import HistoricalDate

TOGETHER = 200
"""Mentions on a record's own page; further ones stand on a page of their own."""


class Citing(NamedTuple):
    """A record that mentions this one."""

    kind: str
    title: Words
    address: str
    date: HistoricalDate | None
    manners: tuple[str, ...]
    """How it does, in words of the interface."""
    passages: tuple[tuple[str, str], ...]
    """Places in it from which it does: label and address."""
    places: tuple[Place, ...]


def citing(leaf: Leaf, references: Sequence[str], limit: int | None = TOGETHER) -> list[Citing]:
    """All that mention any of these references (a record's own and its former ones)."""
    cards = [card for one in references for card in leaf.reading.cards(MENTIONS, one, MentionCard, limit)]
    return [_citing(leaf, card) for card in cards]


def _citing(leaf: Leaf, card: MentionCard) -> Citing:
    address = leaf.address(card.address)
    passages = dict.fromkeys(
        (place.passage, f"{address}#{place.passage}") for place in card.places if place.passage
    )
    return Citing(
        kind=kind_of(card.reference),
        title=leaf.say(card.title),
        address=address,
        date=card.date,
        manners=tuple(dict.fromkeys(_manner(leaf, place) for place in card.places)),
        passages=tuple(passages),
        places=card.places,
    )


def _manner(leaf: Leaf, place: Place) -> str:
    if place.manner == "contributes":
        return labels.deed(place.role, leaf.language)
    if place.manner == "relates":
        return labels.relation(place.role, leaf.language, True)
    return str(getattr(leaf.words, f"manner_{place.manner}"))


class Mark(NamedTuple):
    """In the margin of a passage: a record that cites it."""

    title: str
    address: str


def by_passage(found: Sequence[Citing], order: Sequence[str]) -> dict[str, list[Mark]]:
    """Who cites which passage; a run of passages is marked at each of them. `order` gives all keys."""
    marks: dict[str, list[Mark]] = {}
    for one in found:
        for key in dict.fromkeys(key for place in one.places for key in _keys(place.fragment, order)):
            marks.setdefault(key, []).append(Mark(one.title.text, one.address))
    return marks


def _keys(fragment: str, order: Sequence[str]) -> list[str]:
    try:
        span = parse_span(fragment) if fragment else None
    except SpanError:
        return []
    if not isinstance(span, PassageSpan):
        return []
    if not span.last or span.first not in order or span.last not in order:
        return [span.first]
    return list(order[order.index(span.first) : order.index(span.last) + 1])
