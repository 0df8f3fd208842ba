"""Uploads that can break off: bytes come in pieces, and how many have come is kept on the disk.

Each upload is a folder `inbox/.uploads/<identifier>` with `bytes` and `upload.json`. What stands in `upload.json` is
true: bytes beyond its offset are of a piece that broke off, and are cut off before the next one is written.
"""

import fcntl
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

import msgspec
from msgspec import Struct

from sourcebook.errors import SourcebookError
from sourcebook.masters.facts import Facts
from sourcebook.masters.inbox import BLOCK, sha256_of, sync_folder
from sourcebook.masters.receiving import take_over
from sourcebook.sentences import Sentence

LARGEST = 64 * 2**30
"""Bytes of one file."""
ROOM_KEPT = 2**30
"""Bytes that must stay free on the disk when all that was announced has come."""
MOST_UNFINISHED = 50
"""Uploads of one editor; a form sends a few files at a time and the others wait in the browser."""
ABANDONED = 7 * 24 * 3600
"""Seconds after the last piece when an unfinished upload is thrown away."""

Fault = Literal[
    "unknown", "too large", "no room", "too many", "other place", "broken piece", "busy", "unfinished"
]


class UploadError(SourcebookError, ValueError):
    """A piece or an upload that is refused; `fault` says why to a program, the message to a person."""

    def __init__(self, fault: Fault, message: str | Sentence) -> None:
        super().__init__(message)
        self.fault = fault


class Upload(Struct, frozen=True, kw_only=True):
    """A file on its way."""

    identifier: str
    owner: str
    """Whose it is; nobody else is told of it."""
    name: str
    """What the file is called where it comes from."""
    length: int
    """Bytes when it is whole."""
    offset: int = 0
    """Bytes that have come and lie on the disk."""
    sha256: str = ""
    """Of the master that it became; empty before."""
    touched: float = 0.0
    """When the last piece came, in seconds since 1970."""


def begin(inbox: Path, *, owner: str, name: str, length: int) -> Upload:
    """Make room for a file; what others abandoned is cleared away first."""
    there = list(_unfinished(inbox))
    if length > LARGEST:
        raise UploadError(
            "too large",
            Sentence("The file is larger than {size} GiB, the most that is taken.", size=LARGEST // 2**30),
        )
    if sum(one.owner == owner for one in there) >= MOST_UNFINISHED:
        raise UploadError(
            "too many",
            Sentence("Too many uploads of yours are unfinished: finish or cancel some of them first."),
        )
    inbox.mkdir(parents=True, exist_ok=True)
    promised = sum(one.length - one.offset for one in there if not one.sha256)
    if shutil.disk_usage(inbox).free - promised - ROOM_KEPT < length:
        raise UploadError(
            "no room", Sentence("There is no room for this file on the server’s disk: tell who runs it.")
        )
    upload = Upload(
        identifier=secrets.token_hex(16), owner=owner, name=name, length=length, touched=time.time()
    )
    folder = _folder(inbox, upload.identifier)
    folder.mkdir(parents=True)
    (folder / "bytes").touch()
    _write(folder, upload)
    return upload


def find(inbox: Path, identifier: str, owner: str) -> Upload:
    """An upload of this person; an UploadError where there is none, or it was thrown away."""
    try:
        upload = _read(_folder(inbox, identifier))
    except FileNotFoundError:
        upload = None
    if upload is None or upload.owner != owner:
        raise UploadError("unknown", Sentence("This upload is no longer there: begin it again."))
    return upload


def append(
    inbox: Path, upload: Upload, offset: int, piece: IO[bytes], checksum: tuple[str, bytes] | None = None
) -> Upload:
    """Write a piece at `offset`, to the disk, and note it; `checksum` is the algorithm and the digest of the piece."""
    folder = _folder(inbox, upload.identifier)
    with _alone(folder):
        upload = _read(folder)
        if offset != upload.offset or upload.sha256:
            raise UploadError(
                "other place",
                Sentence(
                    "The next piece begins at byte {wanted}, not at {offset}.",
                    wanted=upload.offset,
                    offset=offset,
                ),
            )
        with (folder / "bytes").open("r+b") as out:
            out.truncate(offset)
            out.seek(offset)
            digest = hashlib.new(checksum[0]) if checksum else None
            while block := piece.read(BLOCK):
                if out.tell() + len(block) > upload.length:
                    raise UploadError(
                        "too large", Sentence("More came than was announced: begin the upload again.")
                    )
                out.write(block)
                if digest:
                    digest.update(block)
            if checksum and digest and digest.digest() != checksum[1]:
                raise UploadError(
                    "broken piece", Sentence("A piece was damaged on its way: it is sent again.")
                )
            out.flush()
            os.fsync(out.fileno())
            upload = msgspec.structs.replace(upload, offset=out.tell(), touched=time.time())
        _write(folder, upload)
    return upload


def finish(inbox: Path, upload: Upload) -> tuple[str, Facts]:
    """The master that a whole upload became: its checksum and facts; asked again, the same.

    FactsError for what cannot be kept, after which nothing of it is left.
    """
    folder = _folder(inbox, upload.identifier)
    with _alone(folder):
        upload = _read(folder)
        if upload.offset < upload.length:
            raise UploadError("unfinished", Sentence("The file has not come whole yet."))
        sha256 = upload.sha256 or sha256_of(folder / "bytes")
        # Noted before it is moved, so that whoever comes back after a crash is told the same.
        _write(folder, msgspec.structs.replace(upload, sha256=sha256))
        try:
            return sha256, take_over(inbox, sha256, folder / "bytes")
        except SourcebookError:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def forget(inbox: Path, upload: Upload) -> None:
    """Throw away what has come of it; a master that it became stays."""
    shutil.rmtree(_folder(inbox, upload.identifier), ignore_errors=True)


def _unfinished(inbox: Path) -> Iterator[Upload]:
    """Those that are alive; the abandoned ones, and the remains of finished ones, are cleared away."""
    folder = inbox / ".uploads"
    for one in folder.iterdir() if folder.is_dir() else ():
        try:
            upload = _read(one)
        except (OSError, msgspec.DecodeError):
            if one.stat().st_mtime < time.time() - ABANDONED:
                shutil.rmtree(one, ignore_errors=True)
            continue
        if upload.touched < time.time() - ABANDONED:
            shutil.rmtree(one, ignore_errors=True)
        elif not upload.sha256:
            yield upload


def _folder(inbox: Path, identifier: str) -> Path:
    return inbox / ".uploads" / identifier


def _read(folder: Path) -> Upload:
    return msgspec.json.decode((folder / "upload.json").read_bytes(), type=Upload)


def _write(folder: Path, upload: Upload) -> None:
    aside = folder / ".upload.json"
    with aside.open("wb") as out:
        out.write(msgspec.json.encode(upload))
        out.flush()
        os.fsync(out.fileno())
    aside.replace(folder / "upload.json")
    sync_folder(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One writer at a time, whichever process it is in."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError as error:
        raise UploadError("unknown", Sentence("This upload is no longer there: begin it again.")) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UploadError(
            "busy", Sentence("A piece of this file is being written: wait a moment.")
        ) from error
    else:
        yield
    finally:
        os.close(descriptor)
