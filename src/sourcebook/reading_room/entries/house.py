"""What the archive's own record files: the imprint on every page, and the pages that stand whatever is published."""

from collections.abc import Iterator

from sourcebook.reading_room.cards import IMPRINT, Imprint
from sourcebook.reading_room.catalogue import Entry
from sourcebook.reading_room.entries.filing import filed, page, pages
from sourcebook.reading_room.site import Site
from sourcebook.record import Archive

SITEMAPS = 64
"""Sitemaps below the index; a record's page is listed in the one its slug's hash points to."""


def house_entries(archive: Archive, site: Site) -> Iterator[Entry]:
    yield filed(
        IMPRINT,
        "archive",
        Imprint(
            title=archive.title,
            subtitle=archive.subtitle,
            editors=tuple((editor.agent, editor.credited_as) for editor in archive.contributions),
            publisher=archive.publisher,
            licence=archive.licence,
        ),
    )
    for kind in ("person", "organisation", "place", "term"):
        yield from pages(site, _index(kind), "index", kind)
    yield from pages(site, "/events/", "events")
    yield from pages(site, "/themes/", "themes")
    yield from pages(site, "/sources/", "sources")
    for language in site.languages:
        prefix = "" if language == site.languages[0] else f"/{language}"
        yield page(f"{prefix}/feed.xml", "feed", "", language)
    yield page("/404.html", "not_found", "", site.languages[0])
    yield page("/robots.txt", "robots")
    yield page("/sitemap.xml", "sitemap")
    for bucket in range(SITEMAPS):
        yield page(f"/sitemaps/{bucket:02d}.xml", "sitemap_part", f"{bucket:02d}")
    for file in sorted(set(site.assets.values())):
        yield page(f"/assets/{file}", "asset", file)


def _index(kind: str) -> str:
    return {
        "person": "/people/",
        "organisation": "/organisations/",
        "place": "/places/",
        "term": "/glossary/",
    }[kind]
