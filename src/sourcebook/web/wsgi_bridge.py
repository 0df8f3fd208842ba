"""Django behind Granian's RSGI: each request is one WSGI call in a thread.

WSGI, because the desk is synchronous through and through (database, sessions, uploads): one thread from the
first byte to the last keeps a request's database connection in one place.
"""

import asyncio
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope

from sourcebook.web.byte_ranges import ByteRange, UnsatisfiableRangeError, byte_range
from sourcebook.web.headers import with_security
from sourcebook.web.request_body import receive, waiting_room
from sourcebook.web.wsgi_environ import environ
from sourcebook.web.wsgi_reply import HeaderList, Reply, WSGIApplication

THREADS = 8
"""Requests that Django works on at once, per worker process; more would only queue for the database."""

PIECE = 1 << 16
"""Bytes of a stream that are sent at once."""


class WSGIBridge:
    """A WSGI application that answers RSGI requests; long request bodies wait in `spool`."""

    def __init__(self, application: WSGIApplication, spool: Path | None = None) -> None:
        self._application = application
        self._spool = spool
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="desk")

    async def answer(self, scope: Scope, proto: HTTPProtocol) -> bool:
        """Answer the request; false, with nothing sent, when the application knows no such page for readers.

        TooLongError and BrokenOffError when the request's body is.
        """
        loop = asyncio.get_running_loop()
        with waiting_room(self._spool) as body:
            length = await receive(scope, proto, body)
            call = environ(scope, body, length)
            return await loop.run_in_executor(self._threads, self._call, call, scope.path, proto, loop)

    def _call(
        self, call: dict[str, Any], path: str, proto: HTTPProtocol, loop: asyncio.AbstractEventLoop
    ) -> bool:
        reply = Reply(self._application, call)
        try:
            if reply.status == 404 and not path.startswith("/admin/"):
                return False
            reply.headers = with_security(reply.headers, path)
            _send(reply, call, proto, loop)
            return True
        finally:
            reply.close()


def _send(reply: Reply, call: dict[str, Any], proto: HTTPProtocol, loop: asyncio.AbstractEventLoop) -> None:
    """Send from the thread that made the answer.

    Granian queues the pieces of a stream without limit, so nothing long may come this way but files with a
    path.
    """
    if reply.file is not None:
        if part := _part_asked(reply, call):
            headers, (begin, end) = part
            return proto.response_file_range(206, headers, reply.file, begin, end)
        return proto.response_file(reply.status, reply.headers, reply.file)
    pieces = reply.pieces()
    first = next(pieces, b"")
    second = next(pieces, None)
    if second is None:
        return proto.response_bytes(reply.status, reply.headers, first)
    stream = proto.response_stream(reply.status, reply.headers)
    for piece in _joined(chain((first, second), pieces)):
        asyncio.run_coroutine_threadsafe(_push(stream, piece), loop).result()


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Small pieces together, because each that is sent costs a change of threads."""
    held: list[bytes] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= PIECE:
            yield b"".join(held)
            held, length = [], 0
    if held:
        yield b"".join(held)


def _part_asked(reply: Reply, call: dict[str, Any]) -> tuple[HeaderList, ByteRange] | None:
    """The part of a file that a player wants, where the application offers parts; else the whole is the answer."""
    headers = {name.lower(): value for name, value in reply.headers}
    if reply.status != 200 or headers.get("accept-ranges") != "bytes" or call["REQUEST_METHOD"] != "GET":
        return None
    size = int(headers["content-length"])
    try:
        part = byte_range(call.get("HTTP_RANGE", ""), size)
    except UnsatisfiableRangeError:
        return None
    if part is None:
        return None
    kept = [(name, value) for name, value in reply.headers if name.lower() != "content-length"]
    length = ("content-length", str(part.end - part.first))
    return [*kept, length, ("content-range", f"bytes {part.first}-{part.end - 1}/{size}")], part


async def _push(stream: Any, piece: bytes) -> None:
    await stream.send_bytes(piece)
