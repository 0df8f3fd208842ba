"""The people, organisations, places and terms of all files of an import: one record for each name."""

from dataclasses import dataclass, field
from typing import Literal

import msgspec

from sourcebook.ingest.arrival import Origin
from sourcebook.ingest.slugs import slug
from sourcebook.record import ExternalIdentifier, Name, Organisation, Person, Place, Term
from sourcebook.record.reference import kind_of
from sourcebook.standards.markdown.escaping import escape, escape_start

AuthorityKind = Literal["person", "organisation", "place", "term"]
AnyAuthority = Person | Organisation | Place | Term

_STRUCTS: dict[AuthorityKind, type[AnyAuthority]] = {
    "person": Person,
    "organisation": Organisation,
    "place": Place,
    "term": Term,
}


@dataclass(eq=False)
class Authorities:
    """Records by reference, in the order of their first mention."""

    records: dict[str, AnyAuthority] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    _named: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def take(
        self,
        kind: AuthorityKind,
        names: tuple[Name, ...],
        origin: Origin,
        *,
        summary: dict[str, str] | None = None,
        identifiers: tuple[ExternalIdentifier, ...] = (),
        apart: str = "",
        called: str = "",
    ) -> str:
        """The reference of the authority of this name, which is made when the name is new.

        `apart` tells two of one name from each other; `called` is what its slug is made of, where not its name.
        """
        key = (kind, _folded(names[0].text), apart)
        if key not in self._named:
            reference = f"{kind}:{self._free_slug(kind, called or names[0].text)}"
            self._named[key] = reference
            self.origins[reference] = origin
            self.records[reference] = _STRUCTS[kind](
                slug=reference.partition(":")[2], names=names, summary=summary or {}, identifiers=identifiers
            )
            return reference
        reference = self._named[key]
        self.add_names(reference, *names)
        for identifier in identifiers:
            self.identify(reference, identifier)
        self._add_summary(reference, summary or {})
        return reference

    def find(self, kind: AuthorityKind, name: str) -> str:
        """The reference of the authority of this name, if one has been made."""
        return self._named.get((kind, _folded(name), ""), "")

    def add_names(self, reference: str, *names: Name) -> None:
        """Give it further names; one that it has in any use is not given again."""
        record = self.records[reference]
        known = {(_folded(name.text), name.language) for name in record.names}
        new = tuple(
            msgspec.structs.replace(name, use="variant") if name.use == "preferred" else name
            for name in names
            if (_folded(name.text), name.language) not in known
        )
        if new:
            self.records[reference] = msgspec.structs.replace(record, names=(*record.names, *new))

    def identify(self, reference: str, identifier: ExternalIdentifier, sort_as: str = "") -> None:
        """Give it its number in another file, and with that the form it is sorted by, where it had none."""
        record = self.records[reference]
        first = record.names[0]
        names = (msgspec.structs.replace(first, sort_as=first.sort_as or sort_as), *record.names[1:])
        identifiers = tuple(dict.fromkeys((*record.identifiers, identifier)))
        self.records[reference] = msgspec.structs.replace(record, names=names, identifiers=identifiers)

    def _add_summary(self, reference: str, summary: dict[str, str]) -> None:
        """What a second list says of somebody goes into the description, where the first said something else."""
        record = self.records[reference]
        if not record.summary:
            self.records[reference] = msgspec.structs.replace(record, summary=summary)
            return
        description = dict(record.description)
        for language, text in summary.items():
            said = escape_start(escape(text))
            earlier = description.get(language, "")
            if text != record.summary.get(language) and said not in earlier.split("\n\n"):
                description[language] = "\n\n".join(filter(None, (earlier, said)))
        self.records[reference] = msgspec.structs.replace(record, description=description)

    def _free_slug(self, kind: AuthorityKind, name: str) -> str:
        wanted = slug(name, kind)
        free, count = wanted, 1
        while f"{kind}:{free}" in self.records:
            count += 1
            free = f"{wanted}-{count}"
        return free

    def names_of(self, kind: AuthorityKind) -> dict[str, str]:
        """References of one kind with the name shown first."""
        return {r: record.names[0].text for r, record in self.records.items() if kind_of(r) == kind}


def _folded(name: str) -> str:
    return " ".join(name.replace(".", " ").casefold().split())
