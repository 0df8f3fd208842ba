import pytest
from hypothesis import given, settings

from sourcebook.record import Note, Passage, Record, Source
from sourcebook.record.passages_text import PassagesError, read_passages, write_passages
from tests.records import archives


@settings(max_examples=40)
@given(archives())
def test_what_is_written_is_read_back(archive: list[Record]) -> None:
    for source in (record for record in archive if isinstance(record, Source)):
        for version in source.texts:
            found = read_passages(write_passages(version.passages, version.notes))
            assert found.passages == version.passages
            assert found.notes == version.notes


def test_lines_that_look_like_keys_are_guarded_once() -> None:
    passage = Passage(key="p1", text="One\n[^1]: {#p2} —\n\\{#p3} x\n\\\\[^1]: y")
    assert read_passages(write_passages([passage])).passages == (passage,)


def test_the_form_of_the_portable_archive() -> None:
    text = """{#p4 .speech speaker="Хлестаков \\"сам\\"" t=1.5,4 xywh=2:120,80,600,400} Да что?

Второй абзац.
\\{#p5} is no key here.

{#p9} Last.[^1]

[^1]: A note
    of two lines.
"""
    found = read_passages(text)
    assert found.passages == (
        Passage(
            key="p4",
            text="Да что?\n\nВторой абзац.\n{#p5} is no key here.",
            kind="speech",
            speaker='Хлестаков "сам"',
            region="2:120,80,600,400",
            start=1.5,
            end=4.0,
        ),
        Passage(key="p9", text="Last.[^1]"),
    )
    assert found.notes == (Note(key="1", text="A note\nof two lines."),)
    assert found.lines == {"p4": 1, "p9": 6, "^1": 8}
    assert write_passages(found.passages, found.notes) == text


def test_paragraphs_without_keys_get_the_next_free_ones() -> None:
    found = read_passages("One\nline.\n\n\nTwo.\n\n{#p2} Three.\n\nStill three.\n")
    assert [(p.key, p.text) for p in found.passages] == [
        ("p1", "One\nline."),
        ("p3", "Two."),
        ("p2", "Three.\n\nStill three."),
    ]
    assert found.lines == {"p1": 1, "p3": 5, "p2": 7}
    assert read_passages(write_passages(found.passages)).passages == found.passages


def test_attributes_stand_in_any_order() -> None:
    (passage,) = read_passages('{#p1 t=,4 speaker="A" .verse}Words').passages
    assert passage == Passage(key="p1", text="Words", kind="verse", speaker="A", end=4.0)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("One.\n\n{#p 1} Two.", 3, "does not begin a passage"),
        ("{#p1 .sonnet} Two.", 1, "no kind of passage"),
        ("{#p1} One.\n{#p1} Two.", 2, "stands twice, first in line 1"),
        ("{#p1} One.\n\n[^a]: x\n[^a]: y", 4, "footnote “a” stands twice"),
        ("{#p1 t=soon} One.", 1, "does not begin a passage"),
        ("{#", 1, "does not begin a passage"),
    ],
)
def test_what_is_not_written_so_is_said_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(PassagesError, match=says) as caught:
        read_passages(text)
    assert caught.value.line == line
