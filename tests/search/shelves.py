"""A library of published records in memory, for the indexer."""

from collections.abc import Collection, Iterable, Iterator

from sourcebook.record import Record, Subject
from sourcebook.search.analysing import Token
from sourcebook.search.lexicon import NameForm
from sourcebook.search.words.tokens import tokens


class MemoryShelf:
    """Implements `search.library.Shelf`; publish and withdraw write its log."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.held: dict[str, Record] = {}
        self.log: list[str] = []
        self.publish(*records)

    def publish(self, *records: Record) -> None:
        for record in records:
            self.held[record.id] = record
            self.log.append(record.id)

    def withdraw(self, *references: str) -> None:
        for identifier, record in list(self.held.items()):
            if record.reference in references:
                del self.held[identifier]
                self.log.append(identifier)

    def taken_up_to(self) -> int:
        return len(self.log)

    def changed_after(self, number: int) -> Collection[str]:
        return list(dict.fromkeys(self.log[number:]))

    def of_identifier(self, identifier: str) -> Record | None:
        return self.held.get(identifier)

    def published(self, reference: str) -> Record | None:
        return next((record for record in self.held.values() if record.reference == reference), None)

    def everything(self) -> Iterator[Record]:
        yield from self.held.values()

    def size(self) -> int:
        return len(self.held)

    def current(self, reference: str) -> str:
        kind, _, slug = reference.partition(":")
        return next(
            (one.reference for one in self.held.values() if one.kind == kind and slug in one.former_slugs),
            reference,
        )

    def subjects_of(self, source: str) -> Collection[str]:
        return [
            record.reference
            for record in self.held.values()
            if isinstance(record, Subject) and any(one.source == source for one in record.selections)
        ]

    def address(self, record: Record) -> str:
        return f"/{record.kind}/{record.slug}/"


class PlainAnalyser:
    """Folded words without grammar; a word named in `poison` cannot be analysed."""

    def __init__(self, fingerprint: str = "plain", poison: str = "") -> None:
        self.fingerprint = fingerprint
        self._poison = poison

    def tokens(self, text: str, language: str) -> list[Token]:
        if self._poison and self._poison in text:
            raise ValueError(f"“{self._poison}” cannot be analysed")
        return [Token(start, end, form, form) for form, start, end in tokens(text)]


class PlainNamer:
    """The names on the record."""

    fingerprint = "plain"

    def names(self, record: Record) -> Iterable[NameForm]:
        for name in getattr(record, "names", ()):
            yield NameForm(
                form=" ".join(form for form, _, _ in tokens(name.text)),
                reference=record.reference,
                name=name.text,
                language=name.language,
            )
