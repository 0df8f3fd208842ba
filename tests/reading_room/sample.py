"""A small archive with one of everything that the reading room shows, for the tests that bake and look."""

import wave
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyvips

from sourcebook.reading_room import Site, make_site
from sourcebook.record import (
    Archive,
    Contribution,
    Essay,
    Event,
    ExternalIdentifier,
    Name,
    Organisation,
    Person,
    Place,
    Record,
    Relation,
    Selection,
    Source,
    Subject,
    Term,
    Theme,
    Year,
)
from sourcebook.record.access import access_copies
from sourcebook.vocabulary.dates import read_date
from tests.reading_room.sample_sources import sources

LANGUAGES = ("en", "ru")

ESSAY = """
On 25 February 1956 the [First Secretary](term:first-secretary) spoke behind closed doors.[^1] What he said was soon
read in [Budapest](place:budapest) and *discussed* in [Moscow](place:moscow "the capital").

## The copies

> The hall was *silent*, and [the guests] had gone.
> — [Telegram 412, passage 2](source:telegram#p2)

![The way of the copies](source:map#xywh=1:100,60,420,300)

![Eight seconds of the reading](source:reading#t=0.5,1.5)

![Nobody published this](source:absent)

| Copy | Reached |
| --- | ---: |
| first | Warsaw |
| second | New York |

- one point, with a link to [nothing](person:nobody)
- another, with [a page elsewhere](https://example.org/page "x") and `code`

1. in order
2. of time

### A smaller heading

A second paragraph calls the second note[^2] and the first again.[^1] <b>No HTML</b> & no script.

[^1]: See [the telegram](source:telegram#p1--p2), and *Foreign Relations*.
[^2]: A note of two paragraphs.

    The second one.
"""


def people_and_places() -> Iterator[Record]:
    yield Person(
        id="bp1",
        slug="nikita-khrushchev",
        former_slugs=("khrushchev",),
        legacy_addresses=("/node/12", "/people.php?id=3"),
        names=(
            Name(text="Nikita Khrushchev", language="en", sort_as="Khrushchev, Nikita"),
            Name(text="Никита Сергеевич Хрущёв", language="ru", sort_as="Хрущёв, Никита"),
            Name(text="Nikita Chruščëv", language="ru-Latn", use="variant", romanisation="iso9"),
        ),
        summary={"en": "First Secretary of the Party, 1953–64", "ru": "Первый секретарь ЦК, 1953–1964"},
        description={"en": "He spoke for [four hours](source:telegram#p2).[^1]\n\n[^1]: So it is said."},
        image="source:map#xywh=1:0,0,300,300",
        born=read_date("15 April 1894"),
        died=read_date("11 September 1971"),
        birth_place="place:moscow",
        identifiers=(ExternalIdentifier(scheme="wikidata", value="Q35314"),),
        relations=(Relation(type="leader_of", to="organisation:cpsu", certainty="certain"),),
    )
    yield Person(
        id="bp2",
        slug="imre-nagy",
        names=(Name(text="Imre Nagy", language="hu"), Name(text="Имре Надь", language="ru")),
        born=read_date("1896"),
    )
    yield Organisation(
        id="bo1",
        slug="cpsu",
        names=(
            Name(text="Communist Party of the Soviet Union", language="en"),
            Name(text="КПСС", language="ru"),
        ),
        place="place:moscow",
        founded=read_date("1912"),
    )
    yield Organisation(id="bo2", slug="state-archive", names=(Name(text="State Archive", language="en"),))
    yield Place(
        id="bl1",
        slug="budapest",
        names=(Name(text="Budapest", language="en"), Name(text="Будапешт", language="ru")),
        latitude=47.4979,
        longitude=19.0402,
    )
    yield Place(
        id="bl2",
        slug="moscow",
        names=(Name(text="Moscow", language="en"), Name(text="Москва", language="ru")),
    )
    yield Place(
        id="bl3",
        slug="saint-petersburg",
        names=(
            Name(text="Saint Petersburg", language="en"),
            Name(text="Санкт-Петербург", language="ru"),
            Name(text="Leningrad", language="en", use="former", during=read_date("1924–1991")),
            Name(
                text="Петроград",
                language="ru",
                use="former",
                during=read_date("с августа 1914 до 26 января 1924", edtf="1914-08/1924-01-26"),
            ),
        ),
    )
    yield Event(
        id="be1",
        slug="closed-session",
        names=(
            Name(text="The closed session", language="en"),
            Name(text="Закрытое заседание", language="ru"),
        ),
        date=read_date("25 February 1956", reason="The day is certain, the hour is not."),
        place="place:moscow",
        relations=(
            Relation(
                type="led_to",
                to="event:rising",
                certainty="disputed",
                rationale={"en": "Many said so at the time."},
                evidence="[The telegram](source:telegram#p2)",
            ),
        ),
    )
    yield Event(
        id="be2",
        slug="rising",
        names=(Name(text="The rising", language="en"),),
        date=read_date("23 October 1956"),
    )
    yield Event(id="be3", slug="undated", names=(Name(text="A meeting nobody dated", language="en"),))
    yield Term(
        id="bt1",
        slug="first-secretary",
        names=(Name(text="First Secretary", language="en"), Name(text="первый секретарь", language="ru")),
        summary={"en": "The head of the party's apparatus.", "ru": "Глава аппарата партии."},
        description={"en": "Since 1953; before, *General Secretary*."},
    )


def arrangement() -> Iterator[Record]:
    yield Archive(
        id="ba1",
        slug="archive",
        title={"en": "1956: A Sourcebook", "ru": "1956 год: книга источников"},
        subtitle={"en": "A speech and two risings", "ru": "Доклад и два восстания"},
        description={
            "en": "Begin with [the speech](subject:secret-speech).\n\nThen read on.",
            "ru": "Начните с доклада.",
        },
        languages=LANGUAGES,
        contributions=(
            Contribution(role="editor", agent="person:imre-nagy"),
            Contribution(role="editor", credited_as="B. Editor"),
        ),
        publisher="A Press",
        licence="https://creativecommons.org/licenses/by/4.0/",
    )
    yield Year(id="by1", slug="1956", introduction={"en": "A year of copies."})
    yield Year(id="by2", slug="1957", title={"en": "The year after", "ru": "Год спустя"})
    yield Theme(
        id="bh1",
        slug="copies",
        title={"en": "How texts travel", "ru": "Как ходят тексты"},
        summary={"en": "Copies, leaks, translations"},
        introduction={"en": "A text is *copied*."},
    )
    yield Subject(
        id="bj1",
        slug="secret-speech",
        former_slugs=("speech",),
        title={"en": "Khrushchev’s Secret Speech", "ru": "Секретный доклад Хрущёва"},
        year="year:1956",
        date=read_date("25 February 1956"),
        summary={
            "en": "A text not to be printed is read by millions.",
            "ru": "Текст, который нельзя печатать.",
        },
        image="source:map#xywh=1:100,60,900,500",
        themes=("theme:copies",),
        about=("person:nikita-khrushchev", "place:moscow"),
        essays=(
            Essay(
                language="en",
                title="Who Let It Out?",
                body=ESSAY,
                contributions=(Contribution(role="author", credited_as="C. Historian"),),
                date=read_date("May 2026"),
            ),
            Essay(language="ru", body="По-русски, с [телеграммой](source:telegram#p2).", translates="en"),
        ),
        selections=(
            Selection(
                source="source:telegram",
                headnote={"en": "Read it *slowly*."},
                questions=({"en": "Who speaks?", "ru": "Кто говорит?"}, {"en": "To whom?"}),
            ),
            Selection(source="source:map"),
            Selection(source="source:reading"),
            Selection(source="source:newsreel"),
            Selection(source="source:typewriter"),
            Selection(source="source:withdrawn"),
        ),
    )
    yield Subject(
        id="bj2",
        slug="rising",
        title={"en": "The rising"},
        year="year:1956",
        date=read_date("23 October 1956"),
        essays=(Essay(language="en", body="Short."),),
        comments="open",
    )


def records() -> list[Record]:
    return [*arrangement(), *people_and_places(), *sources()]


def _copy(folder: Path, sha256: str, name: str) -> Path:
    return folder / sha256[:2] / sha256 / name


def sample_site(folder: Path, base: str = "http://127.0.0.1:8000") -> Site:
    """The site whose access copies lie in a folder."""
    return make_site(base, LANGUAGES, partial(_copy, folder))


def make_files(folder: Path) -> None:
    """Access copies that browsers can show: plain images and two seconds of silence."""
    for record in records():
        for file in record.files if isinstance(record, Source) else ():
            for copy in access_copies(file):
                path = _copy(folder, file.sha256, copy.name)
                path.parent.mkdir(parents=True, exist_ok=True)
                if copy.width and copy.height and copy.media_type == "image/webp":
                    pyvips.Image.gaussnoise(copy.width, copy.height, mean=190, sigma=12).cast(
                        "uchar"
                    ).webpsave(str(path))
                elif copy.media_type == "audio/wav":
                    with wave.open(str(path), "wb") as sound:
                        sound.setparams((1, 2, 8000, 0, "NONE", ""))
                        sound.writeframes(bytes(32000))
                else:
                    path.write_bytes(b"%PDF-1.4\n")
