"""Addresses that lead to a record: the permanent one, those under former slugs, those of another system."""

from collections.abc import Iterator

from sourcebook.reading_room.addresses import address_of, legacy, localised, permanent
from sourcebook.reading_room.catalogue import ALIASES, Entry
from sourcebook.reading_room.entries.filing import LEADING, filed, page
from sourcebook.reading_room.site import Site
from sourcebook.record import Record


def redirect_entries(record: Record, site: Site) -> Iterator[Entry]:
    address = address_of(record)
    if record.id:
        yield page(permanent(record.id), "redirect", address)
    for slug in dict.fromkeys(record.former_slugs):
        if slug == record.slug or record.kind == "archive":
            continue
        yield filed(ALIASES, f"{record.kind}:{slug}", record.reference)
        for language in site.languages:
            old = localised(address_of(record, slug), language, site.languages)
            yield page(old, "redirect", localised(address, language, site.languages), language, sort=LEADING)
    for old in dict.fromkeys(map(legacy, record.legacy_addresses)):
        if old and old != address:
            yield page(old, "redirect", address, sort=LEADING)
