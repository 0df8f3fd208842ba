"""One passage as HTML, by its kind."""

from html import escape

from sourcebook.reading_room.markdown import Writing
from sourcebook.record import Passage

_CLASSED = {"verse", "dateline", "closer", "stage"}


def write_passage(writing: Writing, passage: Passage) -> str:
    """Its blocks; a speech begins with its speaker, verse keeps its lines, a heading is one."""
    if passage.kind == "heading":
        return f"<h{writing.heading}>{writing.inline(passage.text)}</h{writing.heading}>"
    blocks = str(writing.blocks(passage.text))
    if passage.speaker:
        speaker = f'<b class="speaker">{escape(passage.speaker, quote=False)}</b> '
        blocks = (
            blocks.replace("<p>", f"<p>{speaker}", 1)
            if blocks.startswith("<p>")
            else f"<p>{speaker}</p>{blocks}"
        )
    if passage.kind == "quotation" and not blocks.startswith(("<blockquote", "<figure")):
        return f"<blockquote>{blocks}</blockquote>"
    if passage.kind in _CLASSED:
        return blocks.replace("<p>", f'<p class="{passage.kind}">')
    return blocks
