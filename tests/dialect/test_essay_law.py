"""An essay's blocks and its Markdown say the same, both ways; what nobody changed keeps its characters."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sourcebook.dialect.blocks import Block, Essay, Line, Raw
from sourcebook.dialect.reading import read_chunks, read_essay
from sourcebook.dialect.reading_words import read_words
from sourcebook.dialect.words import Run, Words, text_of
from sourcebook.dialect.writing import settled, write_essay
from sourcebook.dialect.writing_words import normal, write_words
from sourcebook.ingest.tei import read
from tests.dialect.generated import KEYS, NOTES, any_words, blocks
from tests.reading_room.test_markdown import MARKDOWN, writing

DEMO = Path(__file__).parents[2] / "src/sourcebook/demo_archive/subjects"


@settings(max_examples=60)
@given(any_words)
def test_words_have_a_normal_form_that_markdown_says(words: Words) -> None:
    settled_words = normal(words)
    assert normal(settled_words) == settled_words
    assert "".join(text_of(settled_words).split()) == "".join(
        "".join(c for c in text_of(words) if c.isprintable()).split()
    )
    if settled_words:
        assert read_words(write_words(settled_words, KEYS), KEYS) == settled_words


@settings(max_examples=40)
@given(blocks)
def test_blocks_are_read_back_as_they_were(made: list[Block]) -> None:
    essay = Essay(settled(made), NOTES)
    markdown = write_essay(essay)
    assert read_essay(markdown) == essay
    assert write_essay(essay, markdown) == markdown


@example("\n[^2]: note\n\n\n[^2]: note\n\na")
@settings(max_examples=60)
@given(MARKDOWN)
def test_any_markdown_comes_through_unchanged_and_has_a_normal_form(markdown: str) -> None:
    markdown = markdown.replace("\r", "")
    essay = read_essay(markdown)
    assert write_essay(essay, markdown) == markdown
    once = write_essay(essay)
    assert write_essay(read_essay(once)) == once


def shown(markdown: str) -> list[str]:
    """The page's HTML, where a line ends in it being no matter."""
    page = writing()
    body = str(page.blocks(markdown))
    notes = [str(page.own_note(key)) for key in page.own_notes]
    return [" ".join(text.split()) for text in (body, *notes)]


@pytest.mark.parametrize("file", sorted(DEMO.glob("*.md")), ids=lambda path: path.name)
def test_the_essays_of_the_demo_are_blocks_and_read_the_same(file: Path) -> None:
    body = file.read_text(encoding="utf-8").split("\n---\n", 1)[1].strip()
    essay = read_essay(body)
    assert not [block for block in essay.blocks if isinstance(block, Raw)]
    assert write_essay(essay, body) == body
    anew = write_essay(essay)
    assert read_essay(anew) == essay
    assert shown(anew) == shown(body)


def test_the_milestones_essays_are_blocks_and_read_the_same(shared_data: Path) -> None:
    arrival = read([shared_data / "milestones"])
    bodies = [essay.body for record in arrival.records.values() for essay in getattr(record, "essays", ())]
    assert len(bodies) == 44
    for body in bodies:
        essay = read_essay(body)
        assert write_essay(essay, body) == body
        anew = write_essay(essay)
        assert read_essay(anew) == essay
        assert shown(anew) == shown(body)
    raw = [block for body in bodies for block in read_essay(body).blocks if isinstance(block, Raw)]
    assert not raw


def test_a_changed_paragraph_leaves_the_others_as_they_were() -> None:
    body = "One\nline, _wrapped_.\n\n* an item\n* another\n\nTwo\nlines.[^1]\n\n[^1]: A note,\n    wrapped."
    essay = read_essay(body)
    changed = (Line("paragraph", (Run("New."),)), *essay.blocks[1:])
    assert write_essay(essay._replace(blocks=changed), body) == body.replace("One\nline, _wrapped_.", "New.")


@pytest.mark.parametrize(
    "markdown",
    [
        "A ![picture](source:a) among words.", "- a\n\n- b", "3. three", "    code", "```\ncode\n```",
        "> - a list", "[a](https://x.y)[b](https://x.y)", "| a \\| b |\n| --- |\n| c |", "[a]: https://x.y",
        "```timeline\nno stroke\n```", "```map\nnowhere | x\n```", "- a\n\n\n* b", "![a [b](term:c)](source:d)",
    ],
)  # fmt: skip
def test_what_no_block_says_stays_markdown(markdown: str) -> None:
    chunks = read_chunks(markdown).chunks
    assert any(isinstance(block, Raw) for chunk in chunks for block in chunk.blocks)
    assert write_essay(read_essay(markdown)).split() == markdown.split()


def test_a_list_inside_a_list_keeps_its_depth() -> None:
    markdown = "1. one\n   - deeper\n     - deepest\n   1. other\n2. two"
    assert [(line.kind, line.level) for line in read_essay(markdown).blocks if isinstance(line, Line)] == [
        ("numbered", 0), ("item", 1), ("item", 2), ("numbered", 1), ("numbered", 0),
    ]  # fmt: skip
    assert write_essay(read_essay(markdown)) == markdown


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert write_essay(read_essay(text), text) == text
