"""From a published record to its index document."""

from collections.abc import Iterator

from sourcebook.record import Archive, Record, Source, Subject, Theme, Year
from sourcebook.record.authorities import Authority
from sourcebook.record.parts import LanguageMap
from sourcebook.search.documents import RecordDocument, Words
from sourcebook.search.keys import key_of
from sourcebook.search.making.bearing import date_of, facets_of
from sourcebook.search.making.days import day_numbers
from sourcebook.search.making.sources import canvas_cuts, source_words, told_cuts
from sourcebook.search.making.surroundings import Surroundings
from sourcebook.search.making.texts import Cut, number, source_cuts


def document_of(record: Record, surroundings: Surroundings) -> RecordDocument | None:
    """What of a record can be found; None for the archive itself, which every page names."""
    if isinstance(record, Archive):
        return None
    key = key_of(record.id or record.reference)
    date = date_of(record)
    first, last = day_numbers(date)
    return RecordDocument(
        key=key,
        identifier=record.id,
        reference=record.reference,
        kind=record.kind,  # type: ignore[arg-type]
        address=surroundings.address,
        title=title_of(record),
        summary=getattr(record, "summary", {}),
        date=date,
        first_day=first,
        last_day=last,
        facets=facets_of(record, surroundings),
        words=tuple(_words(record)),
        passages=number(list(_cuts(record)), key),
        selects=tuple(s.source for s in record.selections) if isinstance(record, Subject) else (),
    )


def title_of(record: Record) -> LanguageMap:
    """The title; of an authority the preferred names, the first of all first; of a year the year."""
    if isinstance(record, Authority):
        shown: dict[str, str] = {}
        for name in sorted(record.names, key=lambda name: name.use != "preferred"):
            shown.setdefault(name.language or "und", name.text)
        return shown
    if isinstance(record, Year):
        return record.title or {"und": record.slug}
    return record.title


def _words(record: Record) -> Iterator[Words]:
    if isinstance(record, Source):
        yield from source_words(record)
    elif isinstance(record, Authority):
        for name in record.names:
            yield Words(place="names", text=name.text, language=name.language)
        for identifier in record.identifiers:
            yield Words(place="description", text=identifier.value)
    else:
        for language, title in record.title.items():
            yield Words(place="title", text=title, language=language)
        if isinstance(record, Year):
            yield Words(place="title", text=record.slug)
    if isinstance(record, Subject):
        for essay in record.essays:
            if essay.title:
                yield Words(place="title", text=essay.title, language=essay.language)
            for line in essay.contributions:
                if line.credited_as:
                    yield Words(place="byline", text=line.credited_as)
    for language, summary in getattr(record, "summary", {}).items():
        yield Words(place="description", text=summary, language=language)


def _cuts(record: Record) -> Iterator[Cut]:
    if isinstance(record, Source):
        yield from source_cuts(record)
        yield from canvas_cuts(record)
        yield from told_cuts(record.description, "description")
    elif isinstance(record, Subject):
        for essay in record.essays:
            yield from told_cuts({essay.language: essay.body}, "essay")
        for selection in record.selections:
            yield from told_cuts(selection.headnote, "headnote")
            for question in selection.questions:
                yield from told_cuts(question, "headnote")
    elif isinstance(record, Authority):
        yield from told_cuts(record.description, "description")
    elif isinstance(record, Theme | Year):
        yield from told_cuts(record.introduction, "description")
