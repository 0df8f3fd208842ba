"""From pieces to the reader's tree, with remarks on what was not understood."""

import re
import unicodedata

from sourcebook.search.parsing.days import days
from sourcebook.search.parsing.fields import FIELDS
from sourcebook.search.parsing.items import Item, alternatives, items
from sourcebook.search.query import And, Ast, Fuzzy, Not, Or, Parsed, Phrase, Prefix, QueryField, Within, Word
from sourcebook.search.words.letters import INVISIBLE
from sourcebook.search.words.scripts import is_unspaced
from sourcebook.search.words.tokens import tokens

LONGEST = 1000
"""Characters of a question that are read; the rest is left out and a remark says so."""
MOST_WORDS = 32
"""Words of a question that are searched, likewise."""
SHORTEST_BEGINNING = 2
"""Letters before `*`; a shorter one is searched as a word, because half of the archive would begin so."""

_FUZZY = re.compile(r"(.+)~([12]?)", re.DOTALL)
_NO_LETTERS = dict.fromkeys(
    map(ord, INVISIBLE.replace("\u00ad", "").replace("\u200c", "").replace("\u200d", ""))
)


def parse(text: str) -> Parsed:
    """The question as it is understood; whatever is typed has a tree or is empty."""
    return _Parser().parse(text)


def shown(text: str) -> str:
    """The question as it is shown back: without control characters and marks of direction, in one line."""
    text = unicodedata.normalize("NFC", text[: 4 * LONGEST].translate(_NO_LETTERS))
    kept = (
        character if unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn") else " "
        for character in text
    )
    return " ".join("".join(kept).split())


class _Parser:
    """One question; it counts its words and gathers remarks."""

    def __init__(self) -> None:
        self._remarks: list[str] = []
        self._words = 0

    def parse(self, text: str) -> Parsed:
        written = shown(text)
        if len(written) > LONGEST or len(text) > 4 * LONGEST:
            written = written[:LONGEST].rstrip()
            self._remark("cut")
        found = items(written)
        if found.quote_open:
            self._remark("quote_open")
        parts = [part for group in alternatives(found.found) if (part := self._group(group))]
        tree = And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
        return Parsed(written=written, tree=tree, remarks=tuple(self._remarks))

    def _remark(self, code: str) -> None:
        if code not in self._remarks and len(self._remarks) < MOST_WORDS:
            self._remarks.append(code)

    def _group(self, group: list[Item]) -> Ast | None:
        parts = [part for item in group if (part := self._item(item))]
        return Or(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def _item(self, item: Item) -> Ast | None:
        field = FIELDS.get(item.field.casefold()) if item.field else None
        if item.field and field is None:
            self._remark(f"unknown_field:{item.field}")
            named, rest = self._plain(Item(item.field)), self._plain(item)
            parts = tuple(part for part in (named, rest) if part)
            part = And(parts) if len(parts) == 2 else parts[0] if parts else None
        elif field:
            part = self._within(field, item)
        else:
            part = self._plain(item)
        return Not(part) if part and item.excluded else part

    def _within(self, field: QueryField, item: Item) -> Ast | None:
        if field == "year":
            between = days(item.text)
            if between is None:
                self._remark(f"no_date:{item.text[:40]}")
                return self._plain(item)
            return between
        part = self._plain(item)
        return Within(field, part) if part else None

    def _plain(self, item: Item) -> Ast | None:
        """Words, a phrase, a beginning or a misspelling; nothing where no letter is."""
        fuzzy = None if item.quoted else _FUZZY.fullmatch(item.text)
        words = tokens(fuzzy[1] if fuzzy else item.text)
        room = MOST_WORDS - self._words
        if len(words) > room:
            self._remark(f"too_many_words:{MOST_WORDS}")
            # A pair of letters is cut so that what is left has no pair more.
            words = words[: room - is_unspaced(words[room - 1].form)] if room else []
        if not words:
            return None
        self._words += len(words)
        text = item.text[words[0].start : words[-1].end]
        begins = item.text == text + "*" and len(words) == 1
        if item.quoted:
            whole = tuple(item.text[word.start : word.end] for word in words)
            return Phrase(whole) if len(words) > 1 else Word(text)
        if fuzzy:
            if len(words) == 1:
                return Fuzzy(text, int(fuzzy[2] or 1))
            self._remark("tilde")
        if "*" in item.text:
            long = len(words[0].form) >= SHORTEST_BEGINNING or is_unspaced(words[0].form)
            if begins and long:
                return Prefix(text)
            self._remark("star_short" if begins else "star")
        return Word(text)
