"""Word documents: paragraphs, emphasis and footnotes come over; what was made to do harm is refused in a sentence."""

import io
import zipfile

import pytest

from sourcebook.record import Note
from sourcebook.standards.wordprocessing import WordError, WrittenBlock, read_docx
from sourcebook.standards.wordprocessing.package_check import DEEPEST, LARGEST_XML
from tests.record_files import png
from tests.word_files import call, docx, paragraph, picture, run


def test_paragraphs_emphasis_headings_and_notes() -> None:
    data = docx(
        paragraph(run("The Report"), "Heading1")
        + paragraph(
            run("He spoke ") + run("for four hours", "i") + run("; nobody ") + run("moved", "b") + call(2)
        )
        + paragraph(run("О *культе* личности.") + call(3)),
        {2: " By another account, three.", 3: " See the stenogram."},
    )
    written = read_docx(data)
    assert written.blocks == (
        WrittenBlock(text="The Report", kind="heading", level=1),
        WrittenBlock(text="He spoke *for four hours*; nobody **moved**[^1]"),
        WrittenBlock(text="О \\*культе\\* личности.[^2]"),
    )
    assert written.notes == (
        Note(key="1", text="By another account, three."),
        Note(key="2", text="See the stenogram."),
    )
    assert written.notices == ()


def test_a_table_is_one_block() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{paragraph(run(text))}</w:tc>"

    rows = "".join(f"<w:tr>{cell(one)}{cell(two)}</w:tr>" for one, two in (("Year", "Copies"), ("1956", "3")))
    (block,) = read_docx(docx(f"<w:tbl>{rows}</w:tbl>")).blocks
    assert block == WrittenBlock(text="| Year | Copies |\n| --- | --- |\n| 1956 | 3 |", kind="table")


def test_pictures_are_left_out_and_told() -> None:
    written = read_docx(
        docx(paragraph(run("Before") + picture() + run(" after")), word__media__image1_png=png(4, 4))
    )
    assert [block.text for block in written.blocks] == ["Before after"]
    (notice,) = written.notices
    assert notice == "Pictures in the text were left out: bring them as files of a source."


def _packed(**parts: bytes) -> bytes:
    return docx(paragraph(run("Words")), None, **parts)


ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no Word document"),
        (b"Just words", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "older Word document"),
        (docx(paragraph(run("Words")))[:-300], "broken"),
        (_packed(word__document_xml=b"<w:document"), "broken"),
        (_packed(word__document_xml=ENTITY), "entities"),
        (_packed(word__document_xml=ENTITY.decode().replace("1.0", "1.0").encode("utf-16")), "entities"),
        (_packed(word__styles_xml=b"<a>" + b" " * LARGEST_XML + b"</a>"), "larger unpacked"),
        (_packed(word__document_xml=b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1)), "nested deeper"),
        (_packed(word__document_xml=b"<html/>"), "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(WordError, match=says) as caught:
        read_docx(data)
    assert "Traceback" not in str(caught.value)


def test_a_zip_file_that_lies_about_its_parts_is_not_unpacked_further() -> None:
    data = bytearray(_packed(word__styles_xml=b"<a>" + b" " * 3_000_000 + b"</a>"))
    name = data.rindex(b"word/styles.xml")
    # The size unpacked, in the central directory: 24 bytes into an entry whose name begins at 46.
    data[name - 46 + 24 : name - 46 + 28] = (20).to_bytes(4, "little")
    with pytest.raises(WordError, match="broken"):
        read_docx(bytes(data))


def test_other_zip_files_are_no_documents() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "Words")
    with pytest.raises(WordError, match="no Word document"):
        read_docx(out.getvalue())
