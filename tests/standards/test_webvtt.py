from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.record import Passage
from sourcebook.standards.webvtt.read import WebVTTError, read_webvtt
from sourcebook.standards.webvtt.write import write_webvtt

CAPTIONS = """WEBVTT - a reading

NOTE sourcebook
language: ru
kind: captions

STYLE
::cue { color: red }

intro
00:01.500 --> 00:00:04.000 align:start line:0
<v.loud Хрущёв>Товарищи! &lt;<i>пауза</i>&gt;
<c.yellow>Второй</c> <b>ряд</b>

7
01:00:04.000 --> 01:00:05.010
Two &amp; three.

NOTE a comment

00:00:06.000 --> 00:00:07.000
<v A>One.</v> <v B>Two.</v>
"""


def test_cues_are_passages() -> None:
    found = read_webvtt(CAPTIONS)
    assert found.note == "language: ru\nkind: captions"
    assert found.note_line == 4
    assert found.passages == (
        Passage(key="intro", text="Товарищи! <*пауза*>\nВторой **ряд**", speaker="Хрущёв", start=1.5, end=4),
        Passage(key="p7", text="Two & three.", start=3604, end=3605.01),
        Passage(key="p1", text="One. B: Two.", speaker="A", start=6, end=7),
    )
    assert found.lines == {"intro": 10, "p7": 15, "p1": 21}


def test_written_captions_are_read_back() -> None:
    found = read_webvtt(CAPTIONS)
    again = read_webvtt(write_webvtt(found.passages, found.note))
    assert (again.passages, again.note) == (found.passages, found.note)


def test_what_a_player_cannot_show_is_left_out() -> None:
    passages = [
        Passage(key="a", text="See [Nagy](person:nagy)[^1] -->\n\nthere.", start=1.0),
        Passage(key="b", text="No time."),
        Passage(key="c", text="*", start=2.0),
    ]
    assert write_webvtt(passages) == (
        "WEBVTT\n\n"
        "a\n00:00:01.000 --> 00:00:02.000\nSee Nagy --&gt;\nthere.\n\n"
        "c\n00:00:02.000 --> 00:00:07.000\n*\n"
    )


times = st.integers(0, 10**7).map(lambda n: n / 1000)


@given(
    st.lists(times, min_size=2, max_size=9, unique=True).map(sorted), st.text("ab <>&;/*_\n-é", max_size=20)
)
def test_times_come_back_exactly_and_words_settle(stops: list[float], text: str) -> None:
    passages = [
        Passage(key=f"c{n}", text=text, start=start, end=end)
        for n, (start, end) in enumerate(pairwise(stops))
    ]
    found = read_webvtt(write_webvtt(passages)).passages
    assert [(p.key, p.start, p.end) for p in found] == [(p.key, p.start, p.end) for p in passages]
    assert read_webvtt(write_webvtt(found)).passages == found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("1\n00:00:00,498 --> 00:00:02,827\nAn SRT file.", 1),
        ("WEBVTT\n\n1\n00:99 --> soon\nx", 4),
        ("WEBVTT\n\n00:03.000 --> 00:02.000\nx", 3),
    ],
)
def test_what_is_no_captions_is_said_with_its_line(text: str, line: int) -> None:
    with pytest.raises(WebVTTError) as caught:
        read_webvtt(text)
    assert caught.value.line == line


def test_real_captions_are_read(shared_data: Path) -> None:
    counts = {}
    for path in sorted((shared_data / "captions").glob("*.vtt")):
        found = read_webvtt(path.read_text(encoding="utf-8"))
        assert len({passage.key for passage in found.passages}) == len(found.passages)
        assert not [passage for passage in found.passages if "</" in passage.text or "<c" in passage.text]
        counts[path.stem] = len(found.passages)
    assert counts["netflix_chicas_del_cable"] == 865
    assert counts["youtube_dl"] == 4
    assert counts["non_padded_timestamps"] == 3
    assert counts["no_captions"] == 0
