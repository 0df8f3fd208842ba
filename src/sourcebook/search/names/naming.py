"""All forms of all names of an authority, or of the titles of a theme or a subject: those on its record, and
romanisations made from them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from importlib import resources

from sourcebook.record import Authority, Name, Record, Subject, Theme
from sourcebook.search.lexicon import TITLE, NameForm
from sourcebook.search.making.days import day_numbers
from sourcebook.search.words.tokens import tokens
from sourcebook.vocabulary.dates import HistoricalDate
from sourcebook.vocabulary.romanisation import Romanised, romanised

_WIDELY_WRITTEN = ("person", "place")
_LIKELY = (("\u0400", "\u052f", "ru"), ("\u10a0", "\u10ff", "ka"), ("\u0370", "\u03ff", "el"))
_LONGEST = 200
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_ALWAYS = (None, None)


class RecordNamer:
    """Makes the names under which a record is to be found."""

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the tables and rules."""
        known = blake2b(digest_size=8)
        for package in (
            "sourcebook.vocabulary.romanisation",
            "sourcebook.search.words",
            "sourcebook.search.names",
        ):
            files = [file for file in resources.files(package).iterdir() if file.name.endswith(".py")]
            for file in sorted(files, key=lambda file: file.name):
                known.update(file.read_bytes())
        return known.hexdigest()

    def names(self, record: Record) -> Iterator[NameForm]:
        """Names on the record first, then those made from them, each form once; nothing for what bears none."""
        if isinstance(record, Theme | Subject):
            yield from _titles(record)
        if not isinstance(record, Authority):
            return
        seen: set[str] = set()
        times = _times(record.names)
        for name in record.names:
            form = in_natural_order(name.text, name.sort_as)
            if form and form not in seen:
                seen.add(form)
                first, last = times.get(name.text, _ALWAYS)
                yield NameForm(form, record.reference, name.text, name.language, "", first, last)
        for name in record.names:
            first, last = times.get(name.text, _ALWAYS)
            for made in spellings(name, widely=record.kind in _WIDELY_WRITTEN):
                form = in_natural_order(made.text, "")
                if form and form not in seen:
                    seen.add(form)
                    yield NameForm(form, record.reference, name.text, name.language, made.table, first, last)


def _titles(record: Theme | Subject) -> Iterator[NameForm]:
    seen: set[str] = set()
    for language, title in record.title.items():
        made = romanised(title[:_LONGEST], language or _likely_language(title), widely=False)
        # Who looks for “De-Stalinization” may write it in one word.
        for text in (title, *(one.text for one in made), _HYPHEN.sub("", title)):
            form = in_natural_order(text, "")
            if form and form not in seen:
                seen.add(form)
                yield NameForm(form, record.reference, title, language, TITLE)


def _times(names: Iterable[Name]) -> dict[str, tuple[int | None, int | None]]:
    """First and last day of each name that has a time; of none that was borne at times apart, as that of a city that is
    called again what it was called before: between them it had another.
    """
    said: dict[str, set[HistoricalDate]] = defaultdict(set)
    for name in names:
        if name.during is not None:
            said[name.text].add(name.during)
    single = {text: dates.pop() for text, dates in said.items() if len(dates) == 1}
    return {text: day_numbers(date) for text, date in single.items() if not date.edtf.startswith(("[", "{"))}


def spellings(name: Name, *, widely: bool = True) -> Iterator[Romanised]:
    """Romanisations of a name in its natural order, by the tables of all peoples or of libraries alone."""
    language = name.language or _likely_language(name.text)
    return romanised(_natural(name.text, name.sort_as)[:_LONGEST], language, widely=widely)


def in_natural_order(text: str, sort_as: str) -> str:
    """The folded words of a name, the surname last where the form for indexes tells which it is."""
    return " ".join(token.form for token in tokens(_natural(text, sort_as)[:_LONGEST]))


def _natural(text: str, sort_as: str) -> str:
    """`Nagy Imre`, filed under `Nagy, Imre`, as `Imre Nagy`."""
    surname, comma, rest = sort_as.partition(", ")
    turned = f"{rest} {surname}"
    same = comma and sorted(turned.replace(",", "").split()) == sorted(text.replace(",", "").split())
    return turned if same else text


def _likely_language(text: str) -> str:
    """Of a name whose language nobody says, by its alphabet."""
    for letter in text:
        for first, last, language in _LIKELY:
            if first <= letter <= last:
                return language
    return ""
