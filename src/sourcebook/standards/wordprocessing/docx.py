"""A `.docx` through mammoth, which makes HTML of its paragraphs, emphasis, lists, tables and notes."""

from io import BytesIO
from typing import Any

import mammoth

from sourcebook.sentences import Sentence
from sourcebook.standards.wordprocessing.errors import WordError
from sourcebook.standards.wordprocessing.html import read_html
from sourcebook.standards.wordprocessing.package_check import check_package
from sourcebook.standards.wordprocessing.written import WrittenText

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
r[style-name='Emphasis'] => em
"""


def read_docx(data: bytes) -> WrittenText:
    """Its text and notes; pictures are left out, as a notice says. A WordError where it cannot be read."""
    check_package(data)
    try:
        html = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_left_out),
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    except Exception as error:
        # What it does with a document that is XML and yet not Word's is of as many classes as there are mistakes.
        raise WordError(
            Sentence(
                "The document cannot be read: open it in Word or LibreOffice, save it as .docx, and "
                "bring it again."
            )
        ) from error
    return read_html(html)


def _left_out(image: Any) -> dict[str, str]:
    """A picture without its bytes, of which the reading of HTML tells that it was left out."""
    return {"src": ""}
