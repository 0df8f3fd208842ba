"""Dates in words of English and of Russian."""

import pytest

from sourcebook.vocabulary.dates import HistoricalDate, print_date, read_date

PRINTED = [
    ("1956-02-25", "25 February 1956", "25 февраля 1956 г."),
    ("1956-02-25~", "about 25 February 1956", "около 25 февраля 1956 г."),
    ("1956-02~", "about February 1956", "около февраля 1956 г."),
    ("1956%", "perhaps about 1956", "предположительно около 1956 г."),
    ("195X", "1950s", "1950-е годы"),
    ("190X~", "about 1900–1909", "около 1900–1909 гг."),
    ("195X~", "about the 1950s", "около 1950-х годов"),
    ("19XX", "20th century", "XX век"),
    ("-01XX", "2nd century BC", "II век до н. э."),
    ("-0063~", "about 64 BC", "около 64 г. до н. э."),
    ("0988", "AD 988", "988 г."),
    ("1925~/1926~", "about 1925–1926", "около 1925–1926 гг."),
    ("1856/1865~", "1856 – about 1865", "1856 г. – около 1865 г."),
    ("1955~/1957", "1955 (approximate) – 1957", "1955 г. (приблизительно) – 1957 г."),
    ("1956-02-14/1956-02-25", "14–25 February 1956", "14–25 февраля 1956 г."),
    ("1956-02-28/1956-03-03", "28 February – 3 March 1956", "28 февраля – 3 марта 1956 г."),
    ("1956-02~/1956-03~", "about February–March 1956", "около февраля–марта 1956 г."),
    ("1955-12/1956-02", "December 1955 – February 1956", "декабрь 1955 г. – февраль 1956 г."),
    ("18XX/19XX", "19th–20th centuries", "XIX–XX века"),
    ("/1928", "1928 or earlier", "не позднее 1928 г."),
    ("1956-02~/", "about February 1956 or later", "около февраля 1956 г. или позднее"),
    ("1953/..", "from 1953", "с 1953 г."),
    ("../1956", "until 1956", "до 1956 г."),
    ("[1955..1957]", "between 1955 and 1957", "между 1955 и 1957 гг."),
    ("[1956-01..1956-03]", "between January and March 1956", "между январём и мартом 1956 г."),
    ("[1956-02-14..1956-02-25]", "between 14 and 25 February 1956", "между 14 и 25 февраля 1956 г."),
    ("[1955,1956]", "1955 or 1956", "1955 или 1956 г."),
    ("{1833,1836}", "1833 and 1836", "1833 и 1836 гг."),
    ("1985-04-XX", "a day in April 1985", "один из дней апреля 1985 г."),
    ("XXXX-01-12", "12 January (year unknown)", "12 января неизвестного года"),
    ("2004-06-~11", "11 June 2004 (day approximate)", "11 июня 2004 г. (день приблизительно)"),
    ("1956-21/1956-23", "spring–autumn 1956", "весна–осень 1956 г."),
    ("2001-34", "second quarter of 2001", "второй квартал 2001 г."),
    ("1984-1X", "between 1 October and 31 December 1984", "между 1 октября и 31 декабря 1984 г."),
    ("1956-04-11T19:00:00+03:00", "11 April 1956, 19:00 (+03:00)", "11 апреля 1956 г., 19:00 (+03:00)"),
    ("1950S2", "1950 (an estimate; between 1900 and 1999)", "1950 г. (оценка; между 1900 г. и 1999 г.)"),
]
OLD_STYLE = [
    ("1917-02-12", "12 (25) February 1917", "12 (25) февраля 1917 г."),
    ("1917-02-28", "28 February (13 March) 1917", "28 февраля (13 марта) 1917 г."),
    ("1916-12-31", "31 December 1916 (13 January 1917)", "31 декабря 1916 г. (13 января 1917 г.)"),
    ("1917-02", "February 1917 (Old Style)", "февраль 1917 г. (ст. ст.)"),
    ("1917-02-12~", "about 12 (25) February 1917", "около 12 (25) февраля 1917 г."),
    ("/1917-02-12", "12 (25) February 1917 or earlier", "не позднее 12 (25) февраля 1917 г."),
]


@pytest.mark.parametrize(("edtf", "english", "russian"), PRINTED)
def test_printed(edtf: str, english: str, russian: str) -> None:
    date = read_date("in the source's words", edtf=edtf)
    assert (print_date(date, "en"), print_date(date, "ru")) == (english, russian)


@pytest.mark.parametrize(("edtf", "english", "russian"), OLD_STYLE)
def test_old_style_is_printed_in_both_styles(edtf: str, english: str, russian: str) -> None:
    date = read_date("in the source's words", edtf=edtf, calendar="julian")
    assert (print_date(date, "en-GB"), print_date(date, "ru")) == (english, russian)
    # And what is printed is read as the same day.
    assert read_date(english).earliest == read_date(russian).earliest == date.earliest


def test_what_is_not_understood_stands_as_written() -> None:
    assert print_date(read_date("in the days of the Congress"), "ru") == "in the days of the Congress"
    # A record from elsewhere may hold what we should never have written.
    assert print_date(HistoricalDate(as_written="some day", edtf="not EDTF"), "en") == "some day"
