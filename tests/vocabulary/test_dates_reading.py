"""Dates in the words of sources, English and Russian; and those that must not be understood."""

import pytest

from sourcebook.vocabulary.dates import read_date, says_no_date, understood

UNDERSTOOD = [
    # Days
    ("25 February 1956", "1956-02-25"),
    ("Feb. 25, 1956", "1956-02-25"),
    ("25th of February, 1956", "1956-02-25"),
    ("1956, February 25", "1956-02-25"),
    ("25.02.1956", "1956-02-25"),
    ("25.II.1956", "1956-02-25"),
    ("25 февраля 1956 г.", "1956-02-25"),
    ("25-го февраля 1956 года", "1956-02-25"),
    ("от 25 февраля 1956", "1956-02-25"),
    ("Saturday, 25 February 1956", "1956-02-25"),
    ("суббота, 25 февраля 1956 г.", "1956-02-25"),
    ("February 25, 1956, 7 p.m.", "1956-02-25"),
    ("9 мая 1945 г., 19 ч.", "1945-05-09"),
    ("1956-04-11T19:00:00+03:00", "1956-04-11T19:00:00+03:00"),
    ("1956-04-11T19:00", "1956-04-11T19:00:00"),
    ("1956-04-11T00:00:00-05:00/1956-04-12T23:59:59-05:00", "1956-04-11/1956-04-12"),
    # Either day is possible, and both are kept.
    ("10/7/2008", "[2008-07-10,2008-10-07]"),
    ("25/2/1956", "1956-02-25"),
    # Stretches of days and months
    ("14–25 февраля 1956 г.", "1956-02-14/1956-02-25"),
    ("February 14–25, 1956", "1956-02-14/1956-02-25"),
    ("с 14 по 25 февраля 1956 года", "1956-02-14/1956-02-25"),
    ("28 февраля – 3 марта 1956", "1956-02-28/1956-03-03"),
    ("between 14 and 25 February 1956", "[1956-02-14..1956-02-25]"),
    ("13 or 14 February 1956", "[1956-02-13,1956-02-14]"),
    ("12, 14 и 25 февраля 1956", "{1956-02-12,1956-02-14,1956-02-25}"),
    ("June or July 1956", "[1956-06,1956-07]"),
    ("late June 1956", "1956-06"),
    ("весна 1956", "1956-21"),
    ("зима 1941/42", "1941-12/1942-02"),
    ("second quarter of 1956", "1956-34"),
    # Years
    ("1956", "1956"),
    ("в 1956 году", "1956"),
    ("[1956]", "1956"),
    ("c.1925–6", "1925~/1926~"),
    ("1856-ca. 1865", "1856/1865~"),
    ("1924-31", "1924/1931"),
    ("1860 or 63", "[1860,1863]"),
    ("около 1912", "1912~"),
    ("ок. 1912 г.", "1912~"),
    ("1956 [?]", "1956?"),
    ("предположительно около 1956 г.", "1956%"),
    ("between c. 1955 and 1957", "1955~/1957"),
    ("AD 988", "0988"),
    ("64 BC", "-0063"),
    # Bounds
    ("not before 1955", "1955/"),
    ("before 1866", "/1866"),
    ("не ранее 1955, не позднее 1957 г.", "[1955..1957]"),
    ("between 1955 and 1957", "[1955..1957]"),
    ("since 1953", "1953/.."),
    ("1953–", "1953/.."),
    ("until 1956", "../1956"),
    # Decades and centuries
    ("1950-е", "195X"),
    ("1950–60-е гг.", "195X/196X"),
    ("конец 1930-х – начало 1940-х гг.", "193X/194X"),
    ("[195-?]", "195X?"),
    ("19--", "19XX"),
    ("XIX век", "18XX"),
    ("late 18th C", "17XX"),
    ("XIX–XX вв.", "18XX/19XX"),
    ("первая половина XIX века", "1800/1849"),
    ("III–II вв. до н. э.", "-02XX/-01XX"),
    # Later acts do not move the date of making; remaking does.
    ("1944, cast 1961", "1944"),
    ("1966 (repaired 2009)", "1966"),
    ("published 1956, written 1955", "1955"),
    ("exhibited 1809", "1809"),
    ("?exhibited 1845 or 1847", "[1845?,1847?]"),
    ("1846, reworked 1857", "{1846,1857}"),
    ("1833 and 1836", "{1833,1836}"),
]


@pytest.mark.parametrize(("text", "edtf"), UNDERSTOOD)
def test_words_are_read(text: str, edtf: str) -> None:
    date = read_date(text)
    assert (date.as_written, date.edtf, date.calendar) == (text, edtf, "gregorian")


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest"),
    [
        ("25 February 1956 (Old Style)", "1956-02-25", "1956-03-09", "1956-03-09"),
        ("12 февраля 1917 ст. ст.", "1917-02-12", "1917-02-25", "1917-02-25"),
        ("12 (25) февраля 1917", "1917-02-12", "1917-02-25", "1917-02-25"),
        ("12/25 февраля 1917 г.", "1917-02-12", "1917-02-25", "1917-02-25"),
        ("12 (25) – 15 (28) февраля 1917", "1917-02-12/1917-02-15", "1917-02-25", "1917-02-28"),
        ("25 октября (7 ноября) 1917 г.", "1917-10-25", "1917-11-07", "1917-11-07"),
        ("7 November (25 October O.S.) 1917", "1917-10-25", "1917-11-07", "1917-11-07"),
        ("25 February 1917 [O.S. 12 February]", "1917-02-12", "1917-02-25", "1917-02-25"),
        ("31 декабря 1916 (13 января 1917)", "1916-12-31", "1917-01-13", "1917-01-13"),
        ("25 October 1917 O.S./7 November 1917 N.S.", "1917-10-25", "1917-11-07", "1917-11-07"),
        ("10 February 1698/9", "1699-02-10", "1699-02-20", "1699-02-20"),
        ("февраль 1917 (ст. ст.)", "1917-02", "1917-02-14", "1917-03-13"),
    ],
)
def test_old_style(text: str, edtf: str, earliest: str, latest: str) -> None:
    date = read_date(text)
    assert (date.edtf, date.calendar, date.earliest, date.latest) == (edtf, "julian", earliest, latest)


def test_new_style_rules_over_a_default() -> None:
    assert read_date("25 February 1917 (N.S.)", calendar="julian").earliest == "1917-02-25"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "?",
            "this isn't a date",
            "attica 1802",
            "birthday in 1872",
            "1932, printed 1976 by Gunther Sander",
        ),
        # Two years, a wrong weekday, styles that do not name one day, days that never were, ends before beginnings.
        *("90", "Sunday, 25 February 1956", "12 (26) февраля 1917", "31 June 1956", "1798–5", "1957–1955"),
        *(
            "31 декабря (13 января) 1917",
            "12 (25) февраля 1917, 1918",
            "1924–5–c.1937",
            "born 1894, died 1971",
        ),
        *(
            "before 1845 or 1847 and 1850",
            "1956 1957",
            "25 февраля",
            "Dynasty 23",
            "25 February 1956 (O.S.) (N.S.)",
        ),
    ],
)
def test_never_a_silent_guess(text: str) -> None:
    date = read_date(text)
    if text == "25 февраля":
        assert date.edtf == "XXXX-02-25"
    else:
        assert not understood(date)
    assert (date.as_written, date.earliest, date.latest) == (text, "", "")


def test_the_mark_of_old_style_is_kept_even_when_the_rest_is_not_understood() -> None:
    assert read_date("received by courier on the 12th, Old Style").calendar == "julian"


def test_edtf_that_is_given_rules() -> None:
    assert read_date("the week of the Congress", edtf="1956-02-14/1956-02-25").latest == "1956-02-25"
    assert read_date("25 Feb (Old Style)", edtf="1917-02-25").earliest == "1917-03-10"
    # Where the text gives both styles, the EDTF shows which of the two it follows.
    assert read_date("12 (25) февраля 1917", edtf="1917-02-25").earliest == "1917-02-25"
    assert read_date("12 (25) февраля 1917", edtf="1917-02-12").earliest == "1917-02-25"
    assert read_date("29 февраля (13 марта) 1900", edtf="1900-02-29").earliest == "1900-03-13"


def test_the_reason_is_kept() -> None:
    assert (
        read_date("1956?", reason="The envelope is postmarked 1956.").reason
        == "The envelope is postmarked 1956."
    )


@pytest.mark.parametrize("text", ["n.d.", "б. д.", "date not known", "Без даты", "[n.d.]"])
def test_texts_that_say_there_is_no_date(text: str) -> None:
    assert says_no_date(text)
    assert not understood(read_date(text))
    assert not says_no_date("1956")
