"""The interface says the same things in every language."""

import re
import tomllib
from pathlib import Path

import pytest
from babel import Locale

from sourcebook.reading_room.words import LANGUAGES, words_of

IN_PARTS = ("manner_", "use_", "about_", "nav_", "facet_", "remark_", "why_", "order_")
"""Keys that are put together of a part and a code."""
TABLES = Path("src/sourcebook/reading_room/interface")


def table(repository: Path, language: str) -> dict[str, object]:
    return tomllib.loads((repository / TABLES / f"{language}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_the_same_keys_and_gaps(repository: Path, language: str) -> None:
    english, other = table(repository, "en"), table(repository, language)
    assert list(other) == list(english)
    for key, words in english.items():
        if isinstance(words, str):
            assert re.findall(r"\{\w+\}", words) == re.findall(r"\{\w+\}", str(other[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_things_have_the_forms_of_the_language(repository: Path, language: str) -> None:
    counts = table(repository, language)["counts"]
    assert isinstance(counts, dict)
    plural = Locale.parse(language).plural_form
    for key, forms in counts.items():
        assert {plural(number) for number in range(200)} <= set(forms), key
        assert all("{n}" in form for form in forms.values()), key


def test_russian_counts_as_russian_does() -> None:
    count = words_of("ru").count
    assert [count("subjects", number) for number in (1, 2, 5, 11, 21, 112)] == [
        "1 сюжет", "2 сюжета", "5 сюжетов", "11 сюжетов", "21 сюжет", "112 сюжетов",
    ]  # fmt: skip


def test_no_word_of_the_interface_is_idle(repository: Path) -> None:
    folder = repository / "src/sourcebook/reading_room"
    texts = "\n".join(
        path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.suffix in {".html", ".py"}
    )
    asked = set(re.findall(r"(?:\.|\")([a-z_]+)", texts))
    idle = set(table(repository, "en")) - {"counts"} - asked
    assert {key for key in idle if not key.startswith(IN_PARTS)} == set()
