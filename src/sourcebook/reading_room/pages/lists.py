"""Indexes: by letter, by year and month, all themes, all mentions of one thing."""

from collections import Counter
from typing import Literal

from sourcebook.reading_room.addresses import address_of, folder_of
from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.cards import NameCard, ShortCard
from sourcebook.reading_room.entries.lists import letter_slug
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.cited import TOGETHER, citing
from sourcebook.reading_room.pages.composing import compose
from sourcebook.reading_room.pages.sheet import Crumb, lay_out, own_words
from sourcebook.reading_room.sorting import word_sort
from sourcebook.record import Theme

ON_ONE_PAGE = 150
"""Entries that an index shows whole; a longer one leads to its letters, years or months."""

IndexKind = Literal["person", "organisation", "place", "term"]
_PLURAL = {"person": "people", "organisation": "organisations", "place": "places", "term": "glossary"}


def index(leaf: Leaf) -> Made:
    """All of a kind, or its letters."""
    kind: IndexKind = leaf.argument  # type: ignore[assignment]
    counts = Counter(leaf.reading.cards(f"{kind}-letters", leaf.language, str))
    folder = folder_of(kind)
    letters = [
        (letter, leaf.address(f"{folder}letters/{letter_slug(letter)}/"), counts[letter])
        for letter in sorted(counts, key=word_sort)
    ]
    whole = sum(counts.values()) <= ON_ONE_PAGE
    groups = [(letter, _letter(leaf, kind, letter)) for letter, _, _ in letters] if whole else []
    return lay_out(
        leaf,
        "index.html",
        folder,
        own_words(leaf, getattr(leaf.words, f"nav_{_PLURAL[kind]}")),
        description=getattr(leaf.words, f"about_{_PLURAL[kind]}"),
        lead=getattr(leaf.words, f"about_{_PLURAL[kind]}"),
        kind=kind,
        letters=letters,
        groups=groups,
    )


def letter(leaf: Leaf) -> Made:
    """One letter of an index. It reads no other letter, so that a new name touches its own letter alone."""
    kind, one = leaf.argument.split(" ")
    cards = _letter(leaf, kind, one)
    if not cards:
        return None
    folder = folder_of(kind)  # type: ignore[arg-type]
    title = own_words(leaf, getattr(leaf.words, f"nav_{_PLURAL[kind]}"))
    return lay_out(
        leaf,
        "index.html",
        f"{folder}letters/{letter_slug(one)}/",
        own_words(leaf, f"{title.text}: {one}"),
        crumbs=[Crumb(leaf.address(folder), title)],
        elsewhere=folder,
        lead="",
        kind=kind,
        letters=[],
        groups=[(one, cards)],
    )


def _letter(leaf: Leaf, kind: str, letter: str) -> list[ShortCard]:
    return leaf.reading.cards(kind, f"{leaf.language} {letter}", ShortCard)


def events(leaf: Leaf) -> Made:
    """All events year by year; only the years where there are many."""
    counts = Counter(leaf.reading.cards("event-years", "all", str))
    whole = sum(counts.values()) <= ON_ONE_PAGE
    return lay_out(
        leaf,
        "events.html",
        "/events/",
        own_words(leaf, leaf.words.nav_events),
        description=leaf.words.about_events,
        lead=leaf.words.about_events,
        groups=[(year, leaf.reading.cards("events", year, ShortCard)) for year in counts] if whole else [],
        years=[(year, leaf.address(f"/events/years/{year or 'undated'}/"), counts[year]) for year in counts],
    )


def events_of_year(leaf: Leaf) -> Made:
    """One year's events."""
    year = leaf.argument
    cards = leaf.reading.cards("events", year, ShortCard)
    if not cards:
        return None
    return lay_out(
        leaf,
        "events.html",
        f"/events/years/{year or 'undated'}/",
        own_words(leaf, leaf.words.say("events_of", when=year or leaf.words.undated)),
        crumbs=[Crumb(leaf.address("/events/"), own_words(leaf, leaf.words.nav_events))],
        lead="",
        groups=[("", cards)],
        years=[],
    )


def themes(leaf: Leaf) -> Made:
    return lay_out(
        leaf,
        "themes.html",
        "/themes/",
        own_words(leaf, leaf.words.nav_themes),
        description=leaf.words.about_themes,
        themes=leaf.reading.cards("themes", "all", ShortCard),
    )


def theme(leaf: Leaf) -> Made:
    held = leaf.reading.publication(leaf.argument)
    if not held or not isinstance(held.record, Theme):
        return None
    record = held.record
    introduction = leaf.say(record.introduction)
    found = citing(leaf, [record.reference, *(f"theme:{slug}" for slug in record.former_slugs)])
    return lay_out(
        leaf,
        "theme.html",
        address_of(record),
        leaf.say(record.title),
        description=leaf.say(record.summary).text or introduction.text,
        crumbs=[Crumb(leaf.address("/themes/"), own_words(leaf, leaf.words.nav_themes))],
        summary=leaf.say(record.summary),
        text=compose(leaf, introduction),
        text_language=introduction.language,
        subjects=leaf.reading.cards("subjects", record.reference, ShortCard),
        sources=[one for one in found if one.kind == "source"],
    )


def all_mentions(leaf: Leaf) -> Made:
    """Everything that mentions a thing, where it is more than the thing's own page holds."""
    card = leaf.reading.cards("names", leaf.argument, NameCard, limit=1)
    held = leaf.reading.publication(leaf.argument)
    if not card or not held:
        return None
    own = [leaf.argument, *(f"{held.record.kind}:{slug}" for slug in held.record.former_slugs)]
    if len(citing(leaf, own)) < TOGETHER:
        return None
    title = leaf.say(card[0].title)
    return lay_out(
        leaf,
        "mentions.html",
        f"{card[0].address}mentions/",
        own_words(leaf, f"{leaf.words.cited_in}: {title.text}"),
        crumbs=[Crumb(leaf.address(card[0].address), title)],
        index=False,
        found=citing(leaf, own, None),
    )
