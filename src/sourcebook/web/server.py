"""Start Granian on an archive and stay until it is told to stop."""

import atexit
import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from multiprocessing import resource_tracker
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from sourcebook.archive_folder import ENVIRONMENT, open_archive
from sourcebook.errors import SourcebookError
from sourcebook.publishing.lock import in_use
from sourcebook.web.application import from_environment
from sourcebook.web.worker import WorkerBeside

PATIENCE = 10
"""Seconds that requests in hand are given to finish when the server is stopped."""

_STDERR = {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"}


class ServerError(SourcebookError):
    """The server cannot start or go on; the message is one sentence that says what to do."""


_TO_END = (signal.SIGINT, signal.SIGTERM)


class _Server(Server):  # type: ignore[misc,valid-type]  # Granian names its classes at run time.
    """Starts workers that hear no signal before they can heed it: else they would complain of it, half begun."""

    def _spawn_workers(self, *arguments: Any) -> None:
        # Its start would let signals through again.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, _TO_END)
        try:
            super()._spawn_workers(*arguments)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _TO_END)


def serve(
    archive: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 1,
    worker: bool = True,
    on_ready: Callable[[], object] | None = None,
) -> None:
    """Serve an archive folder until SIGINT or SIGTERM; `on_ready` is called once, when the first page can
    be had. A worker does the background work beside it, unless `worker` is false.

    ServerError when the address cannot be listened on, or when the workers fail again and again.
    """
    _refuse_taken(host, port)
    os.environ[ENVIRONMENT] = str(archive.resolve())
    server = _Server(
        "sourcebook.web.application:from_environment",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        websockets=False,
        log_level=LogLevels.critical,
        log_dictconfig={"handlers": {"console": _STDERR, "access": _STDERR}},
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
    )
    if on_ready is not None:
        server.on_startup(Thread(target=_announce, args=(host, port, on_ready), daemon=True).start)
    beside = WorkerBeside(archive) if worker else nullcontext()
    with in_use(open_archive(archive).access), _signals_kept(), _fresh_processes(), beside:
        try:
            # Our own loader, because Granian's would put the current folder before all others on Python's
            # path.
            server.serve(target_loader=partial(_load, os.getpid()), wrap_loader=False)
        except SystemExit as end:
            if server.interrupt_signal:
                # A signal from a terminal goes to the workers too, and one may have ended before it was told to.
                return
            raise ServerError("The server gave up; the lines above say why its workers failed.") from end


def _load(parent: int) -> Callable[..., Any]:
    """Make the application, in a worker process that ends when its parent does, even when that was killed."""
    Thread(target=_follow, args=(parent,), daemon=True).start()
    atexit.register(_leave)
    for number in _TO_END:
        signal.signal(number, lambda *_: _leave())
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _TO_END)
    return from_environment()  # type: ignore[return-value]  # Granian takes an object with __rsgi__ as well.


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


def _leave() -> None:
    """End before Python tears itself down: that breaks Granian's threads off in the middle, and they complain."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _refuse_taken(host: str, port: int) -> None:
    """Granian shares ports, so that a second server would silently take half of the first one's readers."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = error.strerror if isinstance(error, OSError) else "no such port"
            raise ServerError(
                f"Cannot listen on {host}, port {port} ({reason}); stop what is using it, or choose another port."
            ) from error


def _announce(host: str, port: int, on_ready: Callable[[], object]) -> None:
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (compared, not listened on)
    address = (everywhere.get(host, host), port)
    deadline = monotonic() + 60
    while monotonic() < deadline:
        sleep(0.02)
        with suppress(OSError), socket.create_connection(address, timeout=5) as caller:
            caller.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            if caller.recv(64).startswith(b"HTTP/1.1 200"):
                on_ready()
                return


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Give the caller's signal handlers back: Granian sets its own and leaves them there."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


@contextmanager
def _fresh_processes() -> Iterator[None]:
    """Let workers begin anew, not as copies: the caller may have database connections and threads at work."""
    kept = multiprocessing.get_start_method()
    multiprocessing.set_start_method("spawn", force=True)
    try:
        yield
    finally:
        multiprocessing.set_start_method(kept, force=True)
