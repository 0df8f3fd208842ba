"""Request bodies: taken in whole before Django sees them, on disk when they are long.

So a slow upload occupies no thread, and a film of two gigabytes no memory.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope

IN_MEMORY = 1024 * 1024
"""Bytes of a body that are held in memory; what is longer waits in a temporary file."""

LONGEST_UPLOAD = 4 * 1024**3
"""Bytes a body may have below `/admin/`, where editors upload films."""

LONGEST = 1024 * 1024
"""Bytes a body may have elsewhere: searches and comments are short."""


class TooLongError(ValueError):
    """A body longer than its address allows; the answer is 413."""


class BrokenOffError(ConnectionError):
    """A body whose end never came; there is nobody left to answer."""


@contextmanager
def waiting_room(folder: Path | None) -> Iterator[IO[bytes]]:
    """A nameless file for one body, gone when the request is done; in `folder` where that exists."""
    place = str(folder) if folder is not None and folder.is_dir() else None
    with SpooledTemporaryFile(IN_MEMORY, dir=place) as file:
        yield cast(IO[bytes], file)


async def receive(scope: Scope, proto: HTTPProtocol, body: IO[bytes]) -> int:
    """Write the request's body into a file, wind it back and give its length in bytes.

    TooLongError when the address does not take so much, BrokenOffError when less came than was announced.
    """
    if scope.method in ("GET", "HEAD"):
        return 0
    limit = LONGEST_UPLOAD if scope.path.startswith("/admin/") else LONGEST
    announced = scope.headers.get("content-length")
    if announced is not None and int(announced) > limit:
        raise TooLongError
    length = 0
    async for piece in proto:
        length += len(piece)
        if length > limit:
            raise TooLongError
        if length <= IN_MEMORY:
            body.write(piece)
        else:
            await asyncio.to_thread(body.write, piece)
    if announced is not None and length != int(announced):
        raise BrokenOffError
    body.seek(0)
    return length
