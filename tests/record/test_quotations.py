import pytest

from sourcebook.record import Passage, Source, TextVersion
from sourcebook.record.quotations import contains, quotations_in, stands_in

TEXT = "He said: «Stalin was *not* a tolerant\nman».[^3] He [acted](person:stalin) “alone”, and by [92](page:92) force."


@pytest.mark.parametrize(
    "words",
    [
        "He said: “Stalin was not a tolerant man”.",
        "Stalin was … a tolerant man",
        "Stalin […] acted 'alone'",
        "[Stalin] was not a **tolerant** man",
        "[t]olerant man",
        "toleran[ce]",
        "He acted 'alone', and by force.",
        "Stalin was not [at all] a tolerant man... by force.",
        "",
    ],
)
def test_words_that_stand_there(words: str) -> None:
    assert contains(TEXT, words)


@pytest.mark.parametrize(
    "words",
    [
        "Stalin was a tolerant man",
        "by force … He said",
        "Stalin was not a tolerant ma",
        "tolerant man, he acted",
        "stalin was not",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert not contains(TEXT, words)


def source() -> Source:
    english = TextVersion(
        key="en",
        language="en",
        passages=(Passage(key="p1", text="One."), Passage(key="p2", text="Two words.", start=3, end=6)),
    )
    return Source(slug="s", medium="text", title={"en": "S"}, texts=(english,))


@pytest.mark.parametrize(
    ("block", "stands"),
    [
        ("> Two words.\n> — [S](source:s#p2)", True),
        ("> One. Two\n> words.\n>\n> — [S](source:s#p1--p2)", True),
        ("> Two words.\n> — [S](source:s#p1)", False),
        ("> Two words.\n> — [S](source:s)", True),
        ("> Two words.\n> — [S](source:s#t=4,5)", True),
        ("> One.\n> — [S](source:s#xywh=1:0,0,2,2)", True),
        ("> One.\n> — [S](source:s#p7)", False),
    ],
)
def test_a_quotation_is_looked_for_in_its_span(block: str, stands: bool) -> None:
    (quotation,) = quotations_in(f"Before.\n\n{block}\n\nAfter.")
    assert quotation.line == 3
    assert stands_in(quotation, source()) is stands


def test_a_block_that_names_no_source_is_no_quotation() -> None:
    assert not list(quotations_in("> Words.\n\n> Words [S](source:s#p1) more.\n\n— [S](source:s)"))
