"""Archives of any size for measuring search, from the sentences of real texts in `../shared/data`.

English from FRUS and the Milestones, Russian from the plays of RusDraCor, artists of Tate's as people and in captions.
Sentences are drawn by chance (the same each time), so that passages are unlike each other while words keep their
frequencies; the number of different words stays that of the real material, which makes each word more frequent than in
an archive of that size: a hard case for an engine.
"""

import csv
import itertools
import random
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from lxml import etree

from sourcebook.record import (
    Canvas,
    Contribution,
    Name,
    Passage,
    Person,
    Place,
    Record,
    Rights,
    Source,
    TextVersion,
    Theme,
)
from sourcebook.vocabulary.dates import read_date

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PER_SOURCE = 32
"""Passages of a text source."""
WORDS = 85
"""Of a passage, about."""
PEOPLE, PLACES, THEMES = 400, 120, 24
_TEI = "{http://www.tei-c.org/ns/1.0}"
_DATES = [
    read_date(f"{year}-{month:02}-{day:02}")
    for year in range(1917, 1992)
    for month, day in ((2, 25), (10, 4))
]


def _sentences(paths: Iterable[Path], tags: Collection[str]) -> list[str]:
    found = []
    for path in sorted(paths):
        for element in etree.parse(path).iter(*(_TEI + tag for tag in tags)):
            text = " ".join("".join(element.itertext()).split())
            text = text.translate(str.maketrans("*_[]<>`\\#|", "          "))
            found += [one for one in re.split(r"(?<=[.!?]) +", text) if 3 <= one.count(" ") <= 60]
    return found


def sentences() -> dict[str, list[str]]:
    """Sentences by language."""
    if not SHARED.is_dir():
        sys.exit("REAL MATERIAL IS ABSENT: the shared data folder is not beside the checkout.")
    english = [*(SHARED / "frus-tei").glob("*.xml"), *(SHARED / "milestones").glob("*.xml")]
    return {
        "en": _sentences(english, ("p",)),
        "ru": _sentences((SHARED / "rusdracor").glob("*.xml"), ("p", "l", "stage")),
    }


def titles() -> list[str]:
    """Titles of artists' works and names, for pictures."""
    with (SHARED / "tate/artist_data.csv").open(encoding="utf-8") as file:
        return [f"{row['name']}, {row['placeOfBirth']}" for row in csv.DictReader(file) if row["name"]]


def records(passages: int) -> Iterator[Record]:
    """Authorities, then sources with about so many passages: a fifth Russian, each tenth source a picture."""
    chance = random.Random(1956)  # noqa: S311 - nothing secret
    by_language = sentences()
    named = titles()
    for number in range(PEOPLE):
        name = Name(text=named[number].partition(",")[0], language="en")
        yield Person(id=f"p{number}", slug=f"person-{number}", names=(name,))
    for number in range(PLACES):
        yield Place(
            id=f"l{number}", slug=f"place-{number}", names=(Name(text=f"Place {number}", language="en"),)
        )
    for number in range(THEMES):
        yield Theme(id=f"t{number}", slug=f"theme-{number}", title={"en": f"Theme {number}"})
    made = 0
    for number in itertools.count():
        if made >= passages:
            return
        source = _picture(number, chance, named) if number % 10 == 9 else _text(number, chance, by_language)
        made += max(1, sum(len(version.passages) for version in source.texts))
        yield source


def _text(number: int, chance: random.Random, by_language: dict[str, list[str]]) -> Source:
    language = "ru" if number % 5 == 4 else "en"
    pool = by_language[language]
    passages = []
    for place in range(PER_SOURCE):
        words = 0
        text = []
        while words < WORDS:
            text.append(chance.choice(pool))
            words += text[-1].count(" ") + 1
        if place % 8 == 0:
            text.insert(1, f"[He](person:person-{min(PEOPLE - 1, int(chance.expovariate(0.02)))}) said so.")
        passages.append(Passage(key=f"p{place + 1}", text=" ".join(text)))
    return Source(
        **_common(number, chance),
        medium="audio" if number % 7 == 3 else "text",
        title={language: chance.choice(pool)[:80]},
        languages=(language,),
        texts=(TextVersion(key=language, language=language, passages=tuple(passages)),),
    )


def _picture(number: int, chance: random.Random, named: list[str]) -> Source:
    title = chance.choice(named)
    return Source(
        **_common(number, chance), medium="image", title={"en": title},
        canvases=(Canvas(file="a.jpg", caption={"en": title}),),
    )  # fmt: skip


def _common(number: int, chance: random.Random) -> dict[str, object]:
    person = min(PEOPLE - 1, int(chance.expovariate(0.02)))
    return {
        "id": f"s{number}",
        "slug": f"source-{number}",
        "date": chance.choice(_DATES),
        "contributions": (Contribution(role="author", agent=f"person:person-{person}"),),
        "place": f"place:place-{chance.randrange(PLACES)}",
        "themes": tuple({f"theme:theme-{chance.randrange(THEMES)}" for _ in range(2)}),
        "rights": Rights(statement="http://rightsstatements.org/vocab/NoC-US/1.0/"),
    }


class GeneratedShelf:
    """Implements `search.library.Shelf` for records that are made while they are read."""

    def __init__(self, passages: int) -> None:
        self._passages = passages
        self.more: dict[str, Record] = {}
        self.count = 0

    def taken_up_to(self) -> int:
        return 1 + len(self.more)

    def changed_after(self, number: int) -> Collection[str]:
        return list(self.more)[number - 1 :]

    def of_identifier(self, identifier: str) -> Record | None:
        return self.more.get(identifier)

    def published(self, reference: str) -> Record | None:
        return None

    def everything(self) -> Iterator[Record]:
        for record in records(self._passages):
            self.count += 1
            yield record

    def size(self) -> int:
        return self.count + len(self.more)

    def current(self, reference: str) -> str:
        return reference

    def subjects_of(self, source: str) -> Collection[str]:
        return ()

    def address(self, record: Record) -> str:
        return f"/{record.kind}s/{record.slug}/"
