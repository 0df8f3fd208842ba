"""Links, notes and citations in the rich-text editor."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from sourcebook.dialect.parsing import REFERENCE, parser
from sourcebook.dialect.words import Citation, Entity, Link, NoteCall, Run, Style
from sourcebook.record.cited import CITE_KEY
from sourcebook.record.reference import kind_of
from sourcebook.subjects.essay.raw_content import RawEntity

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_OWN = ("source", "person", "organisation", "place", "event", "term")


class Notes:
    """The notes of an essay while its form is read: those that were there, and those that are called now."""

    def __init__(
        self,
        before: Sequence[tuple[str, str]] = (),
        text_of: Callable[[dict[str, Any]], str] = lambda data: "",
    ) -> None:
        self.before = dict(before)
        self.text_of = text_of
        """The Markdown of what the editor holds of a note."""
        self.texts: dict[str, str] = {}

    def call(self, key: str, text: str) -> str:
        """The key under which this text is kept: its own, unless another text has it already."""
        if not _KEY.fullmatch(key) or self.texts.get(key, text) != text:
            key = next(str(n) for n in range(1, 10**6) if str(n) not in {*self.texts, *self.before})
        self.texts[key] = text
        return key

    def in_order(self) -> tuple[tuple[str, str], ...]:
        """Those that were there in their order, then the new ones as they are called."""
        keys = [
            *(key for key in self.before if key in self.texts),
            *(k for k in self.texts if k not in self.before),
        ]
        return tuple((key, self.texts[key]) for key in keys)


def raw_of(entity: Entity, note: Callable[[str], dict[str, object]]) -> RawEntity:
    """An entity as the editor holds it."""
    match entity:
        case NoteCall(key):
            return RawEntity("NOTE", "IMMUTABLE", {"key": key, **note(key)})
        case Citation(key, locator):
            return RawEntity("CITATION", "IMMUTABLE", {"key": key, "locator": locator})
        case Link(href, title):
            return RawEntity(_type(href), "MUTABLE", {"href": href, "title": title})
    raise AssertionError(entity)


def _type(href: str) -> str:
    match = REFERENCE.fullmatch(href)
    if match is None:
        return "LINK" if "://" in href or href.startswith("mailto:") else "RECORD"
    if match[2]:
        return "SPAN"
    kind = kind_of(match[1])
    return kind.upper() if kind in _OWN else "RECORD"


def entity_of(
    raw: RawEntity | None, text: str, styles: Sequence[set[Style]], notes: Notes | None
) -> list[Run]:
    """The runs under one entity, letter by letter where it is a link; what is no link of ours stays words."""
    if raw is not None and raw.type == "NOTE":
        if notes is None:
            return []
        key = notes.call(str(raw.data.get("key", "")), notes.text_of(raw.data))
        return [Run(key, frozenset.intersection(*map(frozenset, styles)), NoteCall(key))]
    if raw is not None and raw.type == "CITATION":
        key, locator = str(raw.data.get("key", "")), " ".join(str(raw.data.get("locator", "")).split())
        if notes is None or not re.fullmatch(CITE_KEY, key):
            return []
        return [Run(key, frozenset.intersection(*map(frozenset, styles)), Citation(key, locator))]
    entity = None
    if raw is not None and notes is not None and text.strip():
        href = parser().normalizeLink(str(raw.data.get("href") or raw.data.get("url") or "").strip())
        if href and parser().validateLink(href):
            entity = Link(href, " ".join(str(raw.data.get("title", "") or "").split()))
    return [Run(letter, frozenset(style), entity) for letter, style in zip(text, styles, strict=True)]
