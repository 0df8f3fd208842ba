"""What one reading of a format brings: records, where each was written, files, and what was wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext
from msgspec import Struct

from sourcebook.ingest.report import Line, Outcome
from sourcebook.record import Record


class Origin(Struct, frozen=True):
    """Where a record was written: a file as the person named it, and a line of it (from 1; 0 for the whole file)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass
class Arrival:
    """Filled by a format's `read`, which never raises on bad input: each problem is one refusal."""

    records: dict[str, Record] = field(default_factory=dict)
    """By reference, in order of arrival."""
    origins: dict[str, Origin] = field(default_factory=dict)
    """By reference."""
    files: dict[str, Path] = field(default_factory=dict)
    """Files to be brought, by SHA-256."""
    lines: list[Line] = field(default_factory=list)
    """Notices and refusals."""
    named: set[str] = field(default_factory=set)
    """References that the material only names, such as a place of a dateline: made where nothing stands for them."""

    @property
    def refused(self) -> bool:
        return any(line.outcome == "refused" for line in self.lines)

    def add(self, record: Record, origin: Origin, *, named_only: bool = False) -> None:
        """Take a record; a second one of the same reference is refused, unless one of the two is only named."""
        earlier = self.origins.get(record.reference)
        if earlier is not None and named_only:
            return
        if earlier is not None and record.reference not in self.named:
            self.refuse(
                gettext("%(reference)s was given before, in %(earlier)s.")
                % {"reference": record.reference, "earlier": earlier},
                origin,
                advice=gettext("Give one of the two another name."),
                reference=record.reference,
            )
            return
        self.records[record.reference] = record
        self.origins[record.reference] = origin
        self.named.discard(record.reference)
        if named_only:
            self.named.add(record.reference)

    def refuse(self, message: str, origin: Origin, *, advice: str = "", reference: str = "") -> None:
        """One thing that cannot come in; with one of them nothing does."""
        self.lines.append(_line("refused", message, origin, advice, reference))

    def notice(self, message: str, origin: Origin, *, advice: str = "", reference: str = "") -> None:
        """Something a person should know that keeps nothing from coming in; equal messages are counted together."""
        self.lines.append(_line("notice", message, origin, advice, reference))

    def join(self, others: Iterable["Arrival"]) -> "Arrival":
        """Take over what other readings brought, as when several paths are imported together."""
        for other in others:
            self.lines.extend(other.lines)
            self.files.update(other.files)
            for reference, record in other.records.items():
                self.add(record, other.origins[reference], named_only=reference in other.named)
        return self


def _line(outcome: Outcome, message: str, origin: Origin, advice: str, reference: str) -> Line:
    return Line(
        outcome=outcome,
        reference=reference,
        message=message,
        file=origin.file,
        line=origin.line,
        advice=advice,
    )
