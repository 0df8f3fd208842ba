"""Generations of the index: each is a folder, `current` is a link to the one that serves.

An index is made anew beside the serving one and takes its place when it is whole, by renaming the link. Readers look at
the link and open the new one; the generation before stays for those that still read it. A generation is named by the
fingerprint of what made it and a number.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sourcebook.masters.inbox import sync_folder

CURRENT = "current"
BROKEN = "broken"
"""A file by whose presence a reader says that a generation cannot be read."""
DUE = "due"
"""A file by whose presence whoever writes says that a generation serves, but does not fit the library."""
KEPT = 2
_NAME = re.compile(r"([0-9a-f]{16})-(\d+)")


class Generations:
    """The generations in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> Path | None:
        """The folder that serves, resolved; None where there is none yet."""
        try:
            name = os.readlink(self.folder / CURRENT)
        except OSError:
            return None
        path = self.folder / name
        return path if _NAME.fullmatch(name) and path.is_dir() else None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other process makes an index here; the lock ends with the process that holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "making.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def begin(self, fingerprint: str) -> Path:
        """A new, empty folder; what earlier attempts left is cleared away. To be called `alone`."""
        serving = self.current()
        numbers = [0]
        for path in self._all():
            numbers.append(_number(path))
            if serving is None or _number(path) > _number(serving):
                shutil.rmtree(path, ignore_errors=True)
        made = self.folder / f"{fingerprint}-{max(numbers) + 1}"
        made.mkdir()
        return made

    def serve(self, generation: Path) -> None:
        """Put a whole generation in place of the one that serves, and forget all but the last two."""
        aside = self.folder / f".{CURRENT}.aside"
        aside.unlink(missing_ok=True)
        os.symlink(generation.name, aside)
        os.replace(aside, self.folder / CURRENT)
        sync_folder(self.folder)
        for path in sorted(self._all(), key=_number)[:-KEPT]:
            shutil.rmtree(path, ignore_errors=True)

    def _all(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name) and path.is_dir()]


def fingerprint_of(generation: Path) -> str:
    """What made it."""
    return generation.name.partition("-")[0]


def say_broken(generation: Path) -> None:
    """To be called by a reader; whoever publishes next makes the index anew."""
    if generation.is_dir():
        (generation / BROKEN).touch()


def say_due(generation: Path) -> None:
    """To be called by whoever writes."""
    (generation / DUE).touch()


def is_due(generation: Path) -> bool:
    return (generation / DUE).exists()


def is_broken(generation: Path) -> bool:
    return (generation / BROKEN).exists()


def _number(path: Path) -> int:
    return int(path.name.partition("-")[2])
