"""The sources of the small archive: every medium, both directions of writing, versions, gaps."""

import hashlib
from collections.abc import Iterator

from sourcebook.record import (
    Canvas,
    Contribution,
    ExternalIdentifier,
    File,
    Holding,
    Note,
    Passage,
    ProvenanceEvent,
    Record,
    Relation,
    Rights,
    Source,
    TextVersion,
)
from sourcebook.vocabulary.dates import read_date

CC0 = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/", holder="The archive")


def _file(
    name: str,
    media_type: str,
    width: int | None = None,
    height: int | None = None,
    duration: float | None = None,
) -> File:
    return File(
        name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        media_type=media_type,
        size=1000,
        width=width,
        height=height,
        duration=duration,
    )


def _passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(key=f"p{number}", text=text) for number, text in enumerate(texts, 1))


def sources() -> Iterator[Record]:
    yield Source(
        id="bs0", slug="volume", medium="text", title={"en": "A volume of telegrams"}, date=read_date("1956")
    )
    yield Source(
        id="bs1",
        slug="telegram",
        medium="text",
        title={"en": "Telegram 412 to Moscow", "ru": "Телеграмма № 412 в Москву"},
        description={"en": "What the telegram says, *in short*.[^a]\n\n[^a]: Very short."},
        form={"en": "Telegram", "ru": "Телеграмма"},
        languages=("ru",),
        date=read_date("27 February 1956"),
        contributions=(
            Contribution(role="sender", agent="person:imre-nagy"),
            Contribution(role="addressee", agent="organisation:cpsu"),
            Contribution(role="translator", credited_as="A. Translator"),
        ),
        place="place:budapest",
        about=("person:nikita-khrushchev", "event:closed-session"),
        themes=("theme:copies",),
        keywords=("copies", "silence"),
        part_of="source:volume",
        position=1,
        holdings=(
            Holding(
                organisation="organisation:state-archive",
                collection="Fonds 1",
                call_number="op. 2, d. 3",
                link="https://example.org/fonds/1",
                note={"en": "A carbon copy."},
            ),
            Holding(repository="Another repository"),
        ),
        provenance=(
            ProvenanceEvent(type="sent", date=read_date("27 February 1956"), agent="person:imre-nagy"),
            ProvenanceEvent(type="unknown", note={"en": "Where it lay for thirty years is not known."}),
            ProvenanceEvent(
                type="published",
                date=read_date("1989"),
                certainty="probable",
                agent_as="A newspaper",
                place="place:moscow",
                evidence="*Izvestia*, 1989.",
            ),
        ),
        relations=(Relation(type="related_to", to="source:map"),),
        identifiers=(ExternalIdentifier(scheme="call number", value="1-2-3"),),
        rights=CC0,
        texts=(
            TextVersion(
                key="ru",
                language="ru",
                passages=(
                    Passage(key="h1", text="Совершенно секретно", kind="heading"),
                    Passage(key="d1", text="Будапешт, 27 февраля 1956", kind="dateline"),
                    *_passages(
                        "[1](page:1)Доклад *был прочитан* вечером.[^1]",
                        "Зал молчал, и гости ушли.\\\nНикто не записывал.",
                        "| имя | год |\n| --- | --- |\n| один | 1956 |",
                    ),
                    Passage(key="v1", text="Первая строка\\\nВторая строка", kind="verse"),
                    Passage(key="s1", text="Говорит прямо.", kind="speech", speaker="Хлестаков"),
                    Passage(key="s2", text="*Уходит.*", kind="stage"),
                    Passage(key="q1", text="Слово из книги.", kind="quotation"),
                    Passage(key="c1", text="Подпись", kind="closer"),
                ),
                notes=(Note(key="1", text="Так в подлиннике. См. [карту](source:map)."),),
            ),
            TextVersion(
                key="en",
                language="en",
                kind="translation",
                translates="ru",
                supersedes="en-old",
                contributions=(Contribution(role="translator", credited_as="A. Translator"),),
                passages=(
                    Passage(key="h1", text="Top secret", kind="heading"),
                    *_passages(
                        "[1](page:1)The report was read by the [First Secretary](term:first-secretary).[^1]",
                        "The hall was *silent*, and they had gone.",
                    ),
                    Passage(key="p9", text="[The translator adds a passage.]"),
                ),
                notes=(Note(key="1", text="Thus in the original."),),
            ),
            TextVersion(
                key="en-old", language="en", kind="translation", passages=_passages("An older translation.")
            ),
        ),
    )
    yield Source(
        id="bs2",
        slug="reply",
        medium="text",
        title={"en": "Reply from Moscow"},
        date=read_date("28 February 1956"),
        part_of="source:volume",
        position=2,
        languages=("en",),
        texts=(TextVersion(key="en", language="en", passages=_passages("Received, and understood.")),),
    )
    yield Source(
        id="bs3",
        slug="map",
        medium="image",
        title={"en": "Map of the copies", "ru": "Карта копий"},
        date=read_date("about 1957"),
        files=(
            _file("page-001.png", "image/png", width=1200, height=800),
            _file("page-002.png", "image/png", width=800, height=1100),
            _file("notes.pdf", "application/pdf"),
        ),
        canvases=(
            Canvas(
                file="page-001.png",
                label="recto",
                alt={"en": "A map with five arrows"},
                caption={"en": "The ways."},
            ),
            Canvas(file="page-002.png", label="verso"),
        ),
        rights=CC0,
    )
    yield Source(
        id="bs4",
        slug="reading",
        medium="audio",
        title={"en": "A reading"},
        languages=("en",),
        date=read_date("1956-02"),
        files=(_file("reading.wav", "audio/wav", duration=2.0),),
        canvases=(Canvas(file="reading.wav"),),
        texts=(
            TextVersion(
                key="en",
                language="en",
                kind="captions",
                passages=(
                    Passage(key="c1", text="First words.", start=0.0, end=1.0, speaker="Reader"),
                    Passage(key="c2", text="Last words.", start=1.0, end=2.0),
                ),
            ),
            TextVersion(
                key="ru",
                language="ru",
                kind="captions",
                translates="en",
                passages=(
                    Passage(key="c1", text="Первые слова.", start=0.0, end=1.0),
                    Passage(key="c2", text="Последние слова.", start=1.0, end=2.0),
                ),
            ),
        ),
    )
    yield Source(
        id="bs5",
        slug="hebrew-letter",
        medium="text",
        title={"he": "מכתב", "en": "A letter"},
        languages=("he",),
        texts=(TextVersion(key="he", language="he", passages=_passages("שלום עולם.", "סוף.")),),
    )
    yield Source(
        id="bs6", slug="typewriter", medium="object", title={"en": "A typewriter"}, date=read_date("1950s")
    )
    yield Source(
        id="bs7",
        slug="newsreel",
        medium="video",
        title={"en": "A newsreel"},
        date=read_date("November 1956"),
        files=(_file("newsreel.mp4", "video/mp4", width=640, height=480, duration=2.0),),
    )
