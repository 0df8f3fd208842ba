"""The inbox: files arrive by checksum, `inbox/ab/abcdef…`, and are never changed after."""

import hashlib
import os
import tempfile
from pathlib import Path

from sourcebook.errors import SourcebookError
from sourcebook.sentences import Sentence

BLOCK = 1 << 20


class InboxError(SourcebookError, OSError):
    """A file that cannot be kept; the message says which and why."""


def sha256_of(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place(inbox: Path, sha256: str) -> Path:
    """Where a file of this checksum lies, or would."""
    return inbox / sha256[:2] / sha256


def bring(inbox: Path, sha256: str, path: Path) -> bool:
    """Copy a file in: aside first, then to the disk, then renamed. False when it was there, and is now as new.

    InboxError when the bytes are no longer those of the checksum.
    """
    target = place(inbox, sha256)
    if _touched(target):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".arriving-")
    try:
        with os.fdopen(handle, "wb") as out:
            if _copy(path, out.fileno()) != sha256:
                raise InboxError(
                    Sentence("{name} changed while it was read; import it again.", name=path.name)
                )
        Path(aside).chmod(0o644)
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return True


def move_in(inbox: Path, sha256: str, path: Path) -> bool:
    """Move a file in that lies on the same disk and is on it to the last byte. False when it was there."""
    target = place(inbox, sha256)
    if _touched(target):
        path.unlink()
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    path.chmod(0o644)
    path.replace(target)
    sync_folder(target.parent)
    return True


def _touched(target: Path) -> bool:
    """Whether it is there; its time says when somebody last came to need it."""
    try:
        os.utime(target)
    except FileNotFoundError:
        return False
    return True


def _copy(path: Path, out: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            while block:
                block = block[os.write(out, block) :]
    os.fsync(out)
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
