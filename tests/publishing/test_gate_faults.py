"""What the gate finds in a record, one case for each fault, and that a record without it passes."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from sourcebook.publishing.gate import CODES, Fault, blocking, faults_of
from sourcebook.publishing.gate.answers import Answers
from sourcebook.publishing.gate.questions import Standing
from sourcebook.publishing.gate.sentences import HEADINGS, SENTENCES, sentence
from sourcebook.record import (
    Canvas,
    Contribution,
    Essay,
    File,
    Name,
    Note,
    Passage,
    Person,
    Record,
    Relation,
    Rights,
    Selection,
    Source,
    Subject,
    TextVersion,
)
from sourcebook.vocabulary.dates import read_date

FREE = Rights(statement="https://creativecommons.org/publicdomain/zero/1.0/")
ENGLISH = TextVersion(
    key="en",
    language="en",
    passages=(Passage(key="p1", text="At dawn the Prime Minister spoke to the *people*."),),
)
SPEECH = Source(slug="speech", medium="text", title={"en": "A speech"}, rights=FREE, texts=(ENGLISH,))
PICTURE = File(name="a.png", sha256="0" * 64, media_type="image/png", size=9, width=40, height=30)
SOUND = File(name="a.mp3", sha256="1" * 64, media_type="audio/mpeg", size=9, duration=60.0)
POSTER = Source(
    slug="poster",
    medium="image",
    title={"en": "A poster"},
    rights=FREE,
    files=(PICTURE,),
    canvases=(Canvas(file="a.png", alt={"en": "A crowd."}),),
)
BARE = replace(POSTER, slug="bare", canvases=(Canvas(file="a.png", label="Front"),))
SUBJECT = Subject(slug="budapest", title={"en": "Budapest"}, year="year:1956")
NAGY = Person(slug="nagy", names=(Name(text="Imre Nagy"),))
STANDINGS: dict[str, Standing] = {
    "year:1956": "live",
    "source:speech": "live",
    "source:poster": "live",
    "source:bare": "live",
    "source:draft": "unpublished",
    "source:gone": "withdrawn",
    "source:renamed": "moved",
    "person:shy": "unpublished",
    "person:gone": "withdrawn",
}
ARCHIVE = Answers(("en", "ru"), STANDINGS, {one.reference: one for one in (SPEECH, POSTER, BARE)})


def essay(body: str, **more: Any) -> Subject:
    return replace(SUBJECT, essays=(Essay(language="en", body=body, **more),))


def text(*words: str, **more: Any) -> Source:
    passages = tuple(Passage(key=f"p{n}", text=one) for n, one in enumerate(words, 1))
    return replace(SPEECH, slug="other", texts=(replace(ENGLISH, passages=passages, **more),))


CASES: list[tuple[Record, str, str, str]] = [
    (replace(SPEECH, title={"en": " "}), "title-missing", "title", "write one"),
    (replace(NAGY, names=()), "title-missing", "names", "write one"),
    (replace(SUBJECT, title={"ru": "Будапешт"}), "title-language", "titles__en", "first language (en)"),
    (replace(SPEECH, rights=Rights()), "rights-missing", "rights_statement", "Copyright Not Evaluated"),
    (BARE, "alternative-text-missing", "canvases-0-alt", "Canvas Front (a.png)"),
    (replace(SUBJECT, image="source:bare"), "picture-undescribed", "image", "source:bare, canvas 1"),
    (replace(NAGY, image="source:bare#xywh=1:0,0,9,9"), "picture-undescribed", "image", "source:bare"),
    (essay("![It](source:bare)"), "picture-undescribed", "essays-0-body", "source:bare"),
    (replace(SPEECH, files=(SOUND,), texts=()), "captions-missing", "texts", "a.mp3 can be heard"),
    (replace(SPEECH, date=read_date("one fine day")), "date-unread", "date", "“one fine day”"),
    (replace(NAGY, born=read_date("long ago")), "date-unread", "born", "“long ago”"),
    (
        replace(NAGY, names=(Name(text="I. N."), Name(text="Imre Nagy", during=read_date("for a while")))),
        "date-unread",
        "names-1-during",
        "“for a while”",
    ),
    (essay("", date=read_date("lately")), "date-unread", "essays-0-date", "“lately”"),
    (
        essay("> At noon the Prime Minister spoke\n> — [Speech](source:speech#p1)"),
        "quotation-differs",
        "essays-0-body",
        "quoted is “noon”, there it says “dawn”",
    ),
    (
        essay("> the Minister spoke\n> — [Speech](source:speech#p1)"),
        "quotation-differs",
        "essays-0-body",
        "quoted is “the Minister spoke”, there it says “dawn the Prime Minister spoke”",
    ),
    (
        replace(SUBJECT, selections=(Selection(source="source:draft"),)),
        "selection-unpublished",
        "selections-0-source",
        "publish it first",
    ),
    (
        replace(SUBJECT, selections=(Selection(source="source:gone"),)),
        "link-withdrawn",
        "selections-0-source",
        "was withdrawn",
    ),
    (essay("[he](person:Imre Nagy)"), "link-unwritten", "essays-0-body", "person:Imre Nagy"),
    (essay("[he](person:nobody)"), "link-unknown", "essays-0-body", "There is no person:nobody"),
    (text("See [it](source:renamed)."), "link-moved", "texts-0-body", "another address"),
    (
        replace(NAGY, description={"ru": "[он](source:gone)"}),
        "link-withdrawn",
        "description__ru",
        "was withdrawn",
    ),
    (replace(SUBJECT, year="year:1957"), "link-unknown", "slug", "year:1957"),
    (
        replace(SPEECH, contributions=(Contribution(role="author", agent="person:gone"),)),
        "link-withdrawn",
        "contributions-0-agent",
        "person:gone",
    ),
    (essay("[draft](source:draft)"), "link-unpublished", "essays-0-body", "not published yet"),
    (
        replace(SPEECH, slug="part", part_of="source:draft"),
        "link-unpublished",
        "part_of",
        "not published yet",
    ),
    (essay("[here](source:speech#p9)"), "span-missing", "essays-0-body", "has no passage “p9”"),
    (replace(SUBJECT, image="source:poster#xywh=1:0,0,90,9"), "span-missing", "image", "leaves its canvas"),
    (essay("[here](person:nagy#p9)"), "link-unknown", "essays-0-body", "person:nagy"),
    (essay("So he said.[^1]"), "note-missing", "essays-0-body", "Footnote 1"),
    (text("So he said.[^a]"), "note-missing", "texts-0-body", "Footnote a"),
    (essay("So.\n\n[^1]: Why."), "note-uncalled", "essays-0-body", "nothing calls it"),
    (text("So.", notes=(Note(key="1", text="Why."),)), "note-uncalled", "texts-0-body", "nothing calls it"),
    (essay("", translates="ru"), "original-missing", "essays-0-translates", "“ru”"),
    (text("So.", translates="ru"), "original-missing", "texts-0-translates", "“ru”"),
    (essay("", translates="en"), "language-same", "essays-0-language", "own language"),
    (replace(SPEECH, languages=("ru",)), "language-other", "texts-0-language", "said to be in ru"),
    (
        replace(NAGY, relations=(Relation(type="knew", to="person:shy"),)),
        "named-unpublished",
        "relations-0-to",
        "without a page",
    ),
    (replace(SPEECH, about=("person:shy",)), "named-unpublished", "about-0-authority", "without a page"),
]


@pytest.mark.parametrize(("record", "code", "field", "words"), CASES)
def test_a_fault_is_found_where_it_stands(record: Record, code: str, field: str, words: str) -> None:
    (fault,) = faults_of(record, ARCHIVE)
    assert (fault.code, fault.reference, fault.field) == (code, record.reference, field)
    assert words in sentence(fault)
    assert "%(" not in sentence(fault)


@pytest.mark.parametrize(
    "record",
    [
        SPEECH,
        POSTER,
        NAGY,
        replace(SPEECH, files=(SOUND,), texts=(replace(ENGLISH, kind="captions"),)),
        replace(
            SUBJECT, image="source:poster#xywh=1:0,0,9,9", selections=(Selection(source="source:poster"),)
        ),
        essay("> At dawn … spoke\n> — [Speech](source:speech#p1)\n\nSo.[^1]\n\n[^1]: [It](source:speech)."),
        essay("![The crowd](source:poster) and [itself](subject:budapest)"),
        text("So.[^1]", notes=(Note(key="1", text="Why."),)),
    ],
)
def test_what_is_whole_passes(record: Record) -> None:
    assert faults_of(record, ARCHIVE) == []


def test_every_code_is_tried_and_has_its_words() -> None:
    assert {code for _, code, _, _ in CASES} == set(CODES) == set(SENTENCES) == set(HEADINGS)


def test_the_same_cause_is_told_once_and_advice_keeps_nothing_back() -> None:
    faults = faults_of(essay("[a](source:gone) [b](source:gone)\n\n[^1]: Why."), ARCHIVE)
    assert [fault.code for fault in faults] == ["link-withdrawn", "note-uncalled"]
    assert [fault.code for fault in blocking(faults)] == ["link-withdrawn"]


def test_a_fault_goes_through_json() -> None:
    fault = faults_of(BARE, ARCHIVE)[0]
    assert msgspec.json.decode(msgspec.json.encode(fault), type=Fault) == fault
