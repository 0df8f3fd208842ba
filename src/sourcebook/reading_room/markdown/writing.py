"""Writing Markdown into one page: which notes are called, which anchors are taken, how a block becomes HTML."""

from collections.abc import Iterable

from markdown_it.token import Token
from markupsafe import Markup

from sourcebook.dialect.parsing import parse
from sourcebook.reading_room.leaf import Leaf
from sourcebook.reading_room.markdown.blocks import write_blocks, write_inline
from sourcebook.reading_room.markdown.notes import Notes
from sourcebook.reading_room.markdown.quickly import write_list_quickly, write_quickly
from sourcebook.record import CitedWork


class Writing:
    """One text on one page. `beside` sets notes into the margin too, next to their calls."""

    def __init__(
        self,
        leaf: Leaf,
        *,
        heading: int = 2,
        notes: Notes | None = None,
        known_notes: Iterable[str] = (),
        beside: bool = False,
        works: Iterable[CitedWork] = (),
    ) -> None:
        self.leaf = leaf
        self.heading = heading
        """The level of the text's highest headings."""
        self.notes = Notes() if notes is None else notes
        self.known_notes = frozenset(known_notes)
        self.own_notes: dict[str, list[Token]] = {}
        self.anchors = leaf.anchors
        self.works = {work.id: work for work in works}
        self.cited: dict[str, CitedWork] = {}
        """The works that were cited, in order."""
        self._beside = beside
        self._in_note = False

    def blocks(self, markdown: str) -> Markup:
        """Paragraphs, lists, quotations, figures."""
        quick = write_quickly(self, markdown)
        if quick is not None:
            return Markup("\n".join([f"<p>{paragraph}</p>" for paragraph in quick]))  # noqa: S704
        if items := write_list_quickly(self, markdown):
            return Markup(items)  # noqa: S704
        tokens, notes = parse(markdown, self.known_notes)
        self.own_notes |= notes
        return Markup(write_blocks(self, tokens))  # noqa: S704

    def inline(self, markdown: str) -> Markup:
        """One line's worth: blocks lose their frames."""
        quick = write_quickly(self, markdown)
        if quick is not None:
            return Markup(" ".join(quick))  # noqa: S704
        tokens, notes = parse(markdown, self.known_notes)
        self.own_notes |= notes
        return Markup(write_inline(self, tokens))  # noqa: S704

    def call_note(self, key: str) -> str:
        call = self.notes.call(key)
        mark = f'<sup class="call"><a id="{call.anchor}" href="#{call.note}" role="doc-noteref">{call.number}</a></sup>'
        tokens = self.own_notes.get(key)
        if not self._beside or self._in_note or tokens is None or not call.is_first:
            return mark
        self._in_note = True
        aside = write_inline(self, tokens)
        self._in_note = False
        return f'{mark}<span class="sidenote"><b>{call.number}</b> {aside}</span>'

    def own_note(self, key: str) -> Markup:
        """The text of a note that the Markdown itself defines."""
        return Markup(write_blocks(self, self.own_notes.get(key, [])))  # noqa: S704
