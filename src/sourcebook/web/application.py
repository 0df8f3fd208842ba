"""The live server as one RSGI application: what is published comes from its file, the rest is Django's."""

import asyncio
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from granian._granian import RSGIHTTPProtocol as HTTPProtocol
from granian.rsgi import Scope

from sourcebook.archive_folder import ENVIRONMENT, open_archive
from sourcebook.web.addresses import HEALTH, PREVIEWED, is_live, is_previewed
from sourcebook.web.encodings import accepted
from sourcebook.web.late_django import LateDjango
from sourcebook.web.published_files import PublishedFiles
from sourcebook.web.refusals import refuse
from sourcebook.web.request_body import BrokenOffError, TooLongError
from sourcebook.web.responses import plain, send, whole
from sourcebook.web.searching.routes import Reply, SearchRoutes, packed
from sourcebook.web.taken_down import TakenDown, TombstonesAtOnce
from sourcebook.web.wsgi_bridge import WSGIBridge
from sourcebook.web.wsgi_reply import WSGIApplication

T = TypeVar("T")
LOG = logging.getLogger("sourcebook.web")

SEARCHING = 4
"""Searches that a worker answers at once."""
MOST_WAITING = 400
"""Searches that may wait for their turn in a worker; whoever comes after is asked to come again."""
QUIET = 1.0
"""Seconds after its start in which a worker only serves files; then Django is loaded, in a thread."""

TOO_LONG = "That is more than this address takes at once: send it in parts."


class Application:
    """Answers every request of one worker; made anew in each worker process."""

    def __init__(
        self,
        public: Path,
        django: WSGIApplication | None,
        spool: Path | None,
        search: SearchRoutes | None = None,
        tombstones: TombstonesAtOnce | None = None,
    ) -> None:
        self._files = PublishedFiles(public)
        self._tombstones = tombstones
        self._search = search
        self._searching = ThreadPoolExecutor(SEARCHING, thread_name_prefix="search")
        self._waiting = 0
        self._disk = ThreadPoolExecutor(4, thread_name_prefix="disk")
        self._django = WSGIBridge(django, spool) if django else None
        self._get_ready = getattr(django, "get_ready", None)

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Get ready for the first editor while the first readers are being served."""
        if self._get_ready is not None:
            loop.call_later(QUIET, self._disk.submit, self._get_ready)

    async def __rsgi__(self, scope: Scope, proto: HTTPProtocol) -> None:
        """One request. The common case, a small page in memory, runs through without a pause."""
        path = scope.path
        if path.startswith(PREVIEWED) and await self._previewed(scope, proto):
            return
        codings = accepted(scope.headers.get("accept-encoding"))
        answer = self._files.kept(path, codings)
        if answer is None:
            if path == HEALTH:
                return plain(proto, 200, "ok")
            taken_down = self._tombstones.at(path) if self._tombstones else None
            answer = await self._on_disk(self._files.look_up, path, codings)
            if answer is None:
                return await self._unpublished(scope, proto, taken_down)
            self._files.keep(path, codings, answer)
        send(answer, scope, proto)

    async def _previewed(self, scope: Scope, proto: HTTPProtocol) -> bool:
        """Answer a preview at the desk, where this request is its; else nothing has been sent."""
        headers = scope.headers
        if self._django is None or not is_previewed(headers.get("cookie"), headers.get("referer")):
            return False
        try:
            return await self._django.answer(scope, proto)
        except Exception:
            LOG.exception("A preview could not be given %s.", scope.path)
            return False

    async def _on_disk(self, look: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._disk, look, *arguments)

    async def _searched(self, search: SearchRoutes, scope: Scope, proto: HTTPProtocol) -> bool:
        """Whether the address was one of search; then it is answered, however many ask."""
        if scope.method not in ("GET", "HEAD"):
            plain(proto, 405, "Searching is asked for with GET.", [("allow", "GET, HEAD")])
            return True
        if self._waiting >= MOST_WAITING:
            plain(proto, 503, "Very many are searching at once; please try again.", [("retry-after", "2")])
            return True
        self._waiting += 1
        try:
            reply = await asyncio.get_running_loop().run_in_executor(
                self._searching, search.answer, scope.path, scope.query_string
            )
        except Exception:
            LOG.exception("No answer could be given to %s?%s.", scope.path, scope.query_string[:500])
            plain(proto, 500, "Something went wrong here; the server's log says what.")
            return True
        finally:
            self._waiting -= 1
        if reply is None:
            return False
        _reply(reply, scope, proto)
        return True

    async def _unpublished(self, scope: Scope, proto: HTTPProtocol, taken_down: TakenDown | None) -> None:
        if self._tombstones is not None and taken_down is not None:
            page = self._tombstones.page
            return _reply(await self._on_disk(page, taken_down), scope, proto)
        if self._search is not None and self._search.wants(scope.path):
            if not await self._searched(self._search, scope, proto):
                await self._not_found(scope, proto)
            return
        if self._django is None or not is_live(scope.path):
            return await self._not_found(scope, proto)
        try:
            if not await self._django.answer(scope, proto):
                await self._not_found(scope, proto)
        except TooLongError:
            refuse(proto, 413, scope.path, TOO_LONG)
        except BrokenOffError:
            refuse(proto, 400, scope.path, "The end of the request is missing: send it again.")
        except Exception:
            LOG.exception("No answer could be given to %s %s.", scope.method, scope.path)
            refuse(proto, 500, scope.path, "Something went wrong here; the server's log says what.")

    async def _not_found(self, scope: Scope, proto: HTTPProtocol) -> None:
        codings = accepted(scope.headers.get("accept-encoding"))
        answer = self._files.kept("", codings)
        if answer is None:
            answer = await self._on_disk(self._files.not_found, codings)
            if answer is None:
                return plain(proto, 404, "There is nothing at this address.")
            self._files.keep("", codings, answer)
        whole(answer, scope, proto)


def _reply(reply: Reply, scope: Scope, proto: HTTPProtocol) -> None:
    reply = packed(reply, accepted(scope.headers.get("accept-encoding")))
    if scope.method == "HEAD":
        proto.response_empty(reply.status, reply.headers)
    else:
        proto.response_bytes(reply.status, reply.headers, reply.body)


def create_application(
    public: Path,
    django: WSGIApplication | None = None,
    spool: Path | None = None,
    search: SearchRoutes | None = None,
    tombstones: TombstonesAtOnce | None = None,
) -> Application:
    """The application for a folder of published files, with search and with Django or any WSGI application behind it.

    `spool` is where long request bodies wait on disk. An application with a method `get_ready` has it
    called after the start.
    """
    return Application(public, django, spool, search, tombstones)


def from_environment() -> Application:
    """The application for the archive folder that SOURCEBOOK_ARCHIVE names."""
    archive = open_archive(Path(os.environ[ENVIRONMENT]))
    return create_application(
        archive.public, LateDjango(), archive.inbox, SearchRoutes(archive), TombstonesAtOnce(archive)
    )
