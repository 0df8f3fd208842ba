"""The lexicon answers what the indexer put in, quickly and whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.search.lexicon import TITLE, Form, Lexicon, NameForm
from sourcebook.search.lexicon_file import LexiconFile
from sourcebook.search.near import halves, near, one_away

KHRUSHCHEV = NameForm("nikita khrushchev", "person:khrushchev", "Nikita Khrushchev", "en")
CHRUSCEV = NameForm("nikita chruscev", "person:khrushchev", "Nikita Chruščëv", "", "scholarly")
TEXTS = NameForm("how texts travel", "theme:texts", "How Texts Travel", "en", TITLE)
PETERSBURG = NameForm("leningrad", "place:petersburg", "Leningrad", "en", "", 700_000, 724_000)


@pytest.fixture
def lexicon(tmp_path: Path) -> Iterator[LexiconFile]:
    file = LexiconFile(tmp_path / "lexicon.sqlite3", new=True)
    file.add(
        {("speech", "en", "speech"): 3, ("speeches", "en", "speech"): 1, ("speech", "fr", "speech"): 9},
        {
            "person:khrushchev": [KHRUSHCHEV, CHRUSCEV],
            "place:petersburg": [PETERSBURG],
            "theme:texts": [TEXTS],
        },
    )
    yield file
    file.close()


def test_it_is_a_lexicon(lexicon: LexiconFile) -> None:
    asked: Lexicon = lexicon
    assert asked.forms("speech") == [Form("speech", "fr", "speech", 9), Form("speech", "en", "speech", 3)]
    assert asked.forms("nothing") == []
    assert [one.form for one in asked.forms_of("speech")] == ["speech", "speech", "speeches"]
    assert [one.form for one in asked.beginning("speeche")] == ["speeches"]
    assert [one.form for one in asked.near("spech", 1)] == ["speech", "speech"]


def test_counts_add_up(lexicon: LexiconFile) -> None:
    lexicon.add({("speech", "en", "speech"): 2}, {})
    assert Form("speech", "en", "speech", 5) in lexicon.forms("speech")


def test_names(lexicon: LexiconFile) -> None:
    assert lexicon.named(["khrushchev"]) == [KHRUSHCHEV]
    assert lexicon.named(["nikita"]) == [KHRUSHCHEV, CHRUSCEV], "names on the record first"
    assert lexicon.named(["khrushchev", "nikita"]) == [KHRUSHCHEV]
    assert lexicon.named(["khrushchev", "nobody"]) == lexicon.named([]) == []
    assert lexicon.names_beginning(["nikita"], "khr") == [KHRUSHCHEV]
    assert lexicon.names_beginning([], "len") == [PETERSBURG]
    assert lexicon.names_near("krushchev", 1) == [KHRUSHCHEV]
    assert lexicon.names_of("person:khrushchev") == [KHRUSHCHEV, CHRUSCEV]


def test_titles_are_no_names(lexicon: LexiconFile) -> None:
    assert lexicon.titled("theme", ["travel", "texts"]) == [TEXTS]
    assert lexicon.titled("subject", ["texts"]) == lexicon.titled("theme", ["nobody"]) == []
    assert lexicon.named(["texts"]) == lexicon.names_near("textz", 1) == []
    assert lexicon.names_beginning(["how"], "te") == lexicon.names_of("theme:texts") == [TEXTS]


def test_names_are_replaced(lexicon: LexiconFile) -> None:
    lexicon.add({}, {"person:khrushchev": [CHRUSCEV], "place:petersburg": ()})
    assert lexicon.named(["khrushchev"]) == lexicon.named(["leningrad"]) == []
    assert lexicon.named(["nikita"]) == [CHRUSCEV]


def test_what_is_not_text_harms_nothing(lexicon: LexiconFile) -> None:
    for odd in ("", "'", '"; DROP TABLE form; --', "%", "\x00", "\U0010ffff", "x" * 5000):
        assert lexicon.forms(odd) == []
        lexicon.near(odd, 2)
        lexicon.named([odd] * 50)
        lexicon.names_beginning([odd], odd)
    assert lexicon.forms("speech")


def test_a_change_that_fails_is_none(lexicon: LexiconFile) -> None:
    def failing() -> Iterator[NameForm]:
        yield KHRUSHCHEV
        raise RuntimeError("no more names")

    with pytest.raises(RuntimeError):
        lexicon.add({("new", "en", "new"): 1}, {"person:khrushchev": failing()})
    assert lexicon.forms("new") == []
    assert lexicon.named(["khrushchev"]) == [KHRUSHCHEV]


_WORDS = st.text("abc", min_size=3, max_size=7)


@given(_WORDS, _WORDS)
def test_one_edit_leaves_the_beginning_or_the_end(one: str, other: str) -> None:
    """So that looking up both finds every word at one edit."""
    if near(one, other, 1) is not None:
        start, end = halves(one, 1)
        assert other.startswith(start) or other[::-1].startswith(end)


@given(st.text("abcdz", min_size=1, max_size=6), st.text("abcdz", max_size=7))
def test_all_that_is_one_edit_away_is_spelt_out(one: str, other: str) -> None:
    spelt = one_away(one)
    assert spelt is not None
    assert (other in spelt) == (near(one, other, 1) is not None)


@pytest.mark.parametrize("word", ["a1b", "наgy", "北京", "x" * 25])
def test_what_is_not_spelt_out_is_compared(lexicon: LexiconFile, word: str) -> None:
    assert one_away(word) is None
    lexicon.add({(f"{word}z", "", f"{word}z"): 1}, {})
    assert [form.form for form in lexicon.near(word, 1)] == [f"{word}z"]


@given(_WORDS, _WORDS)
def test_nearness_is_the_same_both_ways(one: str, other: str) -> None:
    assert near(one, other, 2) == near(other, one, 2)
    assert (near(one, other, 2) == 0) == (one == other)
