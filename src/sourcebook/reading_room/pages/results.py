"""The page of search results, and the part of it that changes while somebody types."""

import json
from collections.abc import Sequence
from typing import Protocol

from sourcebook.reading_room import labels
from sourcebook.reading_room.found import Found
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.pages.sheet import lay_out, own_words
from sourcebook.reading_room.templating import render
from sourcebook.vocabulary.kinds import KINDS
from sourcebook.vocabulary.media import MEDIA


def results(leaf: Leaf, found: Found, address: str) -> bytes:
    """The whole page; `address` is its own in the first language, with the question in it."""
    title = leaf.words.search_for.format(query=found.query) if found.query else leaf.words.search
    return lay_out(
        leaf,
        "search.html",
        address,
        own_words(leaf, title),
        index=False,
        heading=leaf.words.search,
        found=found,
        hints=hints(leaf),
    )


def hints(leaf: Leaf) -> list[tuple[str, str]]:
    """Examples of what can be asked, and what they mean."""
    words = leaf.words
    return [
        ("secret speech", words.hint_words),
        ('"cult of personality"', words.hint_phrase),
        ("rehabil*", words.hint_prefix),
        ("report -secret", words.hint_minus),
        ("title:resolution", words.hint_field),
        ("theme:texts", words.hint_theme),
        ("year:1953..1956", words.hint_years),
    ]


def results_part(leaf: Leaf, found: Found) -> bytes:
    """What stands below the question."""
    return render("search_results.html", leaf, found=found)


STILL = ("kind", "medium", "language", "decade")
"""What can be narrowed in a copy without a server."""


class Bundle(Protocol):
    """An index of a static copy."""

    @property
    def language(self) -> str: ...

    @property
    def script(self) -> str:
        """Questions in these letters are asked of it."""


def still_search(leaf: Leaf, bundles: Sequence[Bundle], stop_words: Sequence[str]) -> bytes:
    """The page of search in a static copy, which has these bundles; stop words are not asked for."""
    language = leaf.language
    known: dict[str, str] = {code: labels.kind(code, language) for code in KINDS}
    known |= {code: labels.medium(code, language) for code in MEDIA}
    known |= {code: labels.language(code, language) for code in (one.language for one in bundles)}
    words = {name: str(getattr(leaf.words, f"facet_{name}")) for name in STILL}
    return lay_out(
        leaf,
        "search_still.html",
        "/search/",
        own_words(leaf, leaf.words.search),
        index=False,
        heading=leaf.words.search,
        labels=json.dumps(known, ensure_ascii=False),
        bundles=json.dumps([{"language": one.language, "script": one.script} for one in bundles]),
        stop_words=" ".join(stop_words),
        own=any(one.language == language for one in bundles),
        through=leaf.words.say("why_name", found=leaf.words.quoted("{found}")),
        filters=[(name, words[name]) for name in STILL],
    )
