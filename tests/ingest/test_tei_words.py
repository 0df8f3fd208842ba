"""No word is lost: every letter and stop of a file is in its records, in order, when their Markdown is read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from markdown_it.token import Token

from sourcebook.dialect.parsing import parse as parse_markdown
from sourcebook.ingest.tei import read
from sourcebook.record import Person, Record, Source, Subject, Theme
from sourcebook.standards.tei import Element, local, name_of, parse, xml_id

FILES = [
    "milestones/1945-1952.xml",
    "milestones/1953-1960.xml",
    "milestones/1961-1968.xml",
    "frus-1956-excerpt/frus1955-57v24-excerpt.xml",
    "frus-tei/frus1894Nicaragua.xml",
    "frus-tei/frus1918Russiav03.xml",
]
FOLDERS = ["rusdracor", "frus-history/articles", "frus-history/documents"]


# What the archive adds: brackets around captions, and the sign for what the editors could not read.
ADDED = re.compile(r"\[Illustration: (?P<caption>(?:[^\[\]]|\[[^\[\]]*\])*)\]|\[…\]")


def letters(text: str) -> str:
    """Text without white space, which Markdown is free to fold."""
    return "".join(text.split())


# What the file says.


def is_footnote(element: Element) -> bool:
    return local(element) == "note" and element.get("rend") != "inline"


def said(element: Element, *, root: bool = True) -> Iterator[str]:
    """The words of an element, without footnotes, scripts and texts of their own."""
    name = local(element)
    apart = not root and (
        is_footnote(element) or (name == "div" and element.get("type") == "document" and xml_id(element))
    )
    if name and not apart and name != "script":
        yield element.text or ""
        for child in element:
            yield from said(child, root=False)
    if not root:
        yield element.tail or ""


def noted(element: Element) -> Iterator[str]:
    for note in element.iter(name_of("note")):
        inside = any(is_footnote(up) for up in note.iterancestors())
        if is_footnote(note) and not inside and document_of(note) is document_of(element, itself=True):
            yield "".join(note.itertext())


def document_of(element: Element, *, itself: bool = False) -> Element | None:
    """The nearest document around an element, among those that have an identifier."""
    ways = [element, *element.iterancestors()] if itself else element.iterancestors()
    found = (up for up in ways if local(up) == "div" and up.get("type") == "document" and xml_id(up))
    return next(found, None)


# What the record says.


def shown(tokens: list[Token]) -> Iterator[str]:
    page = False
    for token in tokens:
        if token.type == "link_open":
            page = str(token.attrGet("href") or "").startswith("page:")
        elif token.type == "link_close":
            page = False
        elif token.type == "list_item_open" and token.info:
            yield token.info + token.markup
        elif token.children is not None:
            yield from shown(token.children)
        elif not page and token.type in ("text", "code_inline", "text_special"):
            yield token.content


def rendered(markdown: str, notes: tuple[str, ...] = ()) -> str:
    """What a reader sees of it, without notes and pages, by the parser of the reading room."""
    text = "".join(shown(parse_markdown(markdown, notes)[0]))
    return letters(ADDED.sub(lambda match: match["caption"] or "", text))


def of_source(source: Source) -> tuple[str, list[str]]:
    text = "".join(
        letters(passage.speaker) + rendered(passage.text, tuple(note.key for note in version.notes))
        for version in source.texts
        for passage in version.passages
        if not passage.key.endswith("contents")
    )
    return text, [rendered(note.text) for version in source.texts for note in version.notes]


def of_essay(title: str, body: str) -> tuple[str, list[str]]:
    return letters(title) + rendered(body), []


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_volume_or_collection(shared_data: Path, name: str) -> None:
    path = shared_data / name
    arrival = read([path])
    assert not arrival.refused
    root = parse(path.read_bytes())
    for element, record in pairs(root, arrival.records):
        expected, notes = letters("".join(said(element))), [letters(note) for note in noted(element)]
        if isinstance(record, Source):
            got = of_source(record)
        else:
            assert isinstance(record, Subject | Theme)
            body = record.essays[0].body if isinstance(record, Subject) else record.introduction["en"]
            got = of_essay(record.title["en"], body)
        assert got == (expected, notes), record.reference


def pairs(root: Element, records: dict[str, Record]) -> Iterator[tuple[Element, Record]]:
    """Each element that became a record of its own, with the record."""
    if identifier := xml_id(root).lower():
        yield root.find(name_of("text")), records[f"source:{identifier}"]
        for document in root.iterfind(f".//{name_of('div')}[@type='document']"):
            yield document, records[f"source:{identifier}-{xml_id(document)}"]
        return
    themes = [record for record in records.values() if isinstance(record, Theme) and record.introduction]
    yield root.find(f".//{name_of('front')}/{name_of('div')}"), themes[0]
    for section in root.iterfind(f".//{name_of('body')}/{name_of('div')}"):
        yield section, records[f"subject:{xml_id(section).lower()}"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_word_of_other_texts(shared_data: Path, folder: str) -> None:
    for path in sorted((shared_data / folder).glob("*.xml")):
        arrival = read([path])
        assert not arrival.refused
        (source,) = (record for record in arrival.records.values() if isinstance(record, Source))
        text = parse(path.read_bytes()).find(name_of("text"))
        expected = letters("".join(said_whole(text))), [letters(note) for note in noted_whole(text)]
        got = of_source(source)
        # A speaker's stop, and the dash and commas between those of a cast that share a description, are not kept.
        assert words(got[0]) == words(expected[0]), path.name
        assert got[1] == expected[1], path.name


def words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def said_whole(text: Element) -> Iterator[str]:
    copy = etree.fromstring(etree.tostring(text))
    for document in copy.iter(name_of("div")):
        document.attrib.pop("type", "")
    yield from said(copy)


def noted_whole(text: Element) -> Iterator[str]:
    for note in text.iter(name_of("note")):
        if is_footnote(note):
            yield "".join(note.itertext())


def test_persons_of_all_files_are_one_record_each(shared_data: Path) -> None:
    arrival = read([shared_data / name for name in FILES])
    people = [record.names[0].text for record in arrival.records.values() if isinstance(record, Person)]
    assert len(people) == len(set(people))
