"""Which workers are at work on an archive: each holds a lock on a file of its own, which ends with its process."""

import fcntl
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _folder(access: Path) -> Path:
    return access / "workers"


@contextmanager
def present(access: Path) -> Iterator[str]:
    """Be at work, under a name that is given."""
    _folder(access).mkdir(parents=True, exist_ok=True)
    path = _folder(access) / secrets.token_hex(8)
    aside = path.with_name(f".{path.name}")
    with aside.open("w") as file:
        # The file has its name only when it is locked, so that nobody takes it for one that was left behind.
        fcntl.flock(file, fcntl.LOCK_EX)
        aside.rename(path)
        try:
            yield path.name
        finally:
            path.unlink(missing_ok=True)


def at_work(access: Path) -> set[str]:
    """The names of the workers that live; the files of those that were killed are cleared away."""
    return {path.name for path in _folder(access).glob("[!.]*") if _held(path)}


def _held(path: Path) -> bool:
    try:
        with path.open("r") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        pass
    return False
