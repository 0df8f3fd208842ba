"""Plays: speeches, verse, stage directions; authors with names in two alphabets."""

from pathlib import Path

import pytest

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.tei import read
from sourcebook.record import Passage, Person, Source


@pytest.fixture(scope="module")
def plays(shared_data: Path) -> Arrival:
    return read([shared_data / "rusdracor"])


def play(arrival: Arrival, slug: str) -> Source:
    found = arrival.records[f"source:{slug}"]
    assert isinstance(found, Source)
    return found


def passage(source: Source, key: str) -> Passage:
    return next(passage for passage in source.texts[0].passages if passage.key == key)


def test_all_plays_come_in(plays: Arrival) -> None:
    assert not plays.refused
    assert sum(isinstance(record, Source) for record in plays.records.values()) == 8
    authors = [record for record in plays.records.values() if isinstance(record, Person)]
    assert len(authors) == 8, "characters are imagined and no authorities"


def test_who_wrote_it_and_when(plays: Arrival) -> None:
    mozart = play(plays, "pushkin-mocart-i-saleri")
    assert mozart.title == {"ru": "Моцарт и Сальери", "en": "Mozart and Salieri"}
    assert mozart.date is not None
    assert mozart.date.edtf == "1830"
    assert [(event.type, event.date and event.date.edtf) for event in mozart.provenance] == [
        ("created", "1830"),
        ("published", "1831"),
        ("performed", "1832"),
    ]
    assert [(i.scheme, i.value) for i in mozart.identifiers] == [
        ("dracor", "rus000020"),
        ("wikidata", "Q4305148"),
    ]
    pushkin = plays.records["person:alexander-pushkin"]
    assert isinstance(pushkin, Person)
    assert [(name.text, name.language, name.sort_as) for name in pushkin.names] == [
        ("Александр Сергеевич Пушкин", "ru", "Пушкин, Александр Сергеевич"),
        ("Alexander Pushkin", "en", "Pushkin, Alexander"),
    ]


def test_the_source_texts_licence_is_said(plays: Arrival) -> None:
    rights = play(plays, "pushkin-mocart-i-saleri").rights
    assert rights.statement == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert "CC BY-SA 3.0" in rights.note["en"]
    assert play(plays, "chekhov-predlozhenie").rights.note == {}


def test_verse_keeps_its_lines(plays: Arrival) -> None:
    speech = passage(play(plays, "pushkin-mocart-i-saleri"), "scene1.s1")
    assert (speech.kind, speech.speaker) == ("speech", "Сальери")
    assert speech.text.startswith("Все говорят: нет правды на земле.\\\nНо правды нет – и выше. Для меня\\\n")
    assert "\n\n*(Глубокие, пленительные тайны),*\n\n" in speech.text


def test_prose_and_stage_directions(plays: Arrival) -> None:
    proposal = play(plays, "chekhov-predlozhenie")
    assert passage(proposal, "scene1.st1").kind == "stage"
    assert "*(Пожимает руку.)*" in passage(proposal, "scene1.s1").text
    assert passage(proposal, "l1").text.split("\n")[0] == "- Степан Степанович Чубуков, помещик."


def test_a_range_of_years(plays: Arrival) -> None:
    date = play(plays, "bulgakov-batum").date
    assert date is not None
    assert (date.as_written, date.earliest, date.latest) == ("1936–1939", "1936-01-01", "1939-12-31")
    assert passage(play(plays, "bulgakov-batum"), "act1.tableau1.s2").text == "Аминь!"
