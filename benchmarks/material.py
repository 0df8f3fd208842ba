"""Archives of any size for measuring, from real texts: diplomatic documents in `../shared/data/frus-tei`."""

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sourcebook.record import (
    Archive,
    Contribution,
    Essay,
    Name,
    Passage,
    Person,
    Record,
    Rights,
    Selection,
    Source,
    Subject,
    TextVersion,
    Year,
)
from sourcebook.vocabulary.dates import read_date

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PASSAGES = 9
"""Passages in a source: about 5 KB of text."""


def _need(folder: Path) -> Path:
    if not folder.is_dir():
        sys.exit(
            f"REAL MATERIAL IS ABSENT: {folder.name} of the shared data folder is not beside the checkout."
        )
    return folder


def paragraphs() -> list[str]:
    """Paragraphs of 200 to 1,200 characters, without marks that Markdown would read."""
    found = []
    for path in sorted(_need(SHARED / "frus-tei").glob("*.xml")):
        for element in etree.parse(path).iter("{http://www.tei-c.org/ns/1.0}p"):
            text = " ".join("".join(element.itertext()).split())
            if 200 <= len(text) <= 1200:
                found.append(text.translate(str.maketrans("*_[]<>`\\#|", "          ")))
    return found


def records(sources: int) -> Iterator[Record]:
    """An archive of so many text sources, one person to 20 of them, one subject to 50, over 90 years."""
    texts = itertools.cycle(paragraphs())
    people = max(5, sources // 20)
    years = min(90, max(3, sources // 10))
    yield Archive(slug="archive", title={"en": f"{sources} sources"}, languages=("en",))
    for number in range(people):
        yield Person(
            slug=f"person-{number}",
            names=(
                Name(
                    text=f"Person Number {number}",
                    language="en",
                    sort_as=f"{_letter(number)}{number}, Person",
                ),
            ),
            summary={"en": "Named in documents"},
            born=read_date(str(1850 + number % 60)),
        )
    for number in range(years):
        yield Year(slug=str(1900 + number))
    for number in range(sources):
        yield _source(number, people, years, texts)
    for number in range(max(1, sources // 50)):
        yield _subject(number, sources, years, people, texts)


def _letter(number: int) -> str:
    return chr(ord("A") + number % 26)


def _source(number: int, people: int, years: int, texts: Iterator[str]) -> Source:
    named = [(number * 7 + step * 3) % people for step in range(3)]
    passages = [Passage(key=f"p{n}", text=next(texts)) for n in range(1, PASSAGES + 1)]
    first = passages[0]
    marks = " ".join(f"[Person Number {n}](person:person-{n})" for n in named)
    passages[0] = Passage(key=first.key, text=f"{marks}: {first.text}")
    return Source(
        slug=f"source-{number}",
        medium="text",
        title={"en": f"Telegram {number}: {passages[1].text[:60]}"},
        date=read_date(f"{1900 + number % years}-{1 + number % 12:02}-{1 + number % 28:02}"),
        languages=("en",),
        contributions=(Contribution(role="author", agent=f"person:person-{named[0]}"),),
        rights=Rights(statement="http://rightsstatements.org/vocab/NoC-US/1.0/"),
        texts=(TextVersion(key="en", language="en", passages=tuple(passages)),),
    )


def _subject(number: int, sources: int, years: int, people: int, texts: Iterator[str]) -> Subject:
    chosen = [(number * 50 + step) % sources for step in range(min(12, sources))]
    byline = (Contribution(role="author", credited_as="The editors"),)
    body = "\n\n".join(
        f"{next(texts)} [Person Number {n % people}](person:person-{n % people}), "
        f"[the telegram](source:source-{n}#p1)."
        for n in chosen[:6]
    )
    return Subject(
        slug=f"subject-{number}",
        title={"en": f"Subject {number}"},
        year=f"year:{1900 + number % years}",
        essays=(Essay(language="en", body=body, contributions=byline),),
        selections=tuple(Selection(source=f"source:source-{n}") for n in dict.fromkeys(chosen)),
    )
