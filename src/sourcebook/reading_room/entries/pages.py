"""The pages that a record asks for: its own in every interface language, its tabs, its files, its JSON."""

from collections.abc import Iterator

from sourcebook.reading_room.addresses import address_of, may_be_file, tab_address
from sourcebook.reading_room.catalogue import Entry
from sourcebook.reading_room.entries.filing import filed, page, pages
from sourcebook.reading_room.site import Site
from sourcebook.record import Archive, Authority, Record, Source, Subject
from sourcebook.record.access import access_copies
from sourcebook.vocabulary.media import MEDIA

FILES = "files"
"""The catalogue of masters in use, by SHA-256: access copies go when no published source has the file any more."""


def page_entries(record: Record, site: Site) -> Iterator[Entry]:
    address = address_of(record)
    yield from pages(site, address, "home" if isinstance(record, Archive) else record.kind, record.reference)
    yield page(f"{address}record.json", "record", record.reference)
    if isinstance(record, Subject):
        for medium in MEDIA:
            yield from pages(site, tab_address(address, medium), "tab", f"{record.reference} {medium}")
    if isinstance(record, Source):
        yield from _of_source(record, address, site)
    if isinstance(record, Authority):
        yield from pages(site, f"{address}mentions/", "all_mentions", record.reference)


def _of_source(source: Source, address: str, site: Site) -> Iterator[Entry]:
    for sha256 in dict.fromkeys(file.sha256 for file in source.files):
        yield filed(FILES, sha256, 1)
    for file in source.files:
        for copy in filter(lambda copy: may_be_file(copy.name), access_copies(file)):
            yield page(f"{address}{copy.name}", "copy", f"{file.sha256} {copy.name}")
    for version in source.texts:
        if len(source.texts) > 1:
            yield from pages(
                site, f"{address}texts/{version.key}/", "version", f"{source.reference} {version.key}"
            )
        if any(passage.start is not None for passage in version.passages):
            yield page(f"{address}{version.key}.vtt", "captions", f"{source.reference} {version.key}")
