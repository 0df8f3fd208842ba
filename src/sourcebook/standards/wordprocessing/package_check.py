"""A `.docx` looked at before it is read: it is a zip file of XML, and either may have been made to do harm."""

import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from sourcebook.sentences import Sentence
from sourcebook.standards.wordprocessing.errors import WordError

LARGEST_XML = 20 * 2**20
"""Bytes of XML in one document, unpacked; a book of a thousand pages has about ten million."""
MOST_PARTS = 5000
DEEPEST = 200
"""Elements within elements."""

_OLDER = b"\xd0\xcf\x11\xe0"
_NONE = Sentence("This is no Word document: bring a file that ends in .docx.")
_BROKEN = Sentence(
    "The document is broken or cut off. Open it in Word or LibreOffice, save it as .docx, and bring it again."
)


def check_package(data: bytes) -> None:
    """A WordError for what is no `.docx`, is too large unpacked, or defines entities of its own."""
    if data.startswith(_OLDER):
        raise WordError(
            Sentence("This is an older Word document, or one with a password: save it as .docx without one.")
        )
    if not data.startswith(b"PK"):
        raise WordError(_NONE)
    try:
        with ZipFile(BytesIO(data)) as package:
            _check_parts(package)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, WordError):
            raise
        raise WordError(_BROKEN) from error


def _check_parts(package: ZipFile) -> None:
    parts = package.infolist()
    if "word/document.xml" not in package.namelist():
        raise WordError(_NONE)
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in xml) > LARGEST_XML:
        raise WordError(
            Sentence("The document is larger unpacked than any text is. Bring it in several parts.")
        )
    for part in xml:
        _check_xml(package, part)


def _check_xml(package: ZipFile, part: ZipInfo) -> None:
    parser = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> None:
        raise WordError(
            Sentence("The document defines entities of its own, which Word never does: it is not read.")
        )

    def begin(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise WordError(Sentence("The document is nested deeper than any text is: it is not read."))

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    try:
        # What a zip file says of the size of a part is also all that is unpacked of it.
        with package.open(part) as file:
            parser.ParseFile(file)
    except expat.ExpatError as error:
        raise WordError(_BROKEN) from error
