"""Writing one entry."""

import msgspec

from sourcebook.reading_room.addresses import localised
from sourcebook.reading_room.catalogue import PAGES, Entry, PageCard
from sourcebook.reading_room.site import Site

_encoder = msgspec.json.Encoder(order="deterministic")

SURE, LEADING = "0", "1"
"""Where two records want one address, a page goes before a redirect."""


def filed(catalogue: str, heading: str, card: object, sort: str = "") -> Entry:
    return Entry(catalogue, heading, sort, _encoder.encode(card))


def page(address: str, maker: str, argument: str = "", language: str = "", *, sort: str = SURE) -> Entry:
    """That a page exists at exactly this address."""
    return filed(PAGES, address, PageCard(maker, argument, language), sort)


def pages(site: Site, address: str, maker: str, argument: str = "") -> list[Entry]:
    """The same page in every interface language."""
    return [
        page(localised(address, language, site.languages), maker, argument, language)
        for language in site.languages
    ]
