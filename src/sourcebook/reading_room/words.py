"""The interface's own words, one table a language; plural forms after CLDR."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError

LANGUAGES = ("en", "ru")
"""Languages with a table."""


class InterfaceWords:
    """The words of one language; `words.cited_in`, and `words.count("sources", 5)` for what is counted."""

    def __init__(self, language: str) -> None:
        self._language = language
        table = files("sourcebook.reading_room") / "interface" / f"{spoken(language)}.toml"
        self._table: dict[str, Any] = tomllib.loads(table.read_text(encoding="utf-8"))
        self._plural = Locale.parse(spoken(language)).plural_form

    def __getattr__(self, key: str) -> str:
        try:
            return str(self._table[key])
        except KeyError:
            raise AttributeError(f"The interface has no words “{key}” in “{self._language}”.") from None

    def count(self, key: str, number: int) -> str:
        """A number with its noun in the form that the language asks for."""
        forms: dict[str, str] = self._table["counts"][key]
        return forms[self._plural(number)].replace("{n}", self.number(number))

    def number(self, number: int) -> str:
        """A whole number; from five figures on in groups of three, as both languages write them."""
        return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if number >= 10000 else str(number)

    def quoted(self, text: str) -> str:
        """A title between the language's quotation marks; those inside it become the inner ones."""
        outer, inner = self._table["quotation_marks"]
        for marks in ("“”", "«»"):
            text = text.replace(marks[0], inner[0]).replace(marks[1], inner[1])
        return f"{outer[0]}{text}{outer[1]}"

    def say(self, key: str, **parts: object) -> str:
        """Words with `{gaps}` filled."""
        return str(getattr(self, key)).format(**parts)


def spoken(language: str) -> str:
    """The language whose table serves an interface language: itself, its main language, else English."""
    main = language.split("-")[0]
    return main if main in LANGUAGES else "en"


@cache
def words_of(language: str) -> InterfaceWords:
    return InterfaceWords(language)


def interface_name(language: str) -> str:
    """The language in its own words, for the switch: `English`, `Русский`."""
    try:
        name = Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
    return str(name)[:1].upper() + str(name)[1:]
