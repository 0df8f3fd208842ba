"""Dates on a page: in words, with a machine's form where there is an exact one."""

import unicodedata
from functools import lru_cache

from markupsafe import Markup, escape

from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.words import LANGUAGES
from sourcebook.vocabulary.dates import HistoricalDate, print_date
from sourcebook.vocabulary.languages import script


@lru_cache(4096)
def words_of_date(date: HistoricalDate, language: str) -> str:
    """As it was written, if that is in words and in the script of this language; else the reading, in this language."""
    if date.as_written != date.edtf and _in_script(date.as_written, language):
        return date.as_written
    return print_date(date, language)


def _in_script(words: str, language: str) -> bool:
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in words if letter.isalpha()}
    return scripts == {"CYRILLIC" if script(language) == "Cyrl" else "LATIN"}


def machine_form(date: HistoricalDate) -> str:
    """ISO 8601 for a day, a month or a year, as HTML and schema.org take them; "" for anything vaguer."""
    first, last = date.earliest, date.latest
    if not first or not last or not first[:4].isdecimal() or len(first) != 10:
        return ""
    if first == last:
        return first
    if first[:7] == last[:7] and first[8:] == "01" and int(last[8:]) >= 28:
        return first[:7]
    if first[:4] == last[:4] and first[5:] == "01-01" and last[5:] == "12-31":
        return first[:4]
    return ""


def as_written(date: HistoricalDate | None) -> str:
    """The source's own words, where no language of ours prints the date just so."""
    if date is None:
        return ""
    ours = {words_of_date(date, language) for language in LANGUAGES} | {date.edtf}
    return "" if date.as_written in ours else date.as_written


def dated(date: HistoricalDate | None, leaf: Leaf) -> Markup:
    """The date as a `time`; its reason, and the words of the source where they differ, stand in the page's facts."""
    if date is None:
        return Markup("")
    return _dated(date, leaf.language)


@lru_cache(4096)
def _dated(date: HistoricalDate, language: str) -> Markup:
    words = words_of_date(date, language)
    machine = machine_form(date)
    if not machine:
        return escape(words)
    return Markup('<time datetime="{}">{}</time>').format(machine, words)


def lifetime(first: HistoricalDate | None, last: HistoricalDate | None, leaf: Leaf) -> Markup:
    """`1896–1958`, by years; what is not known is left open."""
    if first is None and last is None:
        return Markup("")
    return Markup("{}–{}").format(_year(first, leaf), _year(last, leaf))


def _year(date: HistoricalDate | None, leaf: Leaf) -> str:
    if date is None:
        return ""
    if date.earliest and date.earliest[:4] == date.latest[:4] and date.earliest[:4].isdecimal():
        return date.earliest[:4]
    return words_of_date(date, leaf.language)


def clock(seconds: float) -> str:
    """`1:03`, `1:02:09`."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
