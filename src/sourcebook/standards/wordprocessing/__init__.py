"""Texts from word processors: `.docx` files (ECMA-376), and what Word and LibreOffice put on the clipboard as HTML."""

from sourcebook.standards.wordprocessing.docx import read_docx
from sourcebook.standards.wordprocessing.errors import WordError
from sourcebook.standards.wordprocessing.html import read_html
from sourcebook.standards.wordprocessing.written import WrittenBlock, WrittenText

__all__ = ["WordError", "WrittenBlock", "WrittenText", "read_docx", "read_html"]
