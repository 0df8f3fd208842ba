"""Reading TEI that others wrote: nothing is fetched, nothing is expanded, and what is wrong is said in one sentence."""

import re
from collections.abc import Iterator

from lxml import etree

from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence
from sourcebook.standards.tei.elements import NAMESPACE, Element, local, name_of

_CHUNK = 4096
_DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")


class TeiError(SourcebookError, ValueError):
    """A file that cannot be read as TEI; the message says why, `advice` what to do, `line` where (0: nowhere in it)."""

    def __init__(self, message: str | Sentence, advice: str | Sentence = "", line: int = 0) -> None:
        super().__init__(message)
        self.advice = str(advice)
        self.line = line


class NotTeiError(TeiError):
    """XML that is something else."""


def parse(data: bytes) -> Element:
    """The root element of an XML file whose root is `TEI` or `teiCorpus`; a `TeiError` for anything else."""
    root = parse_xml(data)
    if root.tag in (name_of("TEI"), name_of("teiCorpus")):
        return root
    if local(root) in ("TEI", "TEI.2", "teiCorpus"):
        raise NotTeiError(
            Sentence("The root element <{element}> is not in the namespace of TEI P5.", element=local(root)),
            Sentence('Write xmlns="{namespace}" on it, or convert the file from P4.', namespace=NAMESPACE),
            root.sourceline or 0,
        )
    raise NotTeiError(
        Sentence("This is XML but not TEI: its root element is <{element}>.", element=local(root)),
        line=root.sourceline or 0,
    )


def parse_xml(data: bytes) -> Element:
    """The root element of any XML, read with entities, network and document type definitions off."""
    if not data.strip():
        raise TeiError(Sentence("The file is empty."))
    _check_encoding(data)
    _check_prolog(data)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _malformed(error) from None
    for reference in root.iter(etree.Entity):
        undeclared: Element = reference
        raise TeiError(
            Sentence("The entity {entity} is not declared.", entity=undeclared.text),
            Sentence("Write the character itself."),
            undeclared.sourceline or 0,
        )
    return root


def roots(root: Element) -> Iterator[Element]:
    """The TEI documents of a file: itself, or those of a corpus at any depth."""
    if local(root) == "TEI":
        yield root
        return
    for child in root:
        if local(child) in ("TEI", "teiCorpus"):
            yield from roots(child)


def may_be_tei(data: bytes) -> bool:
    """Whether the first bytes of an XML file open a TEI document, or are so broken that only an error can tell."""
    try:
        root = _opening(data)
        _check_prolog(data)
    except (etree.XMLSyntaxError, TeiError):
        return True
    return root is None or local(root) in ("TEI", "TEI.2", "teiCorpus")


def _parser() -> etree.XMLParser:
    # An identifier given twice is for the reader to report, not for the parser to refuse.
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )


def _opening(data: bytes) -> Element | None:
    """The root's start tag alone, so that a document type is judged before its entities could be used."""
    parser = etree.XMLPullParser(
        ("start",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
    )
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
        for _, element in parser.read_events():
            return element
    return None


def _check_prolog(data: bytes) -> None:
    try:
        root = _opening(data)
    except etree.XMLSyntaxError as error:
        raise _malformed(error) from None
    declared = root.getroottree().docinfo.internalDTD if root is not None else None
    if declared is not None and any(True for _ in declared.iterentities()):
        raise TeiError(
            Sentence("The file declares entities in a document type, and entities are never expanded here."),
            Sentence("Write the characters themselves and take the declarations out."),
        )


def _check_encoding(data: bytes) -> None:
    """Text in UTF-8 that claims an older encoding would come in as gibberish without any error."""
    declared = _DECLARED.match(data[:200])
    if declared is None or declared[1].decode().casefold() in _UTF8:
        return
    # What is legible byte by byte cannot be in two bytes a letter.
    if not declared[1].decode().casefold().startswith(("utf-16", "utf-32", "ucs-")):
        if data.isascii():
            return
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return
    raise TeiError(
        Sentence(
            "The file says that its encoding is {encoding}, but its bytes are UTF-8.",
            encoding=declared[1].decode(),
        ),
        Sentence("Correct the first line of the file."),
        1,
    )


def _malformed(error: etree.XMLSyntaxError) -> TeiError:
    line = error.lineno or 0
    reason = (error.msg or "").partition(", line ")[0]
    if "not proper UTF-8" in reason or "encoding" in reason.casefold():
        return TeiError(
            Sentence("The bytes of the file are not in the encoding it says it has."),
            Sentence("Save it as UTF-8, or declare the encoding it really is in."),
            line,
        )
    return TeiError(
        Sentence("The XML is malformed: {reason}.", reason=reason),
        Sentence("Correct it so that an XML parser can read it."),
        line,
    )
