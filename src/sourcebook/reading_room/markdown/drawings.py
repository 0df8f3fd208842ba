"""Timelines and maps of an essay as lists, which say all that a drawing would."""

from html import escape
from typing import TYPE_CHECKING

from markdown_it.token import Token

from sourcebook.dialect.drawings import rows_of, title_of
from sourcebook.dialect.parsing import parse
from sourcebook.reading_room.markdown.linking import link
from sourcebook.vocabulary.dates import read_date

if TYPE_CHECKING:
    from sourcebook.reading_room.markdown.writing import Writing


def drawing(writing: "Writing", token: Token) -> str:
    """A figure with its title and a list: by time as it is written, by place with a link to each."""
    kind, title = title_of(token)
    rows = "".join(
        f"<li>{_when(where) if kind == 'timeline' else _where(writing, where)}{_words(writing, words or '')}</li>\n"
        for where, words in rows_of(token.content)
    )
    caption = f"<figcaption>{escape(title, quote=False)}</figcaption>" if title else ""
    tag = "ol" if kind == "timeline" else "ul"
    return f'<figure class="{kind}">{caption}<{tag}>\n{rows}</{tag}></figure>\n'


def _when(where: str) -> str:
    edtf = read_date(where).edtf
    shown = escape(where, quote=False)
    exact = len(edtf) in (4, 7, 10) and edtf.replace("-", "").isdecimal()
    return f'<time datetime="{edtf}">{shown}</time>' if exact else f'<span class="when">{shown}</span>'


def _where(writing: "Writing", where: str) -> str:
    if not where.startswith("place:"):
        return f'<span class="where">{escape(where, quote=False)}</span>'
    before, after = link(writing, where)
    card = writing.leaf.name(where)
    shown = escape(writing.leaf.say(card.title).text if card else where.partition(":")[2], quote=False)
    return f'<span class="where">{before}{shown}{after}</span>'


def _words(writing: "Writing", words: str) -> str:
    from sourcebook.reading_room.markdown.blocks import write_inline

    tokens, _notes = parse(words, writing.own_notes)
    said = write_inline(writing, tokens)
    return f" <span>{said}</span>" if said else ""
