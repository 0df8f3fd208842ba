"""Which words a date is told in."""

import pytest

from sourcebook.reading_room.dating import words_of_date
from sourcebook.vocabulary.dates import read_date


@pytest.mark.parametrize(
    ("written", "edtf", "language", "shown"),
    [
        ("25 February 1956", None, "en", "25 February 1956"),
        ("25 February 1956", None, "ru", "25 февраля 1956 г."),
        ("c.1925–6", None, "en", "c.1925–6"),
        ("1956-02-25", None, "en", "25 February 1956"),
        ("195X", None, "en", "1950s"),
        ("late March 1956", "1956-03-20~/1956-03-31", "en", "late March 1956"),
        ("в последние дни марта 1956", "1956-03-20~/1956-03-31", "ru", "в последние дни марта 1956"),
    ],
)
def test_words_of_the_source_go_before_ours(
    written: str, edtf: str | None, language: str, shown: str
) -> None:
    assert words_of_date(read_date(written, edtf=edtf), language) == shown


def test_words_in_another_script_are_put_into_the_language_of_the_page() -> None:
    date = read_date("late March 1956", edtf="1956-03-20~/1956-03-31")
    assert "марта 1956" in words_of_date(date, "ru")
