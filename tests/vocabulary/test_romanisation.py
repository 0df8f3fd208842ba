"""Names in Latin letters: the standards' own examples, names as newspapers print them, 567 records of a library."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.romanisation import TABLES, Romanisation, romanised, tables
from sourcebook.vocabulary.romanisation.russian import ALA_LC

ROMANISED = [
    ("ru", "ala-lc", "Никита Сергеевич Хрущёв", "Nikita Sergeevich Khrushchëv"),
    ("ru", "iso9", "Никита Сергеевич Хрущёв", "Nikita Sergeevič Hruŝëv"),
    ("ru", "bgn-pcgn", "Никита Сергеевич Хрущёв", "Nikita Sergeyevich Khrushchëv"),
    ("ru", "scholarly", "Хрущёв", "Chruščëv"),
    ("ru", "popular", "Хрущёв", "Khrushchev"),
    ("ru", "german", "Хрущёв", "Chruschtschow"),
    ("ru", "french", "Хрущёв", "Khrouchtchev"),
    ("ru", "polish", "Хрущёв", "Chruszczow"),
    ("ru", "turkish", "Хрущёв", "Hruşçov"),
    ("ru", "turkish", "Хрущёв", "Kruşçev"),
    ("ru", "hungarian", "Хрущёв", "Hruscsov"),
    ("ru", "spanish", "Хрущёв", "Jruschov"),
    ("ru", "ala-lc", "Горький", "Gorʹkiĭ"),
    ("ru", "popular", "Достоевский", "Dostoevsky"),
    ("ru", "popular", "Ельцин", "Yeltsin"),
    ("ru", "german", "Горбачёв", "Gorbatschow"),
    ("ru", "french", "Ленин", "Lenine"),
    ("ru", "ala-lc", "СССР", "SSSR"),
    ("ru", "ala-lc", "Щ. Ю. ЩУКО", "Shch. I\u0361u. SHCHUKO"),
    ("ru", "ala-lc", "міръ", "mīr"),
    # The examples of the Cabinet of Ministers' resolution 55 of 27 January 2010.
    ("uk", "national-2010", "Згорани", "Zghorany"),
    ("uk", "national-2010", "Єнакієве", "Yenakiieve"),
    ("uk", "national-2010", "Їжакевич", "Yizhakevych"),
    ("uk", "national-2010", "Йосипівка", "Yosypivka"),
    ("uk", "national-2010", "Знам’янка", "Znamianka"),
    ("uk", "national-2010", "Короп’є", "Koropie"),
    ("uk", "national-2010", "Кадиївка", "Kadyivka"),
    ("uk", "national-2010", "Борщагівка", "Borshchahivka"),
    ("uk", "national-2010", "Ґалаґан", "Galagan"),
    ("uk", "national-2010", "Русь", "Rus"),
    ("uk", "iso9", "Київ", "Kiïv"),
    ("be", "national-2007", "Лукашэнка", "Lukašenka"),
    ("bg", "official-2009", "София", "Sofia"),
    ("bg", "official-2009", "Търново", "Tarnovo"),
    ("sr", "gaj", "Ђоковић, Његош, Љиг", "Đoković, Njegoš, Ljig"),
    ("mk", "official", "Ќосе", "Ḱose"),
    ("ka", "national-2002", "თბილისი ქუთაისი ჭიათურა", "Tbilisi Kutaisi Chiatura"),
    ("el", "iso843", "Θεσσαλονίκη", "Thessaloniki"),
    ("el", "ala-lc", "Παπανδρέου", "Papandreou"),
]


@pytest.mark.parametrize(("language", "table", "name", "latin"), ROMANISED)
def test_a_name_by_its_table(language: str, table: str, name: str, latin: str) -> None:
    assert unicodedata.normalize("NFC", latin) in {
        known.write(name) for known in tables(language) if known.code == table
    }


@pytest.mark.parametrize("language", ["ru-Latn", "en", "zh", ""])
def test_what_is_latin_or_unknown_is_not_romanised(language: str) -> None:
    assert not tables(language)
    assert not list(romanised("Khrushchev", language))


@given(st.text(max_size=40), st.sampled_from(TABLES))
def test_any_text_can_be_written(text: str, table: Romanisation) -> None:
    assert unicodedata.is_normalized("NFC", table.write(text))


def test_each_spelling_is_given_once() -> None:
    made = [found.text for found in romanised("Никита Хрущёв", "ru")]
    assert len(set(made)) == len(made) > 10


@given(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюяё АЯ-"), max_size=30))
def test_nothing_cyrillic_is_left_of_a_russian_name(text: str) -> None:
    for table in tables("ru"):
        assert not re.search("[\u0400-\u052f]", table.write(text))


def fields(record: bytes) -> Iterator[tuple[str, str]]:
    """Tag and content of each field of a MARC record (ISO 2709)."""
    base = int(record[12:17])
    directory = record[24 : base - 1]
    for entry in (directory[place : place + 12] for place in range(0, len(directory) - 11, 12)):
        length, start = int(entry[3:7]), base + int(entry[7:12])
        yield entry[:3].decode(), record[start : start + length].rstrip(b"\x1e").decode()


@pytest.fixture(scope="module")
def catalogue(shared_data: Path) -> list[list[tuple[str, str]]]:
    """567 records of the Library of Congress."""
    records = (shared_data / "marc" / "lc_soviet_even.mrc").read_bytes().split(b"\x1d")
    return [[*fields(record.lstrip())] for record in records if record.strip()]


def without_ties(text: str) -> str:
    return re.sub("[\u0361\ufe20\ufe21]", "", unicodedata.normalize("NFD", text))


def test_russian_is_romanised_as_the_library_of_congress_does(catalogue: list[list[tuple[str, str]]]) -> None:
    compared = 0
    for record in catalogue:
        linked: dict[str, list[str]] = {}
        for _, content in record:
            parts = content.split("\x1f")[1:]
            link = next((part[5:7] for part in parts if part.startswith("6")), "")
            if link:
                linked.setdefault(link, []).append(" ".join(part[1:] for part in parts if part[0] != "6"))
        for texts in linked.values():
            russian = [text for text in texts if re.search("[а-яА-Я]", text)]
            if len(texts) == 2 and russian:
                latin = next(text for text in texts if text not in russian)
                assert without_ties(ALA_LC.write(russian[0])) == without_ties(latin)
                compared += 1
    assert compared == 13


def test_titles_of_the_library_of_congress_read_back(catalogue: list[list[tuple[str, str]]]) -> None:
    """Written in Cyrillic by the table turned round, and romanised again, a Russian title is what it was."""
    back = {without_ties(latin): letter for letter, latin in ALA_LC.letters.items() if latin}
    letter = re.compile("|".join(sorted(map(re.escape, back), key=len, reverse=True)))
    titles = [
        without_ties(content.split("\x1fa")[1].split("\x1f")[0]).lower()
        for record in catalogue
        if dict(record)["008"][35:38] == "rus"
        for tag, content in record
        if tag == "245"
    ]
    same = [
        title
        for title in titles
        if without_ties(ALA_LC.write(letter.sub(lambda found: back[found[0]], title))) == title
    ]
    assert len(titles) > 300
    assert len(same) >= 0.98 * len(titles)
