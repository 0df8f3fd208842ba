"""What a reader types is read as a tree; what is no syntax is searched as words, and said to be so."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.search.parsing import parse
from sourcebook.search.parsing.parser import LONGEST, MOST_WORDS
from sourcebook.search.query import And, Ast, Between, Fuzzy, Not, Or, Phrase, Prefix, Within, Word
from sourcebook.search.words.tokens import tokens
from sourcebook.vocabulary.dates.days import day_number

FIRST, LAST = day_number(1956, 1, 1), day_number(1956, 12, 31)
REPORT = Word("report")

READ: list[tuple[str, Ast | None, tuple[str, ...]]] = [
    ("report", REPORT, ()),
    ("Krushchev cult", And((Word("Krushchev"), Word("cult"))), ()),
    ('"cult of the individual"', Phrase(("cult", "of", "the", "individual")), ()),
    ("«культ личности»", Phrase(("культ", "личности")), ()),
    ('"report"', REPORT, ()),
    ("report -Beria", And((REPORT, Not(Word("Beria")))), ()),
    ('-"secret speech"', Not(Phrase(("secret", "speech"))), ()),
    ("de-Stalinization", Word("de-Stalinization"), ()),
    ("stal*", Prefix("stal"), ()),
    ("Krushchev~ Gomulka~2", And((Fuzzy("Krushchev", 1), Fuzzy("Gomulka", 2))), ()),
    ("Nagy OR Rákosi report", And((Or((Word("Nagy"), Word("Rákosi"))), REPORT)), ()),
    ("Надь ИЛИ Ракоши", Or((Word("Надь"), Word("Ракоши"))), ()),
    ("title:report", Within("title", REPORT), ()),
    ("название:доклад", Within("title", Word("доклад")), ()),
    ('автор:"Имре Надь"', Within("by", Phrase(("Имре", "Надь"))), ()),
    ("in:ru PLACE:Poznań", And((Within("in", Word("ru")), Within("place", Word("Poznań")))), ()),
    ("-by:Beria", Not(Within("by", Word("Beria"))), ()),
    ("year:1956", Between(FIRST, LAST), ()),
    ("год:1956!", Between(FIRST, LAST, surely=True), ()),
    ("year:1953..1956", Between(day_number(1953, 1, 1), LAST), ()),
    ("year:1953-1956", Between(day_number(1953, 1, 1), LAST), ()),
    ("year:1956..1953", Between(day_number(1953, 1, 1), LAST), ()),
    ("date:1956..", Between(FIRST, None), ()),
    ("date:..1956", Between(None, LAST), ()),
    ('дата:"25 февраля 1956"', Between(day_number(1956, 2, 25), day_number(1956, 2, 25)), ()),
    ("Title: report", And((Word("Title"), REPORT)), ()),
    ('"report', REPORT, ("quote_open",)),
    ("foo:report", And((Word("foo"), REPORT)), ("unknown_field:foo",)),
    ("year:soon", Word("soon"), ("no_date:soon",)),
    ("s*", Word("s"), ("star_short",)),
    ("*report re*port", And((REPORT, Word("re*port"))), ("star",)),
    ("(report [report]) {}", And((REPORT, REPORT)), ()),
    ("\u202ereport\u202c\x00", REPORT, ()),
    ("", None, ()),
    ("- * ~ ! ( ) ʹ", None, ()),
]


@pytest.mark.parametrize(("asked", "tree", "remarks"), READ)
def test_a_question_is_read(asked: str, tree: Ast | None, remarks: tuple[str, ...]) -> None:
    parsed = parse(asked)
    assert (parsed.tree, parsed.remarks) == (tree, remarks)


def words_of(tree: Ast | None) -> Iterator[str]:
    match tree:
        case Word(text) | Prefix(text) | Fuzzy(text):
            yield text
        case Phrase(words):
            yield from words
        case Within(_, of) | Not(of):
            yield from words_of(of)
        case And(of) | Or(of):
            for part in of:
                yield from words_of(part)
        case _:
            return


PIECES = st.sampled_from(
    [
        '"',
        "«",
        "*",
        "~",
        "-",
        ":",
        "..",
        "(",
        "\u202e",
        "\x00",
        "\n",
        "title:",
        "year:",
        " OR ",
        "ж",
        "a\u0301",
    ]
)
TYPED = st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join)


@given(TYPED)
def test_whatever_is_typed_is_read(asked: str) -> None:
    parsed = parse(asked)
    assert parse(parsed.written).tree == parsed.tree
    assert sum(len(tokens(text)) for text in words_of(parsed.tree)) <= MOST_WORDS
    assert not any(ord(character) < 32 or "\u202a" <= character <= "\u202e" for character in parsed.written)


@given(st.lists(st.from_regex(r"[a-zа-яё]{2,9}", fullmatch=True), min_size=1, max_size=MOST_WORDS))
def test_words_without_signs_are_searched_as_they_are(words: list[str]) -> None:
    parsed = parse(" ".join(words))
    assert list(words_of(parsed.tree)) == words
    assert parsed.remarks == ()


HOSTILE = [
    '"',
    "(",
    "*",
    "-",
    "a*",
    "a:",
    "title:",
    '"a ',
    "a -",
    "\u202e",
    " ",
    "~",
    "year:1..",
    "э́",
    "a'",
    "-\n",
    "«",
    "year:",
    "北",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_thousand_characters_are_bounded(piece: str) -> None:
    parsed = parse(piece * (10_000 // len(piece)))
    assert len(parsed.written) <= LONGEST
    assert len(parsed.remarks) <= MOST_WORDS
    assert sum(len(tokens(text)) for text in words_of(parsed.tree)) <= MOST_WORDS


def test_what_is_left_out_is_said_to_be() -> None:
    assert parse("word " * 40).remarks == ("too_many_words:32",)
    assert parse("word " * 2000).remarks == ("cut", "too_many_words:32")
