"""One publisher at a time: a lock on the archive's folder that ends with the process that holds it."""

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
