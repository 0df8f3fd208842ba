"""One published file in one content coding, with all that is sent with it made ready beforehand."""

import os
from dataclasses import dataclass, field
from hashlib import blake2b
from urllib.parse import quote

from sourcebook.web.conditional import http_date
from sourcebook.web.headers import FOR_EVER, PUBLISHED, REVALIDATE
from sourcebook.web.media_types import media_type

IN_MEMORY = 64 * 1024
"""Bytes; up to this size a file is kept in memory, above it is read from disk as the reader takes it."""

DIGESTED = 8 * 1024 * 1024
"""Bytes; up to this size the entity tag is a digest of the content, above it of inode, time and size:
reading a film of two gigabytes to the end before its first byte goes out would make every reader wait for
seconds."""

HeaderList = list[tuple[str, str]]


@dataclass(slots=True, frozen=True)
class Witness:
    """What a file or folder looked like; as long as it looks the same, what was made from it holds."""

    path: str
    modified_ns: int
    inode: int
    size: int

    @classmethod
    def of(cls, path: str, status: os.stat_result | None = None) -> "Witness":
        """Look at the file or folder now; OSError when it is gone."""
        status = status or os.stat(path)
        return cls(path, status.st_mtime_ns, status.st_ino, status.st_size)


@dataclass(slots=True, frozen=True)
class Representation:
    """The answer to GET for an address and a content coding.

    `status` is 200, or 410 for what was withdrawn, 301 for what moved, 404 for the page that says so.
    `modified` is in whole seconds since 1970. `body` is kept for small files only. `unmodified` are the
    headers of a 304. `location` is where a 301 leads; none means the same address with a slash at its end.
    """

    status: int
    folder: Witness
    file: Witness
    etag: str = ""
    modified: int = 0
    body: bytes | None = None
    headers: HeaderList = field(default_factory=list)
    unmodified: HeaderList = field(default_factory=list)
    location: str = ""

    def stands(self) -> bool:
        """Whether folder and file still look as they did when this was made: two calls of stat, 4 µs.

        The folder tells of every file that was swapped in, added or taken away, sidecars too; the file
        tells of the rare one that was written in place.
        """
        folder, file = self.folder, self.file
        try:
            now = os.stat(folder.path)
            if now.st_mtime_ns != folder.modified_ns or now.st_ino != folder.inode:
                return False
            now = os.stat(file.path)
        except OSError:
            return False
        return now.st_mtime_ns == file.modified_ns and now.st_ino == file.inode and now.st_size == file.size


def represent(name: str, coding: str, file: str, folder: Witness, status: int = 200) -> Representation:
    """Read a file and make its answer ready; OSError when it cannot be read.

    `name` is the name below `public/` that the address stands for, `file` the path of the file in this
    coding.
    """
    with open(file, "rb") as opened:
        witness = Witness.of(file, os.fstat(opened.fileno()))
        content = opened.read() if witness.size <= DIGESTED else None
    etag = f'"{_digest(content, witness)}"'
    modified = witness.modified_ns // 1_000_000_000
    keep = FOR_EVER if name.startswith("assets/") else REVALIDATE
    validators: HeaderList = [("cache-control", keep)]
    if status == 200:
        validators += [("etag", etag), ("last-modified", http_date(modified))]
    kind = media_type(name)
    if "charset" in kind:
        validators.append(("vary", "accept-encoding"))
    headers = [("content-type", kind), ("content-length", str(witness.size)), *validators, *PUBLISHED]
    if coding != "identity":
        headers.append(("content-encoding", coding))
    if status == 200:
        headers.append(("accept-ranges", "bytes"))
    body = content if content is not None and len(content) <= IN_MEMORY else None
    return Representation(status, folder, witness, etag, modified, body, headers, validators)


def redirect(folder: Witness, file: Witness, target: str = "") -> Representation:
    """The answer that leads elsewhere for good; without a target, to the same address with a slash."""
    location = quote(target, safe="/:?#[]@!$&'()*+,;=%~")
    headers: HeaderList = [("cache-control", REVALIDATE), ("content-length", "0"), *PUBLISHED]
    return Representation(301, folder, file, headers=headers, location=location)


def _digest(content: bytes | None, witness: Witness) -> str:
    if content is None:
        return f"{witness.inode:x}-{witness.modified_ns:x}-{witness.size:x}"
    return blake2b(content, digest_size=12).hexdigest()
