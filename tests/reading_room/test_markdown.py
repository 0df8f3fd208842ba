"""Markdown: nothing gets through that is not ours, nothing raises, and the quick way says what the full way says."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sourcebook.dialect.parsing import parse
from sourcebook.reading_room.catalogue import PageCard
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown import Writing
from sourcebook.reading_room.markdown.blocks import write_blocks
from sourcebook.reading_room.markdown.quickly import write_list_quickly, write_quickly
from sourcebook.reading_room.reading import Reading
from sourcebook.record import Name, Person, Term
from tests.reading_room.library import MemoryLibrary
from tests.reading_room.sample import sample_site

LIBRARY = MemoryLibrary(sample_site(Path("nowhere")))
LIBRARY.publish(Person(id="b1", slug="nagy", names=(Name(text="Imre Nagy", language="hu"),)))
LIBRARY.publish(
    Term(id="b2", slug="thaw", names=(Name(text="thaw", language="en"),), summary={"en": 'A "thaw" <b>'})
)

TAGS = set("p em strong a sup span br h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption".split())
TAGS |= set("table thead tbody tr th td pre code hr div".split())

PIECES = [
    "a", "b c", "é", "*", "**", "_", "[", "]", "(", ")", "\\", "&", "&amp;", "&#60;", "<", ">", "!", "`", "~~", "|",
    "[*x*](person:nagy)", "[*x.*](person:nagy)", "\n- ", "*it.*",
    "[x](person:nagy)", "[y](person:nobody#p1)", "[t](term:thaw)", "[9](page:9)", "[^1]", "[^2]", "\n[^2]: note\n\n",
    "\n", "\n\n", "\n    ", "  \n", "\\\n", "1. ", "- ", "# ", "> ", "> — [l](person:nagy)", "---", "=", "| - |",
    "\t", "\u00a0", "\u2028", "\x00", "*it*", "**b**", " *it.* ", "“*a*”", "\\*", "\\[", "<b>", "</p>", "^", "'",
    "<script>alert(1)</script>", "![c](person:nagy#t=1,2)", "[j](javascript:alert(1))", "[j](data:text/html,x)",
    '[q](https://x.y "<b>")', "<https://x.y>", "https://x.y", '" onclick="x',
]  # fmt: skip

MARKDOWN = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=10).map("".join)


def writing() -> Writing:
    leaf = Leaf(LIBRARY.site, Reading(LIBRARY), PageCard("x", "", "en"))
    return Writing(leaf, known_notes=["1"], beside=True)


@given(MARKDOWN)
def test_any_text_is_written_and_no_html_gets_through(text: str) -> None:
    written = str(writing().blocks(text))
    root = html.fromstring(f"<main>{written}</main>")
    for element in root.iterdescendants():
        assert element.tag in TAGS or element.xpath("parent::*/@class") == ["sidenote"]
        assert not any(re.match("on|style", str(name)) for name in element.attrib)
        assert re.match(r"(?:/|#|https?:|mailto:)", element.get("href", "/"))


@given(MARKDOWN)
def test_the_quick_way_says_what_the_full_way_says(text: str) -> None:
    paragraphs = write_quickly(writing(), text)
    quick = write_list_quickly(writing(), text) if paragraphs is None else None
    if paragraphs is not None:
        quick = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    if quick is not None:
        full = writing()
        tokens, notes = parse(text, full.known_notes)
        full.own_notes |= notes
        assert quick == write_blocks(full, tokens)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[Nagy](person:nagy)", '<p><a href="/people/nagy/">Nagy</a></p>'),
        ("[Nobody](person:nobody)", "<p>Nobody</p>"),
        (
            "[Nagy, *again*](person:nagy#p3--p5)",
            '<p><a href="/people/nagy/#p3">Nagy, <em>again</em></a></p>\n',
        ),
        (
            "the [thaw](term:thaw)",
            '<p>the <a class="term" href="/glossary/thaw/" title="A &quot;thaw&quot; &lt;b&gt;">thaw</a></p>',
        ),
        (
            "[92](page:92)Here",
            '<p><span class="pb" id="_page-92" role="doc-pagebreak" aria-label="page 92">'
            "<span>92</span></span>Here</p>",
        ),
        ("verse\\\nverse", "<p>verse<br>\nverse</p>"),
    ],
)
def test_what_is_written_means_what_the_reference_says(text: str, written: str) -> None:
    assert str(writing().blocks(text)) == written


def test_a_quotation_ends_with_where_it_stands() -> None:
    for text in ("> Words.\n> — [he](person:nagy)", "> Words.\n>\n> — [he](person:nagy)"):
        written = re.sub(r"\n|<p></p>", "", str(writing().blocks(text)))
        assert written == (
            '<figure class="quotation"><blockquote><p>Words.</p></blockquote>'
            '<figcaption><a href="/people/nagy/">he</a></figcaption></figure>'
        )


def test_headings_never_skip_a_level() -> None:
    levels = re.findall(r"<h(\d)", str(writing().blocks("### deep\n\n###### deeper\n\n# high")))
    assert levels == ["2", "3", "2"]
