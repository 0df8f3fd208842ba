"""Locks on an archive's folder, which end with the process that holds them."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def publishing_lock(access: Path) -> Iterator[None]:
    """Wait until no other process publishes in this archive, then hold the lock."""
    access.mkdir(parents=True, exist_ok=True)
    with (access / "publishing.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def in_use(access: Path) -> Iterator[None]:
    """Hold what says that a server or a worker is at work on this archive; many may hold it."""
    access.mkdir(parents=True, exist_ok=True)
    with (access / "in-use.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextmanager
def alone(access: Path) -> Iterator[bool]:
    """Whether nobody is at work on this archive; if so, nobody begins to be until the end."""
    access.mkdir(parents=True, exist_ok=True)
    with (access / "in-use.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
