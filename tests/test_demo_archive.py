"""The sample archive: whole, in two languages, every address in it good, every quotation true."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sourcebook.ingest import folder
from sourcebook.ingest.arrival import Arrival
from sourcebook.record import Event, Person, Record, Source, Subject
from sourcebook.record.authorities import Authority
from sourcebook.record.links import mentions
from sourcebook.record.quotations import quotations_in, stands_in
from sourcebook.record.spans import check_span, parse_span
from sourcebook.vocabulary.dates import HistoricalDate, understood
from sourcebook.vocabulary.relations import RELATIONS
from sourcebook.vocabulary.rights import read_rights
from sourcebook.vocabulary.roles import ROLES

LANGUAGES = {"en", "ru"}
SPOKEN_TO_CAPTION = 0.1
"""Seconds by which a cue may end after the recording, which an encoder may cut."""


@pytest.fixture(scope="module")
def sample(repository: Path) -> Path:
    return repository / "src/sourcebook/demo_archive"


@pytest.fixture(scope="module")
def arrival(sample: Path) -> Arrival:
    return folder.read(sample)


@pytest.fixture(scope="module")
def records(arrival: Arrival) -> dict[str, Record]:
    return arrival.records


def sources(records: dict[str, Record]) -> list[Source]:
    return [record for record in records.values() if isinstance(record, Source)]


def parts(value: Any) -> Iterator[Any]:
    """A record and all it is made of."""
    yield value
    if isinstance(value, msgspec.Struct):
        value = [getattr(value, field) for field in value.__struct_fields__]
    if isinstance(value, list | tuple):
        for item in value:
            yield from parts(item)


def test_nothing_is_refused_or_remarked(arrival: Arrival) -> None:
    assert [str(line) for line in arrival.lines] == []


def test_it_has_what_a_sample_must_have(records: dict[str, Record]) -> None:
    kinds = Counter(reference.partition(":")[0] for reference in records)
    media = Counter(source.medium for source in sources(records))
    least = {"year": 1, "subject": 3, "person": 12, "place": 8, "event": 12, "term": 10, "theme": 3}
    assert not {kind: kinds[kind] for kind, number in least.items() if kinds[kind] < number}
    assert media["text"] >= 4
    assert media["image"] >= 4
    assert media["audio"] >= 2


def test_every_reference_and_span_is_good(records: dict[str, Record]) -> None:
    for record in records.values():
        for mention in mentions(record):
            target = records[mention.target]
            if mention.fragment:
                assert isinstance(target, Source)
                check_span(target, parse_span(mention.fragment))


def test_every_quotation_is_true(records: dict[str, Record]) -> None:
    essays = [essay for record in records.values() if isinstance(record, Subject) for essay in record.essays]
    quotations = [quotation for essay in essays for quotation in quotations_in(essay.body)]
    assert len(quotations) >= 10
    for quotation in quotations:
        source = records[quotation.mention.target]
        assert isinstance(source, Source)
        assert stands_in(quotation, source), quotation.words


def test_all_is_said_in_both_languages(records: dict[str, Record]) -> None:
    for record in records.values():
        for name in ("title", "subtitle", "summary", "description", "introduction", "form"):
            words = getattr(record, name, None)
            assert not words or set(words) == LANGUAGES, f"{record.reference} {name}"
        if isinstance(record, Authority):
            preferred = {name.language for name in record.names if name.use == "preferred"}
            assert preferred >= LANGUAGES, record.reference
        if isinstance(record, Subject):
            assert {essay.language for essay in record.essays} == LANGUAGES
        if isinstance(record, Source):
            assert {text.language for text in record.texts} in (set(), LANGUAGES)
            assert record.medium != "image" or all(set(canvas.alt) == LANGUAGES for canvas in record.canvases)


def test_versions_are_aligned(records: dict[str, Record]) -> None:
    for source in sources(records):
        assert len({tuple(passage.key for passage in text.passages) for text in source.texts}) <= 1


def test_words_are_of_the_vocabularies(records: dict[str, Record]) -> None:
    for record in records.values():
        for part in parts(record):
            if isinstance(part, HistoricalDate):
                assert understood(part), f"{record.reference}: {part.as_written}"
        assert {contribution.role for contribution in getattr(record, "contributions", ())} <= ROLES.keys()
        for relation in getattr(record, "relations", ()):
            known = RELATIONS[relation.type]
            assert record.kind in known.from_kinds
            assert records[relation.to].kind in known.to_kinds


def test_old_style_dates_are_both_dates(records: dict[str, Record]) -> None:
    khrushchev = records["person:nikita-khrushchev"]
    assert isinstance(khrushchev, Person)
    assert khrushchev.born
    assert (khrushchev.born.calendar, khrushchev.born.earliest) == ("julian", "1894-04-15")


def test_causes_have_reasons(records: dict[str, Record]) -> None:
    causes = [
        relation
        for record in records.values()
        if isinstance(record, Event)
        for relation in record.relations
        if relation.type == "led_to"
    ]
    assert len(causes) >= 12
    assert all(set(cause.rationale) == LANGUAGES and cause.evidence for cause in causes)
    assert {"certain", "probable", "possible"} <= {cause.certainty for cause in causes}


def test_sources_say_where_and_by_what_right(records: dict[str, Record]) -> None:
    for source in sources(records):
        assert source.holdings, source.reference
        assert source.provenance, source.reference
        assert read_rights(source.rights.statement).free


def test_captions_lie_within_their_recordings(records: dict[str, Record]) -> None:
    for source in sources(records):
        if source.medium != "audio":
            continue
        duration = source.files[0].duration or 0
        assert 30 <= duration <= 60
        captions = [text for text in source.texts if text.kind == "captions"]
        assert {text.language for text in captions} == LANGUAGES
        for text in captions:
            times = [moment for cue in text.passages for moment in (cue.start, cue.end) if moment is not None]
            assert len(times) == 2 * len(text.passages)
            assert times == sorted(times)
            assert duration - 3 < times[-1] < duration + SPOKEN_TO_CAPTION


def test_it_is_small(sample: Path) -> None:
    assert sum(file.stat().st_size for file in sample.rglob("*") if file.is_file()) < 4_000_000


def test_import_export_import_changes_nothing(arrival: Arrival, tmp_path: Path) -> None:
    folder.write(arrival.records.values(), arrival.files.__getitem__, tmp_path)
    again = folder.read(tmp_path)
    assert again.records == arrival.records
    assert not again.lines
