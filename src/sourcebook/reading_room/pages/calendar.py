"""Sources in order of time: all years, one year, one month."""

from collections import Counter

from babel.dates import get_month_names

from sourcebook.reading_room.baking import Made
from sourcebook.reading_room.cards import ShortCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.lists import ON_ONE_PAGE
from sourcebook.reading_room.pages.sheet import Crumb, lay_out, own_words
from sourcebook.reading_room.words import spoken

Group = tuple[str, str, int, list[ShortCard]]
"""Heading, address of its own page ("" where it has none), how many, and the sources where they are shown."""


def sources(leaf: Leaf) -> Made:
    """All sources year by year; only the years where there are many."""
    counts = Counter(leaf.reading.cards("source-years", "all", str))
    whole = sum(counts.values()) <= ON_ONE_PAGE
    groups: list[Group] = []
    for year in counts:
        cards = [card for _, found in _months(leaf, year) for card in found] if whole else []
        heading = year or leaf.words.undated
        groups.append((heading, leaf.address(f"/sources/years/{year or 'undated'}/"), counts[year], cards))
    return lay_out(
        leaf,
        "sources.html",
        "/sources/",
        own_words(leaf, leaf.words.nav_sources),
        description=leaf.words.about_sources,
        lead=leaf.words.about_sources,
        groups=groups,
        whole=whole,
        turn=None,
    )


def sources_of_year(leaf: Leaf) -> Made:
    """A year's sources, or its months where there are many."""
    year = leaf.argument
    months = Counter(leaf.reading.cards("source-months", year, str))
    if not months:
        return None
    whole = sum(months.values()) <= ON_ONE_PAGE or set(months) == {""}
    groups: list[Group] = []
    for month in sorted(months, key=lambda month: month or "99"):
        cards = _cards(leaf, year, month) if whole or not month else []
        address = leaf.address(f"/sources/years/{year}/{month}/") if month else ""
        groups.append((_name(leaf, year, month), address, months[month], cards))
    return lay_out(
        leaf,
        "sources.html",
        f"/sources/years/{year or 'undated'}/",
        own_words(leaf, leaf.words.say("sources_of", when=year or leaf.words.undated)),
        crumbs=[Crumb(leaf.address("/sources/"), own_words(leaf, leaf.words.nav_sources))],
        lead="",
        groups=groups,
        whole=whole,
        turn=None,
    )


def sources_of_month(leaf: Leaf) -> Made:
    """A month's sources; it reads no other month."""
    year, month = leaf.argument.split(" ")
    cards = _cards(leaf, year, month)
    if not cards:
        return None
    when = f"{_name(leaf, year, month)} {year}"
    return lay_out(
        leaf,
        "sources.html",
        f"/sources/years/{year}/{month}/",
        own_words(leaf, leaf.words.say("sources_of", when=when)),
        crumbs=[
            Crumb(leaf.address("/sources/"), own_words(leaf, leaf.words.nav_sources)),
            Crumb(leaf.address(f"/sources/years/{year}/"), own_words(leaf, year)),
        ],
        lead="",
        groups=[("", "", len(cards), cards)],
        whole=True,
        turn=None,
    )


def _months(leaf: Leaf, year: str) -> list[tuple[str, list[ShortCard]]]:
    months = dict.fromkeys(leaf.reading.cards("source-months", year, str))
    return [(month, _cards(leaf, year, month)) for month in sorted(months, key=lambda month: month or "99")]


def _cards(leaf: Leaf, year: str, month: str) -> list[ShortCard]:
    return leaf.reading.cards("sources", f"{year} {month}", ShortCard)


def _name(leaf: Leaf, year: str, month: str) -> str:
    if not month:
        return leaf.words.day_not_known if year else ""
    name = get_month_names("wide", context="stand-alone", locale=spoken(leaf.language))[int(month)]
    return str(name[:1].upper() + name[1:])
