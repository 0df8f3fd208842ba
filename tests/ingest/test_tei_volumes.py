"""Volumes of diplomatic documents: what each document, list, date and pointer becomes."""

from pathlib import Path

import pytest

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.tei import read
from sourcebook.record import Holding, Organisation, Passage, Person, Place, Source, Term
from sourcebook.record.links import mentions
from sourcebook.record.spans import check_span, parse_span


@pytest.fixture(scope="module")
def excerpt(shared_data: Path) -> Arrival:
    return read([shared_data / "frus-1956-excerpt"])


@pytest.fixture(scope="module")
def volumes(shared_data: Path) -> Arrival:
    return read([shared_data / "frus-tei"])


def source(arrival: Arrival, slug: str) -> Source:
    found = arrival.records[f"source:{slug}"]
    assert isinstance(found, Source)
    return found


def passage(found: Source, key: str) -> Passage:
    return next(passage for version in found.texts for passage in version.passages if passage.key == key)


def dangling(arrival: Arrival) -> list[str]:
    return [
        line.message.split("“")[1].split("”")[0]
        for line in arrival.lines
        if "leads to nothing" in line.message
    ]


def test_a_telegram(excerpt: Arrival) -> None:
    telegram = source(excerpt, "frus1955-57v24-d40")
    assert telegram.title == {
        "en": "40. Telegram From the Embassy in the Soviet Union to the Department of State"
    }
    assert telegram.form == {"en": "Telegram"}
    assert telegram.date is not None
    assert (telegram.date.as_written, telegram.date.edtf) == (
        "April 11, 1956—7 p.m.",
        "1956-04-11T19:00:00+03:00",
    )
    assert [(line.role, line.credited_as) for line in telegram.contributions] == [
        ("sender", "Embassy in the Soviet Union"),
        ("addressee", "Department of State"),
    ]
    assert (telegram.place, telegram.part_of) == ("place:moscow", "source:frus1955-57v24")
    assert telegram.holdings == (
        Holding(
            organisation="organisation:united-states-department-of-state",
            collection="Central Files",
            call_number="761.00/4–1156",
        ),
    )
    assert telegram.rights.statement == "https://creativecommons.org/publicdomain/mark/1.0/"
    (version,) = telegram.texts
    assert [note.key for note in version.notes] == ["1", "2", "3"]
    assert version.notes[1].text == "*Supra*."
    assert passage(telegram, "p1").text.startswith(
        r"2316\. This is companion to [Embtel](term:embtel) 2300, [^2]"
    )


def test_a_page_begins_before_a_numbered_item(excerpt: Arrival) -> None:
    numbered = passage(source(excerpt, "frus1955-57v24-d40"), "l1").text.split("\n")
    assert [item[:3] for item in numbered] == ["1. ", "2. ", "3. "]
    assert numbered[2].startswith("3. [92](page:92) Finally, by repudiating")


def test_a_document_without_a_dateline_has_its_editors_bounds(excerpt: Arrival) -> None:
    note = source(excerpt, "frus1955-57v24-d363")
    assert note.form == {"en": "Editorial note"}
    assert note.date is not None
    assert (note.date.earliest, note.date.latest) == ("1955-01-05", "1957-12-21")
    assert note.date.reason
    assert passage(note, "h1").text == "[734](page:734) 363. Editorial Note"


def test_lists_become_people_and_terms(excerpt: Arrival) -> None:
    people = {r.slug: r for r in excerpt.records.values() if isinstance(r, Person)}
    khrushchev = people["nikita-sergeyevich-khrushchev"]
    assert khrushchev.names[0].text == "Nikita Sergeyevich Khrushchev"
    assert khrushchev.names[0].sort_as == "Khrushchev, Nikita Sergeyevich"
    assert khrushchev.summary["en"].startswith("First Secretary of the Central Committee")
    assert [(name.text, name.use) for name in people["m-nuri-birgi"].names] == [
        ("M. Nuri Birgi", "preferred"),
        ("Birgi", "variant"),
    ]
    assert people["makarios-iii"].names[0].sort_as == ""
    terms = {r.names[0].text: r.summary["en"] for r in excerpt.records.values() if isinstance(r, Term)}
    assert len(terms) == 9
    assert terms["CP"] == "Communist Party"


def test_four_pointers_of_the_excerpt_dangle(excerpt: Arrival) -> None:
    assert set(dangling(excerpt)) == {"#p_DJF1", "#p_MA1", "#p_WWNJ1", "#d39"}


def test_all_documents_come_in(volumes: Arrival) -> None:
    assert not volumes.refused
    parts = [r for r in volumes.records.values() if isinstance(r, Source) and r.part_of]
    assert len(parts) == 478 + 138
    notes = sum(len(v.notes) for r in volumes.records.values() if isinstance(r, Source) for v in r.texts)
    assert notes == 293 + 26
    assert sum(isinstance(r, Person) for r in volumes.records.values()) == 88
    assert [r.names[0].text for r in volumes.records.values() if isinstance(r, Organisation)] == [
        "United States Department of State"
    ]


def test_pointers_dangle_as_the_editors_left_them(volumes: Arrival) -> None:
    """84 of 5,856 within the volume of 1918, and those into other volumes."""
    inside = [target for target in dangling(volumes) if target.startswith("#")]
    outside = [target for target in dangling(volumes) if not target.startswith("#")]
    assert (len(inside), len(outside)) == (84, 53 + 2)


def test_every_link_leads_to_a_record_and_every_span_into_it(volumes: Arrival) -> None:
    for record in volumes.records.values():
        for mention in mentions(record):
            target = volumes.records[mention.target]
            if mention.fragment:
                assert isinstance(target, Source)
                check_span(target, parse_span(mention.fragment))


def test_a_pointer_to_a_page_leads_to_where_it_begins(volumes: Arrival) -> None:
    index = source(volumes, "frus1918russiav03")
    assert "arrival, [192](source:frus1918russiav03-d278#p1)." in passage(index, "index.l1").text
    assert "[192](page:192)" in passage(source(volumes, "frus1918russiav03-d278"), "p1").text


def test_a_pointer_to_a_document_and_to_a_note(volumes: Arrival) -> None:
    texts = [
        note.text for version in source(volumes, "frus1894nicaragua-d137").texts for note in version.notes
    ]
    assert texts == [
        "See [No. 136](source:frus1894nicaragua-d136).",
        "See [No. 138](source:frus1894nicaragua-d138).",
    ]


def test_what_stands_at_a_documents_head(volumes: Arrival) -> None:
    first = source(volumes, "frus1918russiav03-d1")
    assert first.form == {"en": "Telegram"}
    assert first.holdings[0].call_number == "861.51/131"
    assert passage(first, "p1").text == "File No. 861.51/131"
    assert [(line.role, line.agent, line.credited_as) for line in first.contributions] == [
        ("sender", "", "Secretary of State"),
        ("addressee", "person:david-r-francis", ""),
    ]


def test_what_is_attached_has_keys_of_its_own(volumes: Arrival) -> None:
    decree = source(volumes, "frus1918russiav03-d49")
    assert passage(decree, "a1.p1").text == r"\[Enclosure—Translation\][^1]"
    assert passage(decree, "a1.l1").text.startswith("1. All state loans")
    assert passage(decree, "a1.c1").text.endswith("\\\nI. Sverdlov")


def test_places_are_where_a_dateline_ends(volumes: Arrival) -> None:
    places = {r.names[0].text for r in volumes.records.values() if isinstance(r, Place)}
    assert {"Managua", "Petrograd", "Bluefields", "New Orleans, La."} <= places
    assert not any("Legation" in place for place in places)


def test_an_undated_document_keeps_its_words(volumes: Arrival) -> None:
    date = source(volumes, "frus1918russiav03-d304").date
    assert date is not None
    assert date.as_written == "undated. [Received November 4, 1917, 4.30 a.m.]"
    assert (date.edtf, date.earliest) == ("", "")
    assert any(date.as_written in line.message for line in volumes.lines)


def test_reading_again_gives_the_same(shared_data: Path, excerpt: Arrival) -> None:
    again = read([shared_data / "frus-1956-excerpt"])
    assert again.records == excerpt.records
    assert again.lines == excerpt.lines
