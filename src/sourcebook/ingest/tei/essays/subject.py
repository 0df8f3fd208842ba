"""One section of a collection as a subject with its essay."""

from collections.abc import Callable

from django.utils.translation import gettext

from sourcebook.ingest.slugs import slug
from sourcebook.ingest.tei.block import read
from sourcebook.ingest.tei.essays.body import body_of
from sourcebook.ingest.tei.essays.years import Period, date_of_heading, year_of
from sourcebook.ingest.tei.inline import flat
from sourcebook.ingest.tei.reading import Reading
from sourcebook.ingest.tei.sketch import Import, Sketch
from sourcebook.ingest.tei.volume import Volume
from sourcebook.record import Contribution, Essay, Subject, Year
from sourcebook.record.reference import kind_of, slug_of
from sourcebook.standards.markdown.inline import Resolve
from sourcebook.standards.markdown.words import Footnote, Pointer, Run, plain
from sourcebook.standards.tei import Element, children, local, xml_id


def read_subject(
    volume: Volume,
    shared: Import,
    section: Element,
    point: Callable[[Element], Pointer | None],
    theme: str,
    byline: tuple[Contribution, ...],
    period: Period | None,
    address: str,
) -> None:
    """Sketch the subject, and its year if no other subject has brought it."""
    identifier = xml_id(section)
    reading = Reading(volume, point=point)
    head = next(children(section, "head"), None)
    title, date, year = identifier, None, str(period[0]) if period else ""
    if head is not None:
        title = _read_head(reading, head)
        date = date_of_heading(head, volume)
        year = year_of(date, head, section, period, volume)
    for child in section:
        if local(child) and child is not head:
            read(reading, child)
    reading.finish()
    if not year:
        volume.arrival.refuse(
            gettext("Nothing dates the section “%(title)s”, so it can be put under no year.")
            % {"title": title},
            volume.origin(section),
            advice=gettext("Give its heading a <date>."),
        )
        return
    wanted = slug(identifier, "subject")
    taken = f"subject:{wanted}" in shared.slugs
    reference = shared.free("subject", f"{wanted}-{slug(volume.identifier, 'volume')}" if taken else wanted)
    shared.targets.places[volume.identifier, identifier] = reference
    shared.targets.addresses[f"{address}/{identifier}"] = reference
    _year(volume, shared, section, year)
    keywords = (section.get("ana") or "").split()
    for keyword in keywords:
        shared.keywords.setdefault(keyword, []).append((reference, volume, section))

    def make(resolve: Resolve) -> Subject:
        known = dict.fromkeys(shared.meanings[keyword] for keyword in keywords if keyword in shared.meanings)
        return Subject(
            slug=slug_of(reference),
            legacy_addresses=(f"{address}/{identifier}",),
            title={volume.language: title},
            year=f"year:{year}",
            date=date,
            themes=(theme, *(meaning for meaning in known if kind_of(meaning) == "theme")),
            about=tuple(meaning for meaning in known if kind_of(meaning) != "theme"),
            essays=(Essay(language=volume.language, body=body_of(reading, resolve), contributions=byline),),
        )

    shared.sketches.append(Sketch(reference, volume.origin(section), make))


def _read_head(reading: Reading, head: Element) -> str:
    """The title; a note that the heading calls is called by the essay's first words instead."""
    words = list(flat(reading, head))
    calls = [word for word in words if isinstance(word, Footnote)]
    reading.loose(calls)
    return plain([word for word in words if isinstance(word, Run)])


def _year(volume: Volume, shared: Import, section: Element, year: str) -> None:
    if f"year:{year}" not in shared.slugs:
        shared.slugs.add(f"year:{year}")
        record = Year(slug=year)
        shared.sketches.append(
            Sketch(f"year:{year}", volume.origin(section), lambda _: record, named_only=True)
        )
