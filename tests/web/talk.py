"""Talking HTTP to a server under test."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers[name]


@dataclass(frozen=True)
class Site:
    """A folder of published files and the port on which they are served."""

    public: Path
    port: int

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """One request on a connection of its own; `if_none_match="…"` sends If-None-Match."""
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, {"Accept-Encoding": "identity"} | named)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """Send bytes as they are and give back all that comes until the server hangs up."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def get_raw(self, target: str) -> bytes:
        """GET a request target that no client library would send."""
        request = f"GET {target} HTTP/1.1\r\nHost: archive.test\r\nConnection: close\r\n\r\n"
        return self.raw(request.encode("latin-1"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert process.poll() is None, f"The server ended by itself with {process.returncode}."
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise AssertionError("The server did not start within 30 s.")


@contextmanager
def running(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server process that listens on a port, ended at the end of the block or of this process."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=REPOSITORY)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


@contextmanager
def stand_in(archive: Path) -> Iterator[Site]:
    """Our own server on `archive/public`, with a small WSGI application in Django's place."""
    port = free_port()
    with running([sys.executable, "-m", "tests.web.stand_in", str(archive), str(port)], port):
        yield Site(archive / "public", port)
