"""Small questions put to an element of a TEI file."""

import re
from collections.abc import Collection, Iterator
from typing import Any

# lxml's own class can be neither called nor subclassed, and its stubs know it by a private name.
Element = Any

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
_SPACE = re.compile(r"[ \t\r\n]+")


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def name_of(name: str) -> str:
    """A name of TEI with its namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def xml_id(element: Element) -> str:
    """The element's `xml:id`, or nothing."""
    return str(element.get(f"{XML}id") or "")


def language_of(element: Element) -> str:
    """The nearest `xml:lang`, from the element outwards; empty where none is given."""
    while element is not None:
        if language := element.get(f"{XML}lang"):
            return str(language)
        element = element.getparent()
    return ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The element's own children of these names (of any name, where none is given), in order."""
    for child in element:
        if (name := local(child)) and (not names or name in names):
            yield child


def fold(text: str) -> str:
    """Text with runs of XML's white space made one space; other spaces are the source's and stay."""
    return _SPACE.sub(" ", text)


def text_of(element: Element, without: Collection[str] = ()) -> str:
    """All words inside an element but those in elements of the names `without`; a line break is a space."""
    return fold("".join(_words(element, without))).strip(" ")


def _words(element: Element, without: Collection[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) == "lb":
            yield " "
        elif local(child) and local(child) not in without:
            yield from _words(child, without)
        yield child.tail or ""
