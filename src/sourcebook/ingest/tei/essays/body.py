"""A whole text as one Markdown, as essays and introductions are."""

from sourcebook.ingest.tei.reading import Draft, Reading
from sourcebook.ingest.tei.sketch import notes_of
from sourcebook.standards.markdown.block import print_block
from sourcebook.standards.markdown.blocks import Paragraph
from sourcebook.standards.markdown.inline import Resolve, print_words


def body_of(reading: Reading, resolve: Resolve) -> str:
    """Paragraphs, headings and quotations, then the notes."""
    parts = [_part(draft, resolve) for draft in reading.drafts]
    parts += [f"[^{note.key}]: {_indented(note.text)}" for note in notes_of(reading, resolve)]
    return "\n\n".join(filter(None, parts))


def _part(draft: Draft, resolve: Resolve) -> str:
    if draft.kind == "heading" and isinstance(draft.block, Paragraph):
        return f"## {print_words(draft.block.words, resolve, one_line=True)}"
    text = print_block(draft.block, resolve)
    if draft.kind == "quotation":
        return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))
    return text


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")
