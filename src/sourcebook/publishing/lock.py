"""Locks on an archive's folder, which end with the process that holds them."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def _locked(access: Path, name: str, how: int) -> Iterator[None]:
    access.mkdir(parents=True, exist_ok=True)
    with (access / name).open("w") as file:
        fcntl.flock(file, how)
        yield


@contextmanager
def publishing_lock(access: Path) -> Iterator[None]:
    """Wait until no other process publishes in this archive, then hold the lock."""
    with _locked(access, "publishing.lock", fcntl.LOCK_EX):
        yield


@contextmanager
def in_use(access: Path) -> Iterator[None]:
    """Hold what says that a server or a worker is at work on this archive; many may hold it.

    Waits for whoever is alone on it.
    """
    with _locked(access, "in-use.lock", fcntl.LOCK_SH):
        yield


@contextmanager
def alone(access: Path) -> Iterator[None]:
    """Nobody is at work on this archive, or begins to be, until the end; a BlockingIOError where somebody is."""
    with _locked(access, "in-use.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
        yield
