"""Hypothesis strategies for records: `archives()` makes a whole archive whose references and spans all resolve.

The files of its sources are real ones: `FILES` holds their bytes by checksum.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

import hypothesis.strategies as st
import msgspec
from hypothesis.strategies import SearchStrategy

from sourcebook import record
from sourcebook.record import Record
from sourcebook.vocabulary.dates import HistoricalDate, read_date
from tests.record_files import FACTS, FILES

__all__ = ["FILES", "archives", "dates", "lines"]

Value = TypeVar("Value")

LANGUAGES = ("en", "ru", "zh-Hans", "sr-Latn")
_WORDS = (
    "the", "speech", "25 February", "Хрущёв", "сказал:", "«да»", "“no”", "it's", "1956", "no", "null", "—", "…",
    "...", "*stress*", "`code`", "<b>", "& so", "&amp;", "#", "- item", "{#p1}", "[^1]:", "\\", "|", "~", "@", "%",
    "key: value", "'", '"', "[", "](", "-->", "NOTE", "---", "x\u00a0y", "е\u0301", "𝔰", "00:01.000 --> 00:02.000",
)  # fmt: skip
_ODD = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufeff"
)
_DATES = tuple(
    read_date(text)
    for text in (
        "1956",
        "1956-02-25",
        "25 February 1956",
        "февраль 1956",
        "1956~",
        "195X",
        "1956-02/1957",
        "one fine day",
    )
) + tuple(
    read_date("тогда", edtf=edtf, calendar=calendar, reason=reason)
    for edtf in ("1956-02-25", "1917-10?", "1900/1910", "../1953")
    for calendar in ("gregorian", "julian")
    for reason in ("", "The stamp: “no”.")
)


def lines() -> SearchStrategy[str]:
    """One line of text without space at its ends."""
    words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)
    return (words | st.text(_ODD, min_size=1, max_size=12)).map(str.strip).filter(bool)


def dates() -> SearchStrategy[HistoricalDate]:
    """Dates as `read_date` makes them: understood, given, Old Style and not understood."""
    return st.sampled_from(_DATES)


def archives() -> SearchStrategy[list[Record]]:
    """A whole archive: the archive's record, then up to two of every other kind, each with an identifier of its own."""
    odd_lines = st.lists(st.text(_ODD, min_size=1, max_size=12).map(str.strip).filter(bool), max_size=3)
    return st.builds(
        lambda random, odd: _Maker(random, odd).archive(), st.randoms(use_true_random=False), odd_lines
    )


class _Maker:
    """Plain code that makes records by chance; hypothesis holds the dice, so that failures shrink."""

    def __init__(self, random: Random, odd: Sequence[str]) -> None:
        self.random = random
        self.odd = odd
        self.slugs: dict[str, list[str]] = {
            kind: self.sample([f"{kind[0]}1", "1956-plan", "a"], most=2)
            for kind in ("theme", "subject", "source", "person", "organisation", "place", "event", "term")
        }
        self.slugs["year"] = self.sample(["1956", "1917", "1953"], least=1, most=2)
        self.keys = {slug: self.sample(["p1", "p2", "p10", "s.1-a"]) for slug in self.slugs["source"]}
        self.targets = [f"{kind}:{slug}" for kind, slugs in self.slugs.items() for slug in slugs]
        self.targets += [f"source:{slug}#{key}" for slug, keys in self.keys.items() for key in keys]

    def sample(self, values: Sequence[Value], least: int = 0, most: int = 3) -> list[Value]:
        """Different ones, in any order."""
        count = min(len(values), self.random.randint(least, most))
        left = list(values)
        return [left.pop(self.random.randrange(len(left))) for _ in range(count)]

    def choice(self, *values: Value) -> Value:
        return values[self.random.randrange(len(values))]

    def perhaps(self) -> bool:
        return self.random.randrange(3) == 1

    def some(self, make: Callable[[], Value]) -> tuple[Value, ...]:
        return tuple(make() for _ in range(self.choice(0, 1, 0, 2)))

    def unlike(self, make: Callable[[], Value]) -> tuple[Value, ...]:
        return tuple({repr(value): value for value in self.some(make)}.values())

    def line(self) -> str:
        if self.odd and self.perhaps():
            return self.choice(*self.odd)
        return " ".join(self.choice(*_WORDS) for _ in range(self.random.randint(1, 3)))

    def perhaps_line(self) -> str:
        return self.line() if self.perhaps() else ""

    def markdown(self) -> str:
        text = self.line()
        if self.perhaps():
            text += self.choice(" ", "\n", "\n\n", "\\\n", "\n\n    ") + self.line()
        return f"{text} [it]({self.choice(*self.targets)})" if self.perhaps() else text

    def cited(self, key: str) -> record.CitedWork:
        """A work of the literature."""
        return record.CitedWork(
            id=key,
            title=self.perhaps_line(),
            author=self.some(lambda: record.CitedName(family=self.line(), given=self.perhaps_line())),
            editor=self.some(lambda: record.CitedName(literal=self.line())),
            issued=self.choice("", "2003", "1989-06", "s. a."),
        )

    def words(self, text: Callable[[], str] | None = None, least: int = 0) -> dict[str, str]:
        """A language map."""
        return {
            language: (text or self.line)()
            for language in self.sample(LANGUAGES, least, max(least, self.choice(0, 1, 2)))
        }

    def references(self, *kinds: str) -> list[str]:
        return [f"{kind}:{slug}" for kind in kinds for slug in self.slugs[kind]]

    def one(self, *kinds: str) -> str:
        return self.choice("", *self.references(*kinds))

    def several(self, *kinds: str) -> tuple[str, ...]:
        return tuple(self.sample(self.references(*kinds)))

    def date(self) -> HistoricalDate | None:
        return self.choice(None, *_DATES)

    def contribution(self) -> record.Contribution:
        agent = self.one("person", "organisation")
        role = self.choice("author", "translator", "photographer")
        credited_as = self.perhaps_line() if agent else self.line()
        return record.Contribution(role=role, agent=agent, credited_as=credited_as)

    def identifier(self) -> record.ExternalIdentifier:
        return record.ExternalIdentifier(
            scheme=self.choice("wikidata", "viaf"), value=f"Q{self.random.randrange(99)}"
        )

    def relations(self, type_: str, *kinds: str) -> tuple[record.Relation, ...]:
        return tuple(
            record.Relation(
                type=type_,
                to=to,
                certainty=self.choice("certain", "possible"),
                rationale=self.words(),
                evidence=self.markdown() if self.perhaps() else "",
            )
            for to in self.sample(self.references(*kinds), most=2)
        )

    def name(self) -> record.Name:
        return record.Name(
            text=self.line(),
            language=self.choice("", *LANGUAGES),
            use=self.choice("preferred", "variant", "birth"),
            romanisation=self.choice("", "ala-lc"),
            sort_as=self.perhaps_line(),
            during=self.date(),
        )

    def authority(self, kind: str, slug: str) -> Any:
        fields: dict[str, Any] = {}
        match kind:
            case "person":
                fields = {"born": self.date(), "died": self.date(), "birth_place": self.one("place")}
                fields |= {
                    "death_place": self.one("place"),
                    "relations": self.relations("member_of", "organisation"),
                }
            case "organisation":
                fields = {"founded": self.date(), "dissolved": self.date(), "place": self.one("place")}
            case "place" if self.perhaps():
                fields = {
                    "latitude": float(self.choice(-90, 0, 55)),
                    "longitude": self.choice(-180.0, 0.5, 37.61556),
                }
            case "event":
                relations = self.relations("led_to", "event")
                fields = {"date": self.date(), "place": self.one("place")}
                fields["relations"] = tuple(r for r in relations if r.to != f"event:{slug}")
        names = {
            repr(name): name for name in (record.Name(text=self.line(), language="en"), *self.some(self.name))
        }
        make = {struct.__struct_config__.tag: struct for struct in record.Authority.__subclasses__()}[kind]
        made: Any = make(
            slug=slug,
            names=tuple(names.values()),
            summary=self.words(),
            description=self.words(self.markdown),
            image=self.one("source"),
            identifiers=self.unlike(self.identifier),
            **fields,
        )
        return made

    def provenance(self) -> record.ProvenanceEvent:
        return record.ProvenanceEvent(
            type=self.choice("created", "leaked", "published"),
            date=self.date(),
            agent=self.one("person", "organisation"),
            agent_as=self.perhaps_line(),
            place=self.one("place"),
            note=self.words(),
            certainty=self.choice("certain", "probable"),
            evidence=self.markdown() if self.perhaps() else "",
        )

    def holding(self) -> record.Holding:
        return record.Holding(
            organisation=self.one("organisation"),
            repository=self.line(),
            collection=self.perhaps_line(),
            call_number=self.choice("", "f. 1, op. 2, d. 17"),
            link=self.choice("", "https://example.org/1?a=b&c=d"),
            note=self.words(),
        )

    def rights(self) -> record.Rights:
        statement = self.choice(
            "",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "http://rightsstatements.org/vocab/InC/1.0/",
        )
        return record.Rights(statement=statement, holder=self.perhaps_line(), note=self.words())

    def files(self) -> tuple[record.File, ...]:
        suffix = {"image/png": ".png", "audio/wav": ".wav"}
        facts = [self.choice(*FACTS) for _ in range(self.choice(0, 1, 2))]
        names = [
            f"{self.choice('page', 'B')}-{n}{suffix[fact['media_type']]}" for n, fact in enumerate(facts)
        ]
        return tuple(
            self.sample([record.File(name=n, **f) for n, f in zip(names, facts, strict=True)], len(facts))
        )

    def canvas(self, files: tuple[record.File, ...]) -> record.Canvas:
        label = self.choice("", "1", "f. 2v")
        return record.Canvas(
            file=self.choice(*files).name, label=label, alt=self.words(), caption=self.words()
        )

    def passage(self, key: str, **where: Any) -> record.Passage:
        speaker, kind = self.perhaps_line(), self.choice("paragraph", "paragraph", "heading", "speech")
        return record.Passage(key=key, text=self.markdown(), kind=kind, speaker=speaker, **where)  # type: ignore[arg-type]

    def passages(self, keys: list[str], seconds: float, region: str) -> tuple[record.Passage, ...]:
        step = round(seconds / max(len(keys), 1), 3) if self.perhaps() else 0
        return tuple(
            self.passage(key, start=round(n * step, 3), end=round((n + 1) * step, 3))
            if step
            else self.passage(key, region=region if self.perhaps() else "")
            for n, key in enumerate(keys)
        )

    def versions(
        self, keys: list[str], files: tuple[record.File, ...], canvases: tuple[record.Canvas, ...]
    ) -> tuple[record.TextVersion, ...]:
        sizes = {file.name: f"{file.width},{file.height}" for file in files if file.width}
        region = next((f"{n}:0,0,{sizes[c.file]}" for n, c in enumerate(canvases, 1) if c.file in sizes), "")
        seconds = max((file.duration or 0 for file in files), default=0)
        made: list[record.TextVersion] = []
        for key in self.sample(["en", "ru", "en-captions"], least=bool(keys), most=2):
            notes = {
                note.key: note
                for note in self.some(lambda: record.Note(key=self.choice("1", "a"), text=self.markdown()))
            }
            version = record.TextVersion(
                key=key,
                language=self.choice(key[:2], *LANGUAGES),
                kind=self.choice("transcription", "translation", "captions"),
                title=self.perhaps_line(),
                contributions=self.unlike(self.contribution),
                translates=self.choice("", *(version.key for version in made)),
                review=self.choice("", "draft", "reviewed"),
                passages=self.passages(keys, seconds, region),
                notes=tuple(notes.values()),
            )
            made.append(version)
        return tuple(made)

    def source(self, slug: str) -> record.Source:
        files = self.files()
        canvases = self.some(lambda: self.canvas(files)) if files else ()
        earlier = self.slugs["source"][: self.slugs["source"].index(slug)]
        part_of = self.choice("", *(f"source:{other}" for other in earlier))
        return record.Source(
            slug=slug,
            medium=self.choice("text", "image", "audio", "video", "object"),
            title=self.words(least=1),
            description=self.words(self.markdown),
            form=self.words(),
            languages=tuple(self.sample(LANGUAGES)),
            date=self.date(),
            contributions=self.unlike(self.contribution),
            place=self.one("place"),
            about=self.several("person", "organisation", "place", "event", "term"),
            themes=self.several("theme"),
            keywords=tuple(self.sample(["plan", "Съезд", "new course"])),
            part_of=part_of,
            position=self.random.randint(1, 9) if part_of else 0,
            holdings=self.some(self.holding),
            provenance=self.some(self.provenance),
            relations=self.relations("part_of", "event"),
            identifiers=self.unlike(self.identifier),
            rights=self.rights(),
            files=files,
            canvases=canvases,
            texts=self.versions(self.keys[slug], files, canvases),
        )

    def subject(self, slug: str) -> record.Subject:
        languages = self.sample(LANGUAGES, most=2)
        return record.Subject(
            slug=slug,
            title=self.words(least=1),
            year=self.choice(*self.references("year")),
            date=self.date(),
            summary=self.words(),
            image=self.one("source"),
            essays=tuple(
                record.Essay(
                    language=language,
                    body=self.markdown(),
                    title=self.perhaps_line(),
                    contributions=self.unlike(self.contribution),
                    date=self.date(),
                    translates=self.choice("", *languages[:n]),
                    bibliography=tuple(
                        self.cited(key) for key in self.sample(["taubman-2003", "RGANI_3", "1"])
                    ),
                )
                for n, language in enumerate(languages)
            ),
            selections=tuple(
                record.Selection(
                    source=source,
                    headnote=self.words(self.markdown),
                    questions=self.some(lambda: self.words(least=1)),
                )
                for source in self.several("source")
            ),
            themes=self.several("theme"),
            about=self.several("person", "organisation", "place", "event", "term"),
            comments=self.choice("closed", "open"),
        )

    def first(self) -> record.Archive:
        return record.Archive(
            slug="archive",
            title=self.words(least=1),
            subtitle=self.words(),
            description=self.words(self.markdown),
            languages=self.choice(("en",), ("en", "ru"), ("ru", "en")),
            contributions=self.unlike(self.contribution),
            publisher=self.perhaps_line(),
            licence=self.choice("", "https://creativecommons.org/licenses/by/4.0/"),
        )

    def archive(self) -> list[Record]:
        made: list[Record] = [self.first()]
        for slug in self.slugs["year"]:
            made.append(record.Year(slug=slug, title=self.words(), introduction=self.words(self.markdown)))
        for slug in self.slugs["theme"]:
            title, summary = self.words(least=1), self.words()
            made.append(
                record.Theme(slug=slug, title=title, summary=summary, introduction=self.words(self.markdown))
            )
        made += map(self.subject, self.slugs["subject"])
        made += map(self.source, self.slugs["source"])
        for kind in ("person", "organisation", "place", "event", "term"):
            made += [self.authority(kind, slug) for slug in self.slugs[kind]]
        return [self.named(one, number) for number, one in enumerate(made)]

    def named(self, one: Record, number: int) -> Record:
        """With an identifier, and perhaps a former slug and a legacy address, that no other record has."""
        return msgspec.structs.replace(
            one,
            id=f"{self.choice('k', '7', 'z0')}{number:05}",
            former_slugs=(f"former-{number}",) if self.perhaps() and number else (),
            legacy_addresses=(f"/node/{number}",) if self.perhaps() else (),
        )
