"""Index documents: plain words, passages of a size, anchors that hold, versions beside each other, facets."""

import statistics
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.ingest.folder import read as read_folder
from sourcebook.ingest.tei import read as read_tei
from sourcebook.record import (
    Archive,
    Canvas,
    Contribution,
    Essay,
    File,
    Name,
    Note,
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
from sourcebook.search.documents import RecordDocument
from sourcebook.search.making import Surroundings, document_of
from sourcebook.search.making.cutting import AHEAD, CRUMB, MOST, WINDOW, join_cues, join_paragraphs
from sourcebook.search.making.pieces import Piece, size
from sourcebook.search.making.plain import plain
from sourcebook.vocabulary.dates import read_date
from tests.records import archives


def made(record: Record, subjects: tuple[str, ...] = ()) -> RecordDocument:
    document = document_of(record, Surroundings(address="/x/", subjects=subjects))
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("The infor-[12](page:12)mation of\nthe *great* day", "The information of the great day"),
        ("infor-\nmation, infor- \nmation", "information, information"),
        ("Austria-[3](page:3)Hungary", "Austria-Hungary"),
        ("a page that begins [4](page:4)between words", "a page that begins between words"),
        ("with[4](page:4)out", "without"),
        ("in\u00advisi\u200bble", "invisible"),
        ("[Nagy](person:imre-nagy)[^1] & co&amp; &lt;b&gt;", "Nagy & co& <b>"),
        ("line\\\nline", "line\nline"),
        ("- one\n- two **b**\n\n# Head\n\n> said", "one\ntwo b\nHead\nsaid"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"),
        ("a \\* b \\[x\\] snake_case _em_ `code`", "a * b [x] snake_case em code"),
        ("1956. A year", "1956. A year"),
        ("Хруще\u0301в, cafe\u0301", "Хруще\u0301в, caf\u00e9"),
        ("a\u202eb\u0007c", "abc"),
        ("---", ""),
    ],
)
def test_plain_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize("evil", ["[", "[a](", "*", "a-\n", "|-", "[^", "a-[1](page:", "&#", "\\", "> ", "_"])
def test_hostile_markdown_takes_no_time(evil: str) -> None:
    assert isinstance(plain(evil * 20_000), str)


_WORD = st.text("абвxyz.!?", min_size=1, max_size=9)
_TEXTS = st.lists(st.lists(_WORD, min_size=1, max_size=400).map(" ".join), max_size=12)


@given(_TEXTS, st.booleans())
def test_passages_hold_every_word_once_and_anchors_hold(texts: list[str], heard: bool) -> None:
    pieces = [Piece(text=text, key=f"p{number}") for number, text in enumerate(texts)]
    stretches = list(join_cues(pieces) if heard else join_paragraphs(pieces))
    own = [stretch.text[: len(stretch.text) - stretch.skipped] for stretch in stretches]
    assert " ".join(own).split() == " ".join(texts).split()
    for stretch in stretches:
        for start, end, piece in stretch.parts:
            assert " ".join(stretch.text[start:end].split()) in " ".join(piece.text.split())
        assert size(stretch.text) <= MOST + (MOST + AHEAD if heard else CRUMB)
    if not heard:
        assert all(size(text) >= 2 for text in own[:-1]) or len(texts) < 2


def test_a_word_without_end_is_cut() -> None:
    assert max(len(stretch.text) for stretch in join_paragraphs([Piece(text="x" * 50_000)])) <= 8 * MOST


def test_windows_of_cues_end_with_a_sentence_and_look_ahead() -> None:
    cues = [Piece(text=f"Some nine words are said here and then {n}.", begins=float(n)) for n in range(40)]
    first, second, *_ = join_cues(cues)
    assert WINDOW <= size(first.text[: len(first.text) - first.skipped]) < WINDOW + 10
    assert first.text.endswith(" ".join(second.text.split()[:AHEAD]))
    assert first.parts[-1][2].begins == second.parts[0][2].begins


def speech(*, russian: str = "Он говорил долго.") -> Source:
    return Source(
        id="s1",
        slug="speech",
        medium="audio",
        title={"en": "The speech"},
        date=read_date("25 February 1956"),
        languages=("ru",),
        contributions=(
            Contribution(role="speaker", agent="person:nagy"),
            Contribution(role="editor", credited_as="A. B."),
        ),
        themes=("theme:thaw",),
        rights=Rights(statement="http://rightsstatements.org/vocab/NoC-US/1.0/"),
        files=(File(name="a.jpg", sha256="0" * 64, media_type="image/jpeg", size=1, width=60, height=40),),
        canvases=(
            Canvas(
                file="a.jpg", label="fol. 1", alt={"en": "A hall."}, caption={"en": "The hall in *Moscow*."}
            ),
        ),
        texts=(
            TextVersion(
                key="en",
                language="en",
                kind="translation",
                passages=(
                    Passage(
                        key="p1",
                        text="He spoke of [Stalin](person:stalin).[^n]",
                        start=1.5,
                        end=4.0,
                        speaker="NAGY",
                    ),
                    Passage(key="p2", text="Then silence.", region="1:0,0,30,20"),
                ),
                notes=(Note(key="n", text="For four hours."),),
            ),
            TextVersion(key="ru", language="ru", passages=(Passage(key="p1", text=russian),)),
        ),
    )


def test_a_source_and_what_it_bears() -> None:
    document = made(speech(), ("subject:thaw",))
    assert document.facets == {
        "kind": ("source",),
        "medium": ("audio",),
        "language": ("ru", "en"),
        "year": ("1956",),
        "decade": ("1950",),
        "theme": ("theme:thaw",),
        "subject": ("subject:thaw",),
        "person": ("person:nagy", "person:stalin"),
        "contributor": ("person:nagy",),
        "rights": ("http://rightsstatements.org/vocab/NoC-US/1.0/",),
    }
    assert document.first_day == document.last_day is not None
    words = {(one.place, one.text) for one in document.words}
    assert {("title", "The speech"), ("byline", "A. B."), ("byline", "NAGY")} <= words


def test_passages_know_where_they_stand_and_what_stands_beside_them() -> None:
    document = made(speech())
    english, note, russian, canvas = document.passages
    assert english.text == "He spoke of Stalin.\nThen silence."
    assert [(english.text[a.start : a.end], a.fragment) for a in english.anchors] == [
        ("He spoke of Stalin.", "t=1.5,4"),
        ("Then silence.", "p2"),
    ]
    assert (english.aligned, russian.aligned) == ((russian.id,), (english.id,))
    assert english.mentions == ("person:stalin",)
    assert (note.kind, note.text, note.anchors[0].fragment) == ("note", "For four hours.", "p1")
    assert canvas.text == "fol. 1\nA hall.\nThe hall in Moscow."
    assert [anchor.fragment for anchor in canvas.anchors] == ["xywh=1:0,0,60,40"] * 3
    assert [passage.number for passage in document.passages] == [0, 1, 2, 3]


def test_other_kinds_of_records() -> None:
    assert document_of(Archive(slug="archive", title={"en": "A"}), Surroundings(address="/")) is None
    person = made(
        Person(
            id="p1",
            slug="nagy",
            names=(
                Name(text="Nagy Imre", language="hu", use="variant"),
                Name(text="Imre Nagy", language="en"),
            ),
            description={"en": "Prime minister."},
        )
    )
    assert person.title == {"en": "Imre Nagy", "hu": "Nagy Imre"}
    assert person.facets["person"] == ("person:nagy",)
    assert [passage.text for passage in person.passages] == ["Prime minister."]
    subject = made(
        Subject(
            id="t1",
            slug="thaw",
            title={"en": "Thaw"},
            year="year:1956",
            essays=(Essay(language="en", body="## Before\n\nIt was *cold*.[^1]\n\n[^1]: A note."),),
            selections=(
                Selection(source="source:speech", headnote={"en": "Listen."}, questions=({"en": "Why?"},)),
            ),
        )
    )
    assert [(one.kind, one.text) for one in subject.passages] == [
        ("essay", "Before\nIt was cold.\nA note."),
        ("headnote", "Listen."),
        ("headnote", "Why?"),
    ]
    assert (subject.selects, subject.facets["year"]) == (("source:speech",), ("1956",))
    assert made(Year(id="y1", slug="1956")).title == {"und": "1956"}


@pytest.mark.parametrize(
    ("written", "years", "decades"),
    [
        ("1956", ("1956",), ("1950",)),
        ("1953/1961", tuple(map(str, range(1953, 1962))), ("1950", "1960")),
        ("18XX", (), tuple(str(year) for year in range(1800, 1900, 10))),
        ("../1953", ("1953",), ("1950",)),
        ("one fine day", ("undated",), ()),
    ],
)
def test_years_of_uncertain_dates(written: str, years: tuple[str, ...], decades: tuple[str, ...]) -> None:
    facets = made(Source(id="s", slug="s", medium="text", title={}, date=read_date(written))).facets
    assert facets.get("year", ()) == years
    assert facets.get("decade", ()) == decades


@given(archives())
def test_every_record_has_a_document_whose_parts_hold(records: list[Record]) -> None:
    for record in records:
        document = document_of(record, Surroundings(address="/x/"))
        if document is None:
            continue
        ids = {passage.id for passage in document.passages}
        assert len(ids) == len(document.passages)
        for passage in document.passages:
            assert set(passage.aligned) <= ids - {passage.id}
            assert passage.text.strip() == passage.text != ""
            assert all(0 <= one.start < one.end <= len(passage.text) for one in passage.anchors)


def test_real_texts_make_passages_of_the_size_that_ranks_best(shared_data: Path, repository: Path) -> None:
    records = list(
        read_tei([shared_data / "milestones/1953-1960.xml", shared_data / "rusdracor"]).records.values()
    )
    records += list(read_folder(repository / "src/sourcebook/demo_archive").records.values())
    passages = [
        passage for record in records if record.kind != "archive" for passage in made(record).passages
    ]
    long_texts = [size(one.text) for one in passages if one.kind in ("text", "essay")]
    assert len(long_texts) > 500
    assert 60 <= statistics.median(long_texts) <= 150
    assert sum(number < CRUMB for number in long_texts) < len(long_texts) / 20
