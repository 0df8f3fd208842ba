"""HTML of word processors as blocks and notes: paragraphs, headings, lists, tables, quotations."""

from lxml import etree
from lxml import html as lxml_html

from sourcebook.record import Note
from sourcebook.sentences import Sentence
from sourcebook.standards.markdown.block import print_block
from sourcebook.standards.markdown.blocks import Block, Stack
from sourcebook.standards.markdown.words import Pointer
from sourcebook.standards.wordprocessing.blocks import Found, blocks_in
from sourcebook.standards.wordprocessing.errors import WordError
from sourcebook.standards.wordprocessing.inline import Reading
from sourcebook.standards.wordprocessing.notes import take_bodies
from sourcebook.standards.wordprocessing.written import WrittenBlock, WrittenText

LONGEST = 20_000_000
"""Letters of HTML in one paste."""


def read_html(text: str) -> WrittenText:
    """Blocks and notes of a whole page or a piece of one; a WordError for what is longer than any text."""
    if len(text) > LONGEST:
        raise WordError(Sentence("That is longer than any text is. Bring it in several parts."))
    text = text.replace("\0", "")
    if not text.strip():
        return WrittenText()
    try:
        root = lxml_html.document_fromstring(
            text, parser=lxml_html.HTMLParser(encoding=None, no_network=True)
        )
        reading = Reading(take_bodies(root))
        found = [_written(one) for one in blocks_in(root, reading)]
        notes = _notes(reading)
    except (etree.LxmlError, RecursionError, ValueError) as error:
        raise WordError(
            Sentence("The text cannot be read: it is broken. Copy it again, or paste it as plain text.")
        ) from error
    return WrittenText(
        blocks=tuple(one for one in found if one.text), notes=notes, notices=tuple(_notices(reading))
    )


def _written(found: Found) -> WrittenBlock:
    return WrittenBlock(text=print_block(found.block, _target), kind=found.kind, level=found.level)


def _target(pointer: Pointer) -> str:
    return pointer.reference


def _notes(reading: Reading) -> tuple[Note, ...]:
    """The words of the notes that are called; a note may call another."""
    notes = []
    for call in reading.called:
        inner: list[Block] = [one.block for one in blocks_in(reading.bodies[call.identifier], reading)]
        notes.append(Note(key=call.key, text=print_block(Stack(inner), _target)))
    return tuple(notes)


def _notices(reading: Reading) -> list[str]:
    notices = []
    if reading.pictures:
        notices.append(Sentence("Pictures in the text were left out: bring them as files of a source."))
    if reading.unfounded:
        notices.append(
            Sentence(
                "The text calls footnotes whose words were not copied with it: copy it again with its last page, "
                "or bring the document as .docx."
            )
        )
    return [str(one) for one in notices]
