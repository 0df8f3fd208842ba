"""Django behind Granian's RSGI: each request is one WSGI call in a thread.

WSGI, because the desk is synchronous through and through (database, sessions, uploads): one thread from the
first byte to the last keeps a request's database connection in one place.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope

from sourcebook.web.headers import with_security
from sourcebook.web.request_body import receive, waiting_room
from sourcebook.web.wsgi_environ import environ
from sourcebook.web.wsgi_reply import Reply, WSGIApplication

THREADS = 8
"""Requests that Django works on at once, per worker process; more would only queue for the database."""


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
            _send(reply, proto, loop)
            return True
        finally:
            reply.close()


def _send(reply: Reply, proto: HTTPProtocol, loop: asyncio.AbstractEventLoop) -> None:
    """Send from the thread that made the answer.

    Granian queues the pieces of a stream without limit, so nothing long may come this way but files with a
    path.
    """
    if reply.file is not None:
        return proto.response_file(reply.status, reply.headers, reply.file)
    pieces = reply.pieces()
    first = next(pieces, b"")
    second = next(pieces, None)
    if second is None:
        return proto.response_bytes(reply.status, reply.headers, first)
    stream = proto.response_stream(reply.status, reply.headers)
    for piece in chain((first, second), pieces):
        asyncio.run_coroutine_threadsafe(_push(stream, piece), loop).result()


async def _push(stream: Any, piece: bytes) -> None:
    await stream.send_bytes(piece)
