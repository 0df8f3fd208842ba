"""Reading our own documentation: its headings, links and blocks of code."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from msgspec import Struct

_PARSER = MarkdownIt("commonmark").enable("table")
_NAMED = re.compile(r"`(?P<path>[\w./-]+\.\w+)`[^`]*:$")


class Block(Struct, frozen=True):
    """A fenced block of code, with the path that the sentence before it names."""

    language: str
    text: str
    line: int
    path: str = ""


def blocks(page: str) -> Iterator[Block]:
    """The blocks of code in order; one is a file where the line before it ends with a path and a colon."""
    before = ""
    for token in _PARSER.parse(page):
        if token.type == "fence":
            named = _NAMED.search(before.rstrip())
            line = token.map[0] + 1 if token.map else 0
            yield Block(token.info.split(" ")[0], token.content, line, named["path"] if named else "")
        before = token.content if token.type == "inline" else before if not token.content else ""


def links(page: str) -> Iterator[str]:
    """Where the page's links and images lead."""
    for token in _PARSER.parse(page):
        for child in token.children or ():
            target = child.attrGet("href") or child.attrGet("src")
            if target:
                yield str(target)


def anchors(page: str) -> set[str]:
    """The fragments of a page's headings, as code hosts make them."""
    tokens = _PARSER.parse(page)
    titles = (after for token, after in pairwise(tokens) if token.type == "heading_open")
    words = ("".join(child.content for child in title.children or ()) for title in titles)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in words}


def pages(repository: Path) -> list[Path]:
    """Every page of documentation that a person reads."""
    found = [*repository.glob("*.md"), *(repository / "docs").rglob("*.md")]
    return sorted(found + list((repository / "benchmarks").glob("*.md")))
