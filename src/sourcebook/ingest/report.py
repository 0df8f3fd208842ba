"""What an import did, line by line: the same report for every format, for people and for scripts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

Outcome = Literal["refused", "kept", "made", "changed", "left_alone", "notice"]
"""`kept`: an editor changed it by hand since the last import, so what the import brings is only reported."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

_HEADINGS: dict[Outcome, str] = {
    "refused": "Refused",
    "kept": "Kept as edited by hand",
    "made": "Made",
    "changed": "Changed",
    "left_alone": "Left alone",
    "notice": "Notices",
}
SHOWN = 20
"""Lines of one outcome that people are shown; `--json` has all."""
OFTEN = 3
"""Equal messages up to this number are all shown, each with its place."""


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened, or that did not."""

    outcome: Outcome
    """What became of it."""
    reference: str = ""
    """The record it is about."""
    message: str = ""
    """What happened and why, in a sentence; empty where the outcome says it all."""
    file: str = ""
    """As the person who imports named it."""
    line: int = 0
    """From 1; 0 where it is about the whole file."""
    advice: str = ""
    """What to do."""

    def __str__(self) -> str:
        place = ":".join(filter(None, (self.file, str(self.line or "")))) if self.file else ""
        return ": ".join(
            filter(None, (place, self.reference, " ".join(filter(None, (self.message, self.advice)))))
        )


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All lines of one import, in the order of their happening."""

    lines: tuple[Line, ...] = ()
    dry_run: bool = False
    brought: tuple[str, ...] = ()
    """Checksums of files that were not in the inbox before."""

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many lines of each outcome; every outcome is there."""
        found = Counter(line.outcome for line in self.lines)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    @property
    def refused(self) -> bool:
        """Whether anything was refused, which means that nothing was brought in."""
        return any(line.outcome == "refused" for line in self.lines)

    @property
    def exit_status(self) -> int:
        """0 when all came in; 1 when the import was refused."""
        return int(self.refused)

    def as_json(self) -> str:
        """`{"dry_run": …, "refused": …, "counts": {…}, "lines": [{…}]}`."""
        whole = {"dry_run": self.dry_run, "refused": self.refused, "counts": self.counts, "lines": self.lines}
        return msgspec.json.encode(whole).decode()

    def as_text(self) -> str:
        """For people: totals first, then what went wrong or needs a look; many made records are counted by kind."""
        return "\n".join([_verdict(self), *_sections(self)])


def _verdict(report: Report) -> str:
    totals = ", ".join(f"{n} {_HEADINGS[o].lower()}" for o, n in report.counts.items() if n)
    if report.refused:
        return f"Nothing was imported: {totals}."
    done = "This would be the import" if report.dry_run else "Imported"
    return f"{done}: {totals or 'nothing to do'}."


def _sections(report: Report) -> Iterator[str]:
    for outcome in OUTCOMES:
        lines = [line for line in report.lines if line.outcome == outcome]
        if not lines:
            continue
        if outcome in ("made", "changed", "left_alone") and len(lines) > SHOWN:
            yield f"\n{_HEADINGS[outcome]}: {_by_kind(lines)}"
            continue
        yield f"\n{_HEADINGS[outcome]}:"
        grouped = list(_grouped(lines))
        yield from (f"  {text}" for text in grouped[:SHOWN])
        if len(grouped) > SHOWN:
            yield f"  … and {len(grouped) - SHOWN} more; --json lists them all."


def _by_kind(lines: list[Line]) -> str:
    kinds = Counter(line.reference.partition(":")[0] or "other" for line in lines)
    return ", ".join(f"{kind} {count}" for kind, count in kinds.items())


def _grouped(lines: Iterable[Line]) -> Iterator[str]:
    """Messages that are said often are said once, with the first place and how many more there are."""
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.message, line.advice) if line.message else (str(line), ""), []).append(line)
    for same in groups.values():
        if len(same) > OFTEN:
            yield f"{same[0]} (and {len(same) - 1} times more)"
        else:
            yield from map(str, same)
