"""What word processors put on the clipboard: paragraphs, emphasis, lists and footnotes of each."""

import contextlib

import pytest

from sourcebook.record import Note
from sourcebook.standards.wordprocessing import WordError, WrittenBlock, read_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head>
<body lang=RU><!--StartFragment--><p class=MsoNormal>Он говорил <i>четыре часа</i>.<a style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>
<![if !supportFootnotes]>[1]<![endif]></span></span></a><o:p></o:p></p>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Никто</b> не двинулся.</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Москва</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Варшава</p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
<a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title="">[1]</a> По другим сведениям, три.</p></div></div>
<!--EndFragment--></body></html>"""

LIBREOFFICE = """<html><body><p>He spoke <em>for four hours</em>.<sup><a class="sdfootnoteanc" name="sdfootnote1anc"
href="#sdfootnote1sym"><sup>1</sup></a></sup></p><p><span style="font-weight: bold">Nobody</span> moved.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a> By another account, three.</p></div></body></html>"""

GOOGLE = """<meta charset="utf-8"><b style="font-weight:normal;"><p><span style="font-style:italic">Four</span>
<span>hours<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></span></p><hr><div><p><a href="#ftnt_ref1"
id="ftnt1">[1]</a><span> Or three.</span></p></div></b>"""


def test_word() -> None:
    written = read_html(WORD)
    assert written.blocks == (
        WrittenBlock(text="Он говорил *четыре часа*.[^1]"),
        WrittenBlock(text="**Никто** не двинулся."),
        WrittenBlock(text="1. Москва\n2. Варшава", kind="list"),
    )
    assert written.notes == (Note(key="1", text="По другим сведениям, три."),)


def test_libreoffice() -> None:
    written = read_html(LIBREOFFICE)
    assert [block.text for block in written.blocks] == ["He spoke *for four hours*.[^1]", "**Nobody** moved."]
    assert written.notes == (Note(key="1", text="By another account, three."),)


def test_google_documents() -> None:
    written = read_html(GOOGLE)
    assert [block.text for block in written.blocks] == ["*Four* hours[^1]"]
    assert written.notes == (Note(key="1", text="Or three."),)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("one<br>two", "one\\\ntwo"),
        ("<script>alert(1)</script><p onclick='x()'>Words</p>", "Words"),
        ("<a href='javascript:alert(1)'>Words</a>", "Words"),
        ("<a href='https://example.org/a'>Words</a>", "[Words](https://example.org/a)"),
        ("<p>1. no list</p>", "1\\. no list"),
        ("<p>kept <del>gone</del><ins>new</ins></p>", "kept new"),
        ("<blockquote><p>Said</p></blockquote>", "Said"),
        ("<p>&lt;b&gt; [x](y) {#p1}</p>", "\\<b> \\[x\\](y) {#p1}"),
        ("   ", ""),
    ],
)
def test_words_stay_words(html: str, text: str) -> None:
    assert "\n\n".join(block.text for block in read_html(html).blocks) == text


def test_a_text_nested_without_end_is_read_or_refused_in_a_sentence() -> None:
    with contextlib.suppress(WordError):
        assert read_html("<p>" + "<span>" * 5000 + "deep").notes == ()


def test_a_call_without_its_note_is_told() -> None:
    written = read_html('<p>Words<a href="#_ftn3">[3]</a> go on</p>')
    assert [block.text for block in written.blocks] == ["Words go on"]
    assert "footnotes" in written.notices[0]
