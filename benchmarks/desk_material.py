"""An archive of any size for the desk: real titles, names and dates of `../shared/data`, repeated with variation.

    .venv/bin/python benchmarks/desk_material.py FOLDER [--sources 100000]

Titles are of works of art (`tate/`) and of library catalogues (`marc/`), many in romanised Russian; people are the
artists and authors of both and of `moma/`, those with Russian names in Cyrillic too. An archive that is there is left.
"""

import argparse
import csv
import itertools
import json
import random
import resource
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from catalogue_cards import cards, in_cyrillic, plain
from django.utils.text import slugify
from material import SHARED, _need

from sourcebook.record import (
    Archive,
    Contribution,
    Holding,
    Name,
    Passage,
    Person,
    Place,
    Record,
    Rights,
    Selection,
    Source,
    Subject,
    TextVersion,
    Theme,
    Year,
)  # fmt: skip
from sourcebook.vocabulary.dates import HistoricalDate, read_date

BATCH = 2000
RIGHTS = (
    "http://rightsstatements.org/vocab/InC/1.0/",
    "http://rightsstatements.org/vocab/NoC-US/1.0/",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "",
)
THEMES = (
    "war",
    "theatre",
    "travel",
    "labour",
    "portraits",
    "science",
    "exile",
    "childhood",
    "the-city",
    "letters-home",
)


def _titles() -> list[tuple[str, str, str, str]]:
    """Words, language, medium and a date as written."""
    found = []
    for path in sorted(_need(SHARED / "tate" / "artworks").rglob("*.json")):
        work = json.loads(path.read_text(encoding="utf-8"))
        medium = "object" if "sculpture" in (work["classification"] or "") else "image"
        found.append((work["title"], "en", medium, work["dateText"] or ""))
    for card in cards(_need(SHARED / "marc") / "lc_soviet_even.mrc"):
        words = card.get("245", [{}])[0]
        title = " ".join(filter(None, [plain(words.get("a", "")), plain(words.get("b", ""))]))
        year = "".join(c for c in card.get("260", [{}])[0].get("c", "") if c.isdigit())[:4]
        if title:
            russian = any(c in title for c in "ʹ︠︡") or "sovet" in title.lower()
            found.append((title, "ru-Latn" if russian else "en", "text", year))
    return found


def _people() -> dict[str, tuple[str, str, str]]:
    """Name as filed, birth and death, by slug."""
    rows: list[tuple[str, str, str]] = []
    with (SHARED / "tate" / "artist_data.csv").open(encoding="utf-8-sig", newline="") as file:
        rows += [(row["name"], row["yearOfBirth"], row["yearOfDeath"]) for row in csv.DictReader(file)]
    with next((SHARED / "moma").glob("*.csv")).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            first, _, last = row["DisplayName"].rpartition(" ")
            rows.append((", ".join(filter(None, [last, first])), row["BeginDate"], row["EndDate"]))
    for card in cards(SHARED / "marc" / "lc_soviet_even.mrc"):
        for words in (*card.get("100", []), *card.get("600", []), *card.get("700", [])):
            born, _, died = plain(words.get("d", "")).partition("-")
            rows.append((plain(words.get("a", "")), born, died))
    people = {}
    for name, born, died in rows:
        slug = slugify(name)[:80].strip("-")
        if slug:
            people.setdefault(slug, (name, born, died))
    return people


def _date(text: str) -> HistoricalDate | None:
    return read_date(text) if text.strip() and text != "0" else None


def _person(slug: str, name: str, born: str, died: str) -> Person:
    last, _, first = name.partition(", ")
    names = [Name(text=f"{first} {last}".strip(), language="en", sort_as=name)]
    if any(name.rstrip(".").endswith(end) for end in ("ich", "vna")) or last.endswith(
        ("ov", "ev", "in", "sky", "skii")
    ):
        names.append(
            Name(
                text=in_cyrillic(f"{first} {last}").strip(),
                language="ru",
                sort_as=in_cyrillic(name),
                use="variant",
            )
        )
    dates = "–".join(filter(None, [born if born != "0" else "", died if died != "0" else ""]))
    return Person(
        slug=slug,
        names=tuple(names),
        born=_date(born),
        died=_date(died),
        summary={"en": f"Artist or author, {dates}"},
    )


def records(sources: int, *, seed: int = 1956) -> Iterator[Record]:
    """The archive, its years, themes, people and places, then so many sources, then subjects that select of them."""
    chance = random.Random(seed)  # noqa: S311
    people = _people()
    slugs = [*people]
    titles = _titles()
    yield Archive(
        slug="archive", title={"en": f"{sources} sources", "ru": "Источники"}, languages=("en", "ru")
    )
    yield from (Year(slug=str(year)) for year in range(1900, 1992))
    yield from (Theme(slug=theme, title={"en": theme.replace("-", " ").capitalize()}) for theme in THEMES)
    yield from (_person(slug, *facts) for slug, facts in people.items())
    places = [f"place-{number}" for number in range(500)]
    for number, slug in enumerate(places):
        name = slugs[number * 7].split("-")[0].capitalize()
        yield Place(
            slug=slug,
            names=(
                Name(text=f"{name}grad", language="en"),
                Name(text=in_cyrillic(f"{name}grad"), language="ru"),
            ),
        )
    for number in range(sources):
        yield _source(number, chance, titles, slugs, places)
    for number in range(sources // 500):
        chosen = [chance.randrange(sources) for _ in range(12)]
        yield Subject(
            slug=f"subject-{number}",
            title={"en": f"Subject {number}"},
            year=f"year:{1900 + number % 92}",
            selections=tuple(Selection(source=f"source:s-{one}") for one in dict.fromkeys(chosen)),
        )


def _source(
    number: int,
    chance: random.Random,
    titles: list[tuple[str, str, str, str]],
    people: list[str],
    places: list[str],
) -> Source:
    words, language, medium, date = titles[number % len(titles)]
    if number >= len(titles):
        words = (
            f"{words}, {chance.choice(['sheet', 'copy', 'state', 'part', 'folio'])} {number // len(titles)}"
        )
        medium = (
            medium if chance.random() < 0.8 else chance.choice(["text", "image", "audio", "video", "object"])
        )
        date = (
            date
            if chance.random() < 0.3
            else f"{chance.randrange(1850, 1992)}-{1 + number % 12:02}-{1 + number % 28:02}"
        )
    title = {language: words}
    if language == "ru-Latn":
        title["ru"] = in_cyrillic(words)
    return Source(
        slug=f"s-{number}",
        medium=medium,  # type: ignore[arg-type]
        title=title,
        description={"en": f"{words}. Described for measuring."},
        languages=(language.partition("-")[0],),
        date=_date(date),
        contributions=(Contribution(role="author", agent=f"person:{chance.choice(people)}"),),
        place=f"place:{chance.choice(places)}",
        about=(f"person:{chance.choice(people)}",),
        themes=(f"theme:{THEMES[number % len(THEMES)]}",),
        rights=Rights(
            statement=RIGHTS[number % len(RIGHTS)], holder=chance.choice(["", "Tate", "Library of Congress"])
        ),
        holdings=(Holding(repository="Library of Congress", call_number=f"LC {number}"),),
        texts=(
            TextVersion(
                key="en", language="en", passages=(Passage(key="p1", text=f"{words} was {number}."),)
            ),
        ),
    )


def batches(all_records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(all_records)
    while batch := list(itertools.islice(remaining, BATCH)):
        yield batch


def make(folder: Path, sources: int) -> None:
    """Make the archive in a folder that is not there yet; time and memory are printed."""
    from sourcebook.archive_folder import make_archive_folder
    from sourcebook.web.desk import configure
    from sourcebook.web.template_database import new_database

    make_archive_folder(folder, address="http://127.0.0.1:8105")
    archive = configure(folder)
    new_database(archive)
    from sourcebook.publishing.restore import restore_all

    begun, spent = time.perf_counter(), time.process_time()
    made = 0
    for batch in batches(records(sources)):
        restore_all(batch)
        made += len(batch)
        if made % 20_000 == 0:
            print(f"  {made} records, {time.perf_counter() - begun:.0f} s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = archive.database.stat().st_size / 2**20
    print(
        f"Restored {made} records ({sources} sources) in {time.perf_counter() - begun:.0f} s, "
        f"{time.process_time() - spent:.0f} s of processor time; at most {peak:.0f} MiB of memory; "
        f"the database has {size:.0f} MiB.",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", type=int, default=100_000)
    arguments = parser.parse_args()
    if arguments.folder.exists():
        print(f"{arguments.folder} is there: left as it is.")
    else:
        make(arguments.folder, arguments.sources)


if __name__ == "__main__":
    main()
