"""Real date texts: those of the Tate with its own year ranges, and English texts with their EDTF."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcebook.vocabulary.dates import HistoricalDate, print_date, read_date, says_no_date, understood, years

# Where we differ from the table of PyPI edtf, and why.
OURS = {
    "90": "",  # The century would be a guess.
    "notcirca 1860": "",
    "attica 1802": "",
    "attic. 1802": "",
    "birthday in 1872": "",
    "1915, from Camerawork, October 1916": "",
    "1932, printed 1976 by Gunther Sander": "",
    "c1900s": "19XX~",  # Hundreds hold the decade and the century, whether or not they are approximate.
    "c1800s?": "18XX%",
    "before about the 1900s": "/19XX~",
    "year in about the 1800s": "18XX~",
    "10/7/2008": "[2008-07-10,2008-10-07]",  # Which is the month is not said.
    "day in Spring 1849": "1849-21",  # A season has no days in EDTF.
    "a day in about Spring 1849?": "1849-21%",
    "c64 BCE": "-0063~",  # The year 0 of EDTF is 1 BC.
    "1858/1860": "1858/1860",  # It is EDTF as it stands.
    "1863 or 1864": "[1863,1864]",  # The other year is not dropped.
    "1864 or 1866": "[1864,1866]",
    "1900; 1973": "{1900,1973}",
}


def tate(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "tate" / "datetexts.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def english(shared_data: Path) -> Iterator[tuple[str, str]]:
    lines = (shared_data / "edtf" / "english-to-edtf.tsv").read_text(encoding="utf-8").split("\n")
    for line in lines[1:]:
        text, _, edtf = line.partition("\t")
        yield text, edtf


def test_english_texts(shared_data: Path) -> None:
    wrong = [
        (t, e, read_date(t).edtf) for t, e in english(shared_data) if read_date(t).edtf != OURS.get(t, e)
    ]
    assert wrong == []


def test_more_than_98_in_100_of_tates_texts_are_read(shared_data: Path) -> None:
    rows = tate(shared_data)
    refused = [row["dateText"] for row in rows if not understood(read_date(row["dateText"]))]
    undated = [text for text in refused if says_no_date(text)]
    assert sorted(set(refused) - set(undated)) == [
        # Years in the wrong order, a bracket that never closes, and ranges of three ends.
        *("1798–5", "1828 (or 1836", "1924–5–c.1937", "c.1829–9", "c.1928–31–1947"),
    ]
    assert len(refused) < 0.02 * len(rows)


def test_more_than_nine_in_ten_have_the_years_that_tate_gives(shared_data: Path) -> None:
    rows = tate(shared_data)
    same = [row for row in rows if _years(row["dateText"]) == (row["tate_startYear"], row["tate_endYear"])]
    assert len(same) > 0.9 * len(rows)


def _years(text: str) -> tuple[str, str]:
    first, last = years(read_date(text)) or ("", "")
    return str(first), str(last)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_printed_is_read_back_as_the_same_date(shared_data: Path, language: str) -> None:
    texts = [row["dateText"] for row in tate(shared_data)] + [text for text, _ in english(shared_data)]
    dates = [date for text in texts if understood(date := read_date(text)) and not _without_way_back(date)]
    lost = [(d, print_date(d, language)) for d in dates if read_date(print_date(d, language)).edtf != d.edtf]
    assert lost == []
    assert len(dates) > 1500


def _without_way_back(date: HistoricalDate) -> bool:
    """Days without a year have words that we do not read."""
    return date.edtf.startswith("XXXX")
