"""The dialect as markdown-it reads it: CommonMark without HTML, with tables and footnotes."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from sourcebook.record.cited import CITE_KEY
from sourcebook.record.reference import KIND, SLUG

REFERENCE = re.compile(rf"((?:{KIND}):{SLUG})(?:#([^\s()]+))?")
PAGE = re.compile(r"page:([\w.-]{1,20})")
CITE = re.compile(rf"cite:({CITE_KEY})")
_ELSEWHERE = re.compile(r"https?://|mailto:", re.I)


def _may_link(href: str) -> bool:
    return _is_ours(href) or bool(_ELSEWHERE.match(href))


def _is_ours(href: str) -> bool:
    return bool(REFERENCE.fullmatch(href) or PAGE.fullmatch(href) or CITE.fullmatch(href))


@cache
def parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    made.use(footnote_plugin, inline=False)
    # Notes are ours to collect and number: one page may show the notes of several texts.
    made.disable("footnote_tail")
    usual = made.normalizeLink
    # References hold nothing to be encoded, and long indexes hold thousands of them.
    made.normalizeLink = lambda url: url if _is_ours(url) else usual(url)  # type: ignore[method-assign]
    made.validateLink = _may_link  # type: ignore[method-assign, assignment]
    return made


def parse(markdown: str, known_notes: Iterable[str] = ()) -> tuple[list[Token], dict[str, list[Token]]]:
    """The tokens of a text, and those of each footnote it defines itself; `known_notes` are defined elsewhere."""
    environment: dict[str, Any] = {"footnotes": {"refs": {f":{key}": -1 for key in known_notes}}}
    body: list[Token] = []
    notes: dict[str, list[Token]] = {}
    inside: list[Token] | None = None
    for token in parser().parse(markdown, environment):
        if token.type == "footnote_reference_open":
            inside = notes.setdefault(str(token.meta["label"]), [])
        elif token.type == "footnote_reference_close":
            inside = None
        else:
            (body if inside is None else inside).append(token)
    return body, notes
