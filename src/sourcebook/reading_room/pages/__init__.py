"""Page makers: one for each type of page, bound to a site."""

from collections.abc import Callable, Mapping
from functools import partial

from sourcebook.reading_room.baking import Made, Maker
from sourcebook.reading_room.catalogue import PageCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages import (
    authorities,
    beside,
    calendar,
    entrance,
    lists,
    plain,
    source,
    subject,
)
from sourcebook.reading_room.reading import Reading
from sourcebook.reading_room.site import Site

LeafMaker = Callable[[Leaf], Made]

_MAKERS: dict[str, LeafMaker] = {
    "home": entrance.home,
    "year": entrance.year,
    "theme": lists.theme,
    "subject": subject.subject,
    "tab": subject.tab,
    "source": source.source,
    "version": source.version,
    "person": authorities.authority,
    "organisation": authorities.authority,
    "place": authorities.authority,
    "event": authorities.authority,
    "term": authorities.authority,
    "all_mentions": lists.all_mentions,
    "index": lists.index,
    "letter": lists.letter,
    "events": lists.events,
    "events_of_year": lists.events_of_year,
    "themes": lists.themes,
    "sources": calendar.sources,
    "sources_of_year": calendar.sources_of_year,
    "sources_of_month": calendar.sources_of_month,
    "not_found": plain.not_found,
    "tombstone": plain.tombstone,
    "gone": plain.gone,
    "record": beside.record,
    "copy": beside.copy,
    "captions": beside.captions,
    "redirect": beside.redirect,
    "asset": beside.asset,
    "robots": beside.robots,
    "feed": beside.feed,
    "sitemap": beside.sitemap,
    "sitemap_part": beside.sitemap_part,
}


def _make(site: Site, maker: LeafMaker, reading: Reading, card: PageCard) -> Made:
    return maker(Leaf(site, reading, card))


def makers(site: Site) -> Mapping[str, Maker]:
    """One maker for each page type that a `PageCard` may name."""
    return {name: partial(_make, site, maker) for name, maker in _MAKERS.items()}
