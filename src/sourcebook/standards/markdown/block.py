"""Blocks as the archive's Markdown."""

import re

from sourcebook.standards.markdown.blocks import Block, Grid, Item, Listing, Paragraph
from sourcebook.standards.markdown.inline import Resolve, print_words
from sourcebook.standards.markdown.words import Run, plain

_NUMBER = re.compile(r"(\d{1,9})([.)])", re.ASCII)


def print_block(block: Block, resolve: Resolve) -> str:
    """Markdown of a block, without a line end."""
    if isinstance(block, Paragraph):
        return print_words(block.words, resolve)
    if isinstance(block, Grid):
        return _grid(block, resolve)
    if isinstance(block, Listing):
        return _listing(block, resolve)
    return "\n\n".join(filter(None, (print_block(inner, resolve) for inner in block.blocks)))


def _listing(listing: Listing, resolve: Resolve) -> str:
    numbers = _numbers(listing)
    if numbers:
        unlabelled = [_body(item, resolve, labelled=False) for item in listing.items]
        return _join([_marked(f"{number} ", body) for number, body in zip(numbers, unlabelled, strict=True)])
    bodies = [_body(item, resolve, labelled=True) for item in listing.items]
    if listing.style == "numbers" and not any(item.label for item in listing.items):
        return _join([_marked(f"{number}. ", body) for number, body in enumerate(bodies, 1)])
    if listing.style == "plain" or any(item.label for item in listing.items):
        return "\n\n".join(filter(None, bodies))
    return _join([_marked("- ", body) for body in bodies])


def _numbers(listing: Listing) -> list[str]:
    """The printed labels, where they are the numbers that Markdown would count itself."""
    labels = [plain(item.label) for item in listing.items]
    found = [match for match in map(_NUMBER.fullmatch, labels) if match]
    if not labels or len(found) < len(labels):
        return []
    counted = [int(match[1]) for match in found]
    follows = counted == list(range(counted[0], counted[0] + len(counted)))
    return labels if follows and len({match[2] for match in found}) == 1 else []


def _body(item: Item, resolve: Resolve, *, labelled: bool) -> str:
    blocks = item.blocks
    # Markdown counts itself, so of a label it prints only what else stands there: a page that begins, a note.
    label = item.label if labelled else [word for word in item.label if not isinstance(word, Run)]
    if label:
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else Paragraph([])
        rest = blocks[1:] if blocks and first is blocks[0] else blocks
        blocks = [Paragraph([*label, Run(" "), *first.words]), *rest]
    text = ""
    for block in blocks:
        printed = print_block(block, resolve)
        if not printed:
            continue
        # A list right below its item's words needs no empty line, and without one both stay close together.
        tight = isinstance(block, Listing) and printed.startswith("- ")
        text += ("\n" if tight else "\n\n") + printed if text else printed
    return text


def _marked(mark: str, body: str) -> str:
    indent = " " * len(mark)
    return (
        mark + "\n".join(indent + line if line else "" for line in body.split("\n"))[len(indent) :]
    ).rstrip(" ")


def _join(items: list[str]) -> str:
    loose = any("\n\n" in item for item in items)
    return ("\n\n" if loose else "\n").join(items)


def _grid(grid: Grid, resolve: Resolve) -> str:
    rows = [[print_words(cell, resolve, one_line=True) for cell in row] for row in grid.rows]
    width = len(rows[0]) if rows else 0
    if not width:
        return ""
    header, body = (rows[0], rows[1:]) if grid.has_header else ([""] * width, rows)
    lines = [header, ["---"] * width, *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
