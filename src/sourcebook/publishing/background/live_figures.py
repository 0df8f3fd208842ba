"""How far running work is, in a small file for each run.

A file, because work may be one long transaction of the desk's database, which shows nothing of itself before its end.
"""

import json
import os
from pathlib import Path
from time import monotonic

PAUSE = 0.2
"""Seconds between two writings."""


def _file(access: Path, run: int) -> Path:
    return access / "work" / f"{run}.json"


class Figures:
    """How far one step of a run is."""

    def __init__(self, access: Path, run: int, step: str) -> None:
        self._path = _file(access, run)
        self._step = step
        self._next = 0.0

    def tell(self, done: int, total: int) -> None:
        now = monotonic()
        if now < self._next and done < total:
            return
        self._next = now + PAUSE
        self._path.parent.mkdir(parents=True, exist_ok=True)
        aside = self._path.with_suffix(".aside")
        aside.write_text(json.dumps({"step": self._step, "done": done, "total": total}), encoding="utf-8")
        os.replace(aside, self._path)


def read(access: Path, run: int) -> tuple[str, int, int] | None:
    """(step, done, of how many), while the run goes."""
    try:
        told = json.loads(_file(access, run).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return str(told["step"]), int(told["done"]), int(told["total"])


def forget(access: Path, run: int) -> None:
    _file(access, run).unlink(missing_ok=True)
