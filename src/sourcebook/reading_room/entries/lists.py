"""The lists a record stands in: years, letters, themes, parts, the feed, the sitemaps.

Long lists are cut by year and month or by letter. Beside each cut list stands a tiny one that holds only the name of
the cut, once for each record in it: a page that shows counts reads that, and stays as it is when a title changes.
"""

import hashlib
from collections.abc import Iterator

from sourcebook.reading_room.addresses import address_of, folder_of
from sourcebook.reading_room.cards import FeedCard, NameCard, SiblingCard, SitemapCard
from sourcebook.reading_room.catalogue import Entry
from sourcebook.reading_room.entries.filing import filed, page, pages
from sourcebook.reading_room.entries.house import SITEMAPS
from sourcebook.reading_room.entries.shortly import short_card, title_of
from sourcebook.reading_room.languages import choose, filing_names
from sourcebook.reading_room.reading import Publication
from sourcebook.reading_room.site import Site
from sourcebook.reading_room.sorting import date_sort, initial, month_of, newest_first, word_sort, year_of
from sourcebook.record import Authority, Event, Record, Source, Subject, Theme, Year
from sourcebook.record.reference import slug_of

PARTS_TOGETHER = 50
"""Positions of a volume whose parts stand under one heading."""


def list_entries(publication: Publication, site: Site) -> Iterator[Entry]:
    record = publication.record
    if isinstance(record, Year):
        name = NameCard(reference=record.reference, address=address_of(record), title=title_of(record))
        yield filed("years", "all", name, record.slug)
    elif isinstance(record, Theme):
        yield filed("themes", "all", short_card(record), word_sort(next(iter(record.title.values()), "")))
    elif isinstance(record, Subject):
        yield from _of_subject(record, publication, site)
    elif isinstance(record, Source):
        yield from _of_source(record, site)
    elif isinstance(record, Event):
        year = year_of(record.date)
        yield filed("events", year, short_card(record), date_sort(record.date))
        yield filed("event-years", "all", year, date_sort(record.date))
        yield from pages(site, f"/events/years/{year or 'undated'}/", "events_of_year", year)
    elif isinstance(record, Authority):
        yield from _by_letter(record, site)
    if isinstance(record, Subject | Source):
        yield from _feed(publication)
    yield from _sitemap(publication)


def _of_subject(subject: Subject, publication: Publication, site: Site) -> Iterator[Entry]:
    card, sort = short_card(subject), date_sort(subject.date)
    year = slug_of(subject.year)
    yield filed("subjects", subject.year, card, sort)
    yield filed("subject-years", "all", year)
    yield filed("subjects", "newest", card, newest_first(publication.first_published))
    for theme in dict.fromkeys(subject.themes):
        yield filed("subjects", theme, card, sort)
    if year:
        # The year has a page as soon as a subject stands in it, whether or not the year itself is published.
        yield from pages(site, folder_of("year") + f"{year}/", "year", subject.year)


def _of_source(source: Source, site: Site) -> Iterator[Entry]:
    year, month, sort = year_of(source.date), month_of(source.date), date_sort(source.date)
    if source.part_of:
        bucket = str(source.position // PARTS_TOGETHER)
        place = f"{source.position:09d}"
        yield filed("parts", f"{source.part_of} {bucket}", SiblingCard(reference=source.reference), place)
        yield filed("parts", source.part_of, short_card(source), place)
    yield filed("sources", f"{year} {month}", short_card(source), sort)
    yield filed("source-years", "all", year, sort[:1] + year.zfill(12))
    yield filed("source-months", year, month, month)
    yield from pages(site, f"/sources/years/{year or 'undated'}/", "sources_of_year", year)
    if month:
        yield from pages(site, f"/sources/years/{year}/{month}/", "sources_of_month", f"{year} {month}")


def _by_letter(record: Authority, site: Site) -> Iterator[Entry]:
    names, card = filing_names(record.names), short_card(record)  # type: ignore[arg-type]
    folder = folder_of(record.kind)  # type: ignore[arg-type]
    for language in site.languages:
        name = choose(names, language, site.languages).text
        letter = initial(name)
        yield filed(record.kind, f"{language} {letter}", card, word_sort(name))
        yield filed(f"{record.kind}-letters", language, letter, word_sort(letter))
        address = f"{folder}letters/{letter_slug(letter)}/"
        prefix = "" if language == site.languages[0] else f"/{language}"
        yield page(prefix + address, "letter", f"{record.kind} {letter}", language)


def letter_slug(letter: str) -> str:
    """A letter in an address; letters of other alphabets stand by their code point, so that any host can serve them."""
    if letter.isascii():
        return letter.lower() if letter.isalpha() else "other"
    return f"u{ord(letter):04x}"


def _feed(publication: Publication) -> Iterator[Entry]:
    record: Record = publication.record
    yield filed(
        "feed",
        "all",
        FeedCard(
            reference=record.reference,
            address=address_of(record),
            title=title_of(record),
            identifier=record.id,
            summary=record.summary if isinstance(record, Subject) else {},
            first_published=publication.first_published,
            last_published=publication.last_published,
        ),
        newest_first(publication.first_published),
    )


def _sitemap(publication: Publication) -> Iterator[Entry]:
    record = publication.record
    bucket = f"{hashlib.sha256(record.reference.encode()).digest()[0] % SITEMAPS:02d}"
    card = SitemapCard(address=address_of(record), changed=publication.last_published[:10])
    yield filed("sitemap", bucket, card, record.reference)
    yield filed("sitemap-buckets", bucket, 1)
