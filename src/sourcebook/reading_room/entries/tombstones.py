"""What a withdrawn record leaves in the catalogues: a tombstone at each address that was its own."""

from collections.abc import Iterator

import msgspec

from sourcebook.reading_room.addresses import address_of
from sourcebook.reading_room.baking import file_name
from sourcebook.reading_room.cards import TOMBSTONES, TombstoneCard
from sourcebook.reading_room.catalogue import PAGES, Entry, PageCard
from sourcebook.reading_room.entries.filing import filed, page
from sourcebook.reading_room.entries.pages import page_entries
from sourcebook.reading_room.entries.redirects import redirect_entries
from sourcebook.reading_room.entries.shortly import title_of
from sourcebook.reading_room.reading import Withdrawal
from sourcebook.reading_room.site import Site
from sourcebook.record import Record

GONE = "2"
"""The sort key of a tombstone: whatever is published at the address goes before it."""


def own_pages(record: Record, site: Site) -> dict[str, str]:
    """The addresses that a record asks for as its own, former and permanent ones too, with their languages."""
    entries = (*page_entries(record, site), *redirect_entries(record, site))
    return {
        entry.heading: msgspec.json.decode(entry.card, type=PageCard).language
        for entry in entries
        if entry.catalogue == PAGES
    }


def tombstone_of(withdrawal: Withdrawal) -> TombstoneCard:
    """What readers are told."""
    record = withdrawal.record
    return TombstoneCard(
        address=address_of(record), title=title_of(record), reason=withdrawal.reason, at=withdrawal.at
    )


def tombstone_entries(withdrawal: Withdrawal, site: Site) -> Iterator[Entry]:
    record, card = withdrawal.record, tombstone_of(withdrawal)
    yield filed(TOMBSTONES, record.id, card)
    for address, language in own_pages(record, site).items():
        if file_name(address).endswith(".html"):
            yield page(address, "tombstone", record.id, language, sort=GONE)
        else:
            yield page(address, "gone", card.address, language, sort=GONE)
