"""The pieces of a question: quoted or bare, with what stands before them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = '"“”„‟«»＂'
_BRACKETS = "()[]{}<>"

# Every part takes what it takes once and for all, so that no question is read twice.
_ITEM = re.compile(
    rf"(?P<minus>(?:(?<!\S)[-−](?=[^\s-]))?+)(?P<field>(?:[^\W\d_]{{1,20}}+:(?=\S))?+)"
    rf"(?:[{_OPENING}](?P<quoted>[^{_OPENING}]*+)[{_OPENING}](?P<after>[~*!]?)|(?P<bare>[^\s{_OPENING}{re.escape(_BRACKETS)}]++))"
)


class Item(NamedTuple):
    """One piece; `field` is the word before the colon as it was written."""

    text: str
    quoted: bool = False
    excluded: bool = False
    field: str = ""


class Items(NamedTuple):
    """All pieces in order, and whether a quotation mark stood alone."""

    found: tuple[Item, ...]
    quote_open: bool


def items(text: str) -> Items:
    """The pieces of a question, in time that grows with its length."""
    found: list[Item] = []
    quote_open = False
    place = 0
    while place < len(text):
        match = _ITEM.match(text, place)
        if match:
            place = match.end()
            found.append(_item(match))
        else:
            quote_open = quote_open or text[place] in _OPENING
            place += 1
    return Items(tuple(found), quote_open)


def _item(match: re.Match[str]) -> Item:
    quoted = match["quoted"] is not None
    return Item(
        text=match["quoted"] if quoted else match["bare"],
        quoted=quoted,
        excluded=bool(match["minus"]),
        field=match["field"].removesuffix(":"),
    )


def alternatives(found: tuple[Item, ...]) -> Iterator[list[Item]]:
    """The pieces with those together that `OR`, `ИЛИ` or `|` joins."""
    group: list[Item] = []
    joining = False
    for item in found:
        if not item.quoted and not item.field and item.text in ("OR", "ИЛИ", "|") and group:
            joining = True
        elif joining or not group:
            group.append(item)
            joining = False
        else:
            yield group
            group = [item]
    if group:
        yield group
