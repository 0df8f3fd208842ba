"""Words that are written as Markdown are read back as the same words, whatever their letters."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.dialect.parsing import parse
from sourcebook.ingest.tei import read
from sourcebook.record import Source
from sourcebook.standards.markdown.block import print_block
from sourcebook.standards.markdown.blocks import Grid
from sourcebook.standards.markdown.inline import print_words
from sourcebook.standards.markdown.words import Inline, LineBreak, Pointer, Run, Style
from tests.ingest.test_tei_words import letters, rendered

POINTER = Pointer("#a", "v", 1, "ref", "person:imre-nagy")
MARKS = st.text(alphabet="*_`[]()!<>&#|\\~^:;={}-+.,1\"' aя—\u00a0", max_size=8)
STYLES = st.sampled_from([Style.PLAIN, Style.ITALIC, Style.STRONG, Style.ITALIC | Style.STRONG])
RUNS = st.builds(Run, MARKS, STYLES, st.sampled_from([(), (POINTER,)]))


def nowhere_else(pointer: Pointer) -> str:
    return pointer.reference


@given(st.lists(RUNS | st.just(LineBreak()), max_size=8))
def test_every_letter_stays_and_none_is_added(words: list[Inline]) -> None:
    said = "".join(word.text if isinstance(word, Run) else " " for word in words)
    assert rendered(print_words(words, nowhere_else)) == letters(said)


@given(st.lists(RUNS, min_size=1, max_size=6))
def test_it_is_one_paragraph(words: list[Inline]) -> None:
    tokens, notes = parse(print_words(words, nowhere_else))
    assert not notes
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<hi rend='italic'>Kommunist,</hi> “ignoring", "*Kommunist,* “ignoring"),
        ("<hi rend='italic'>ante,</hi>p. 3", "*ante*,p. 3"),
        ("un<hi rend='italic'>believ</hi>able", "un*believ*able"),
        ("<hi rend='strong'><hi rend='italic'>both</hi></hi>", "***both***"),
        ("<hi rend='smallcaps'>Lansing</hi>", "Lansing"),
        ("a<lb/>b", "a\\\nb"),
        ("he left<pb n='92'/>over", "he left[92](page:92)over"),
        ("he <pb n='92'/>left", "he [92](page:92) left"),
        ("Lost: <gap/>.", r"Lost: \[…\]."),
        ("<choice><corr>Petrograd</corr><sic>Petrogard</sic></choice>", r"Petrogard \[Petrograd\]"),
        ("1. one", r"1\. one"),
        ("# *", r"\# \*"),
        ("no!<ref target='http://a.example/b_(c)'>there</ref>", r"no\![there](http://a.example/b_%28c%29)"),
        ("<ref target='#nothing'>there</ref>", "there"),
        (
            "<ref target='#nothing'>to <ref target='http://a.example'>b</ref></ref>",
            "to [b](http://a.example)",
        ),
        ("one<note n='1'>Two <hi rend='italic'>three</hi>.</note>(four)", r"one[^1]\(four)"),
    ],
)
def test_what_is_written(tmp_path: Path, source: str, expected: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><text><body><p>{source}</p></body></text></TEI>",
        encoding="utf-8",
    )
    (record,) = read([path]).records.values()
    assert isinstance(record, Source)
    assert [passage.text for passage in record.texts[0].passages] == [expected]


@given(st.lists(MARKS, min_size=1, max_size=4))
def test_tables_hold_any_words(cells: list[str]) -> None:
    row: list[list[Inline]] = [[Run(cell)] for cell in cells]
    assert rendered(print_block(Grid([row], has_header=False), nowhere_else)) == letters("".join(cells))
