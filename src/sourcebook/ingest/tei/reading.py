"""One text as it is being read: passages with their keys, footnotes, and which `xml:id` stands in which passage."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sourcebook.ingest.tei.volume import Volume
from sourcebook.record.text import PASSAGE_KEY, PassageKind
from sourcebook.standards.markdown.blocks import Block, last_words, words_in
from sourcebook.standards.markdown.words import Footnote, Inline, PageStart, Pointer, Run
from sourcebook.standards.tei import Element, xml_id

_KEY = re.compile(PASSAGE_KEY, re.ASCII)
_LETTERS: dict[str, str] = {"stage": "st", "heading": "h"}


@dataclass(slots=True)
class Draft:
    """A passage before its words are Markdown."""

    kind: PassageKind
    block: Block
    speaker: str = ""
    identifier: str = ""
    """The `xml:id` of the element that is this passage."""
    key: str = ""


@dataclass(eq=False)
class Reading:
    """The state of reading one text in the order of its file."""

    volume: Volume
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """From an `xml:id` to the key of the passage it stands in."""
    pages: list[PageStart] = field(default_factory=list)
    """Pages that began since the last words."""
    divert: Callable[[Element], bool] = lambda element: False
    """Takes over a division that is a text of its own."""
    point: Callable[[Element], Pointer | None] = lambda element: None
    """Names what an element without a target of its own points to."""
    identifiers: list[str] = field(default_factory=list)
    """Identifiers met since the last passage; `page_identifiers` are those of pages."""
    page_identifiers: list[str] = field(default_factory=list)
    _loose: list[Footnote] = field(default_factory=list)
    _scope: str = ""
    _counts: Counter[str] = field(default_factory=Counter)
    _keys: set[str] = field(default_factory=set)

    def see(self, element: Element) -> None:
        """Remember an element's identifier for the passage that comes of it."""
        if identifier := xml_id(element):
            self.identifiers.append(identifier)

    def leave_out(self, name: str) -> None:
        """An element without words for readers; that programs are left out is reported."""
        if name in ("script", "style"):
            self.volume.left_out[name] += 1

    def see_page(self, element: Element) -> PageStart | None:
        """The page that begins at a `pb`, or nothing where the page has no number."""
        if identifier := xml_id(element):
            self.page_identifiers.append(identifier)
        number = (element.get("n") or "").strip()
        return PageStart(number) if number.strip("[] ") else None

    def take_pages(self) -> list[Inline]:
        pages, self.pages = self.pages, []
        return list(pages)

    @property
    def scope_name(self) -> str:
        """What the keys of passages here begin with."""
        return self._scope

    @contextmanager
    def scope(self, name: str, identifier: str = "") -> Iterator[None]:
        """Keys of passages inside begin with the division's identifier, or its kind and number."""
        outer = self._scope
        if identifier and _KEY.fullmatch(identifier):
            self._scope = f"{identifier}."
        else:
            self._counts[outer + name] += 1
            self._scope = f"{outer}{name}{self._counts[outer + name]}."
        try:
            yield
        finally:
            self._scope = outer

    def add(self, draft: Draft) -> None:
        """Take a passage; one without words leaves its pages and notes to its neighbours."""
        words = list(words_in(draft.block))
        if not any(isinstance(word, Run) and word.text.strip(" \t\r\n") for word in words):
            self.pages.extend(word for word in words if isinstance(word, PageStart))
            self._settle([word for word in words if isinstance(word, Footnote)])
            return
        draft.key = self._key(draft)
        self.drafts.append(draft)
        self._place(draft)
        if self._loose:
            loose, self._loose = self._loose, []
            self._settle(loose)

    def loose(self, notes: list[Footnote]) -> None:
        """Notes called by words that are no passage; the first passage calls them."""
        self._loose.extend(notes)

    def _settle(self, notes: list[Footnote]) -> None:
        """A note between passages belongs to what was printed before it, the first of all to what comes after."""
        if not self.drafts:
            self._loose.extend(notes)
            return
        last = self.drafts[-1]
        last_words(last.block).extend(notes)
        self._place(last)

    def _place(self, draft: Draft) -> None:
        """What was met since the last passage stands in this one; pages without words between them wait for words."""
        for identifier in self.identifiers:
            self.places.setdefault(identifier, draft.key)
        self.identifiers.clear()
        if not self.pages:
            for identifier in self.page_identifiers:
                self.places.setdefault(identifier, draft.key)
            self.page_identifiers.clear()

    def pass_pages(self, other: "Reading") -> None:
        """Let pages that began since the last words begin in another text."""
        other.pages, self.pages = [*other.pages, *self.pages], []
        other.page_identifiers, self.page_identifiers = [*other.page_identifiers, *self.page_identifiers], []

    def _key(self, draft: Draft) -> str:
        letter = _LETTERS.get(draft.kind, draft.kind[0])
        wanted = draft.identifier if _KEY.fullmatch(draft.identifier) else ""
        while not wanted or wanted in self._keys:
            self._counts[f"{self._scope}:{letter}"] += 1
            wanted = f"{self._scope}{letter}{self._counts[f'{self._scope}:{letter}']}"
        self._keys.add(wanted)
        return wanted

    def finish(self) -> None:
        """Give the notes their keys and the last pages their place, when all has been read."""
        if self.drafts:
            last_words(self.drafts[-1].block).extend(self.take_pages())
            self._settle([])
        numbers = Counter(note.number for note in self.notes)
        taken: set[str] = set()
        for count, note in enumerate(self.notes, 1):
            wanted = note.number if numbers[note.number] == 1 and note.number else note.identifier
            key = re.sub(r"[^A-Za-z0-9_.-]+", "", wanted).lstrip("_.-") or str(count)
            while key in taken:
                key = f"{key}-{count}"
            taken.add(key)
            note.key = key
