"""Speeches of plays and stanzas of verse: one passage each."""

from sourcebook.ingest.tei.inline import flat, words_of
from sourcebook.ingest.tei.kinds import style_of
from sourcebook.ingest.tei.reading import Draft, Reading
from sourcebook.standards.markdown.blocks import Block, Paragraph, Stack
from sourcebook.standards.markdown.words import Footnote, Inline, LineBreak, Style, plain
from sourcebook.standards.tei import Element, children, local, xml_id


def speech(reading: Reading, element: Element) -> Draft:
    """Who speaks, and the words: prose in paragraphs, verse in lines, stage directions in italics."""
    speaker: list[Inline] = []
    blocks: list[Block] = []
    previous = ""
    for child in children(element):
        name = local(child)
        if name == "pb":
            if page := reading.see_page(child):
                reading.pages.append(page)
            continue
        reading.see(child)
        if name == "speaker":
            speaker.extend(flat(reading, child))
        elif name == "lg":
            blocks.append(stanza(reading, child))
        elif name == "l" and previous == "l" and isinstance(verses := blocks[-1], Paragraph):
            verses.words += [LineBreak(), *words_of(reading, child)]
        else:
            style = style_of(child) | (Style.ITALIC if name == "stage" else Style.PLAIN)
            blocks.append(Paragraph(words_of(reading, child, style)))
        previous = name
    calls: list[Inline] = [word for word in speaker if isinstance(word, Footnote)]
    if calls:
        blocks.insert(0, Paragraph(calls))
    name = plain(speaker)
    return Draft("speech", Stack(blocks), speaker=name.removesuffix(".") or name, identifier=xml_id(element))


def stanza(reading: Reading, element: Element) -> Block:
    """Lines of verse; groups within a group are parted by an empty line."""
    blocks: list[Block] = []
    lines: list[Inline] = reading.take_pages()
    for child in children(element):
        if local(child) == "lg":
            reading.see(child)
            blocks += [Paragraph(lines), stanza(reading, child)]
            lines = reading.take_pages()
        elif local(child) == "pb":
            if page := reading.see_page(child):
                lines.append(page)
        else:
            reading.see(child)
            style = Style.STRONG if local(child) == "head" else Style.PLAIN
            lines += [LineBreak(), *flat(reading, child, style | style_of(child)), LineBreak()]
    blocks.append(Paragraph(lines))
    return Stack(blocks)
