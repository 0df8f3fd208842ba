"""A record in short: its name for links, its card for lists, the definition of a term."""

from collections.abc import Iterator

from sourcebook.reading_room.addresses import address_of
from sourcebook.reading_room.cards import CARDS, DEFINITIONS, NAMES, NameCard, Picture, ShortCard
from sourcebook.reading_room.catalogue import Entry
from sourcebook.reading_room.entries.filing import filed
from sourcebook.reading_room.languages import titles
from sourcebook.reading_room.site import Site
from sourcebook.record import (
    Authority,
    Event,
    Organisation,
    Person,
    Record,
    Source,
    Subject,
    Term,
    Theme,
    Year,
)
from sourcebook.record.parts import LanguageMap


def title_of(record: Record) -> LanguageMap:
    """What a record is called, by language; a year without a title is called by its number."""
    if isinstance(record, Authority):
        return titles(record.names)
    return record.title or {"": record.slug}


def card_entries(record: Record, site: Site) -> Iterator[Entry]:
    name = NameCard(reference=record.reference, address=address_of(record), title=title_of(record))
    yield filed(NAMES, record.reference, name)
    yield filed(CARDS, record.reference, short_card(record))
    if isinstance(record, Term):
        yield filed(DEFINITIONS, record.reference, record.summary)


def short_card(record: Record) -> ShortCard:
    """The card by which lists and selections show a record."""
    base = {"reference": record.reference, "address": address_of(record), "title": title_of(record)}
    if isinstance(record, Source):
        durations = [file.duration for file in record.files if file.duration]
        return ShortCard(
            **base,  # type: ignore[arg-type]
            medium=record.medium,
            form=record.form,
            date=record.date,
            picture=first_picture(record),
            duration=max(durations, default=None),
        )
    if isinstance(record, Person):
        dates = {"date": record.born, "end": record.died}
    elif isinstance(record, Organisation):
        dates = {"date": record.founded, "end": record.dissolved}
    else:
        dates = {"date": record.date if isinstance(record, Subject | Event) else None}
    summary = record.summary if isinstance(record, Authority | Subject | Theme) else {}
    image = record.image if isinstance(record, Authority | Subject) else ""
    return ShortCard(**base, **dates, summary=summary, image=image)  # type: ignore[arg-type]


def first_picture(source: Source) -> Picture | None:
    """The first canvas that is an image whose size is known."""
    files = {file.name: file for file in source.files}
    for canvas in source.canvases:
        file = files.get(canvas.file)
        if file and file.width and file.height and file.media_type.startswith("image/"):
            return Picture(
                name=file.name,
                sha256=file.sha256,
                media_type=file.media_type,
                width=file.width,
                height=file.height,
                alt=canvas.alt,
            )
    return None


def is_dated(record: Record) -> bool:
    return isinstance(record, Source | Subject | Event | Year)
