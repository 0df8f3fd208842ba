"""What a published record files in the reading room's catalogues: its pages, its cards, its mentions, its lists.

Entries depend on the record, the instants of its publication and the site alone, so that filing it again after a
change shows exactly which headings are touched.
"""

from collections.abc import Iterator

from sourcebook.reading_room.catalogue import Entry
from sourcebook.reading_room.entries.house import house_entries
from sourcebook.reading_room.entries.lists import list_entries
from sourcebook.reading_room.entries.mentions import mention_entries
from sourcebook.reading_room.entries.pages import page_entries
from sourcebook.reading_room.entries.redirects import redirect_entries
from sourcebook.reading_room.entries.shortly import card_entries
from sourcebook.reading_room.entries.tombstones import tombstone_entries
from sourcebook.reading_room.reading import Publication, Withdrawal
from sourcebook.reading_room.site import Site
from sourcebook.record import Archive


def file_entries(publication: Publication | Withdrawal, site: Site) -> Iterator[Entry]:
    """All cards that one published record files, or that a withdrawn one leaves."""
    if isinstance(publication, Withdrawal):
        yield from tombstone_entries(publication, site)
        return
    record = publication.record
    yield from page_entries(record, site)
    yield from redirect_entries(record, site)
    yield from card_entries(record, site)
    yield from mention_entries(record)
    yield from list_entries(publication, site)
    if isinstance(record, Archive):
        yield from house_entries(record, site)


__all__ = ["file_entries"]
