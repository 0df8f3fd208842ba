"""Collections of essays: subjects under their years, and who is who."""

from pathlib import Path

import pytest

from sourcebook.ingest.arrival import Arrival
from sourcebook.ingest.personal_names import from_list, from_text, is_shorter
from sourcebook.ingest.tei import read
from sourcebook.ingest.tei.essays.names import full_names
from sourcebook.record import Name, Person, Subject, Theme


@pytest.fixture(scope="module")
def milestones(shared_data: Path) -> Arrival:
    return read([shared_data / "milestones"])


def subject(arrival: Arrival, slug: str) -> Subject:
    found = arrival.records[f"subject:{slug}"]
    assert isinstance(found, Subject)
    return found


def notices(arrival: Arrival) -> str:
    return "\n".join(line.message for line in arrival.lines)


def test_the_essay_on_the_twentieth_congress(milestones: Arrival) -> None:
    congress = subject(milestones, "khrushchev-20th-congress")
    assert congress.title == {"en": "Khrushchev and the Twentieth Congress of the Communist Party, 1956"}
    assert (congress.year, congress.legacy_addresses) == (
        "year:1956",
        ("/milestones/1953-1960/khrushchev-20th-congress",),
    )
    (essay,) = congress.essays
    assert essay.body.startswith(
        "In February, 1956, Soviet leader [Nikita Khrushchev](person:nikita-khrushchev) made"
    )
    assert "the [Eisenhower](person:dwight-d-eisenhower) Administration" in essay.body
    assert "[Cuban Missile Crisis](subject:cuban-missile-crisis)." in essay.body
    assert r"\[Illustration: CIA Chief, Allen Dulles\]" in essay.body
    assert [line.agent for line in essay.contributions] == ["organisation:office-of-the-historian"]


def test_all_sections_come_in_under_their_years(milestones: Arrival) -> None:
    subjects = [record for record in milestones.records.values() if isinstance(record, Subject)]
    assert len(subjects) == 18 + 13 + 13
    assert {record.year for record in subjects} <= set(milestones.records)
    assert subject(milestones, "nuremberg").year == "year:1945"
    assert subject(milestones, "atomic").year == "year:1945"
    assert "“Atomic Diplomacy” gives no date; 1945" in notices(milestones)


@pytest.mark.parametrize(
    ("slug", "written", "edtf"),
    [
        ("suez", "1956", "1956"),
        ("taiwan-strait-crises", "1954–55", "1954/1955"),
        ("berlin-airlift", "1948–1949", "1948/1949"),
        ("japan-reconstruction", "1945–52", "1945/1952"),
        ("east-german-uprising", "1953", "1953"),
    ],
)
def test_dates_of_headings(milestones: Arrival, slug: str, written: str, edtf: str) -> None:
    date = subject(milestones, slug).date
    assert date is not None
    assert (date.as_written, date.edtf) == (written, edtf)


def test_the_foreword_introduces_its_period(milestones: Arrival) -> None:
    theme = milestones.records["theme:1953-1960-entrenchment-of-a-bi-polar-foreign-policy"]
    assert isinstance(theme, Theme)
    assert theme.title["en"] == "1953–1960: Entrenchment of a Bi-Polar Foreign Policy"
    assert theme.introduction["en"].startswith("Concerns about the international spread of communism")
    assert theme.reference in subject(milestones, "suez").themes


def test_keywords_name_people_or_recur_as_themes(milestones: Arrival) -> None:
    airlift = subject(milestones, "berlin-airlift")
    assert {"person:harry-s-truman", "person:george-c-marshall"} <= set(airlift.about)
    assert {"theme:russia", "theme:alliances"} <= set(airlift.themes)
    assert "“collective-security” marks one subject only" in notices(milestones)


def test_a_person_of_the_departments_own_list(milestones: Arrival) -> None:
    acheson = milestones.records["person:dean-acheson"]
    assert isinstance(acheson, Person)
    assert acheson.names == (Name(text="Dean Acheson", language="en", sort_as="Acheson, Dean"),)
    assert acheson.identifiers[0].value == "acheson-dean-gooderham"


def test_names_that_may_be_one_person_are_reported_not_merged(milestones: Arrival) -> None:
    assert "person:allen-dulles and person:allen-w-dulles may be one person." in notices(milestones)
    assert "The name “Nikita Khrushche” ends within a word, before “v”" in notices(milestones)


def test_short_names_stand_for_the_only_fuller_one() -> None:
    names = {
        "Harry S. Truman",
        "Harry Truman",
        "Truman",
        "Allen Dulles",
        "John Foster Dulles",
        "Dulles",
        "Mao Zedong",
    }
    full = full_names(names)
    assert full["Truman"] == full["Harry Truman"] == "Harry S. Truman"
    assert full["Dulles"] == ""
    assert full["Mao Zedong"] == "Mao Zedong"


@pytest.mark.parametrize(
    ("printed", "text", "sort_as", "kept"),
    [
        ("Bohlen, Charles E. (Chip)", "Charles E. Bohlen", "Bohlen, Charles E.", "Bohlen, Charles E. (Chip)"),
        (
            "Kolchak, Admiral Alexander V.",
            "Alexander V. Kolchak",
            "Kolchak, Alexander V.",
            "Kolchak, Admiral Alexander V.",
        ),
        ("Goto, Shimpei, Baron", "Shimpei Goto", "Goto, Shimpei", "Goto, Shimpei, Baron"),
        ("Rockefeller, John D., Jr.", "John D. Rockefeller, Jr.", "Rockefeller, John D., Jr.", ""),
        ("Makarios III", "Makarios III", "", ""),
        ("Root, Elihu", "Elihu Root", "Root, Elihu", ""),
    ],
)
def test_names_of_lists(printed: str, text: str, sort_as: str, kept: str) -> None:
    assert from_list(printed) == (text, sort_as, kept)


def test_names_of_sentences() -> None:
    assert from_text("General Lucius Clay") == "Lucius Clay"
    assert from_text("Chiang Kai-shek’s") == "Chiang Kai-shek"
    assert is_shorter("Dwight Eisenhower", "Dwight D. Eisenhower")
    assert not is_shorter("Dwight Eisenhower", "Milton Eisenhower Jones")
