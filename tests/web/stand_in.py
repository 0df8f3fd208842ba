"""A server to be tested, in a process of its own: `python -m tests.web.stand_in ARCHIVE PORT`.

In Django's place stands a WSGI application that says what it was asked. The process ends when its standard input
does, so that it never outlives the test that started it.
"""

import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from granian.constants import Interfaces
from granian.server import Server

from sourcebook.web.application import create_application


def desk(archive: Path, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    html = [("Content-Type", "text/html")]
    if path == "/search/unknown/" or path == "/admin/unknown/":
        start("404 Not Found", html)
        return [b"Django does not know this."]
    if path == "/admin/broken/":
        raise RuntimeError("broken on purpose")
    if path == "/admin/strict/":
        start("200 OK", [*html, ("Content-Security-Policy", "default-src 'none'")])
        return [b"strict"]
    if path == "/admin/report.csv":
        start("200 OK", [("Content-Type", "text/csv")])
        return (f"line {number}\n".encode() for number in range(1000))
    if path == "/sources/poster/page-001.jpg":
        start("404 Not Found", html)
        return [b"Nobody has previewed this."]
    if path in ("/admin/film", "/sources/poster/film.mp4"):
        film = (archive / "inbox" / "film.mp4").open("rb")
        size = os.fstat(film.fileno()).st_size
        parts = [("Accept-Ranges", "bytes")] if path.startswith("/sources/") else []
        start("200 OK", [("Content-Type", "video/mp4"), ("Content-Length", str(size)), *parts])
        return environ["wsgi.file_wrapper"](film, 8192)  # type: ignore[no-any-return]
    start("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(_asked(environ)).encode()]


def _asked(environ: dict[str, Any]) -> dict[str, Any]:
    """What WSGI was told, with the body's digest and the most memory that this process ever took, in KiB."""
    digest = hashlib.sha256()
    for piece in _pieces(environ["wsgi.input"]):
        digest.update(piece)
    status = Path("/proc/self/status")
    peak = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    told = {name: value for name, value in environ.items() if isinstance(value, str)}
    return told | {"body": digest.hexdigest(), "peak": int(peak[0])}


def _pieces(body: Any) -> Iterator[bytes]:
    while piece := body.read(65536):
        yield piece


def _until_input_ends() -> None:
    # Not through sys.stdin, whose lock the worker processes would inherit locked.
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def main(archive: Path, port: int) -> None:
    def load() -> Any:
        return create_application(archive / "public", partial(desk, archive), archive / "inbox")

    Thread(target=_until_input_ends, daemon=True).start()
    server = Server(
        "", port=port, interface=Interfaces.RSGI, websockets=False, log_enabled=False, workers_kill_timeout=5
    )
    server.serve(target_loader=load, wrap_loader=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
