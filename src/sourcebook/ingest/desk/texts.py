"""The words of a text version from a file or from the clipboard, read while the form is being filled in."""

import re

from django.utils.translation import gettext
from msgspec import Struct

from sourcebook.errors import SourcebookError
from sourcebook.record import Note, Passage
from sourcebook.record.passages_text import read_passages
from sourcebook.standards.webvtt.read import read_webvtt
from sourcebook.standards.wordprocessing import WordError, WrittenText, read_docx

LARGEST = 50 * 2**20
"""Bytes of one file."""
_SUBRIP = re.compile(r"\s*\d+[ \t]*\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]+-->", re.ASCII)


class ReadText(Struct, frozen=True, kw_only=True):
    """Passages with keys `p1`, `p2`, … or those that the file has, and what was left out of it."""

    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    notices: tuple[str, ...] = ()


def read_text(data: bytes) -> ReadText:
    """What kind of file it is, its bytes say: Word's .docx, WebVTT, SubRip, or text with or without keys.

    A SourcebookError, a sentence, where it cannot be read.
    """
    if len(data) > LARGEST:
        raise WordError(gettext("That is longer than any text is. Bring it in several parts."))
    if data.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0")):
        return with_keys(read_docx(data))
    text = _decoded(data)
    if text.startswith("WEBVTT"):
        return ReadText(passages=read_webvtt(text).passages)
    if _SUBRIP.match(text):
        return ReadText(passages=read_webvtt(f"WEBVTT\n\n{text.strip()}\n").passages)
    read = read_passages(text.strip())
    return ReadText(passages=read.passages, notes=read.notes)


def with_keys(written: WrittenText) -> ReadText:
    """A document's blocks as passages in order."""
    passages = tuple(
        Passage(key=f"p{number}", text=block.text, kind=block.kind)
        for number, block in enumerate(written.blocks, 1)
    )
    return ReadText(passages=passages, notes=written.notes, notices=written.notices)


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableTextError(
            gettext(
                "This is no text in Unicode: save it as .docx, or as plain text in UTF-8, and bring it again."
            )
        ) from error
    if "\0" in text:
        raise UnreadableTextError(gettext("This is no text: bring a Word document, captions or plain text."))
    return text.replace("\r\n", "\n").replace("\r", "\n")


class UnreadableTextError(SourcebookError, ValueError):
    """A file that is no text; the message says so in a sentence."""
