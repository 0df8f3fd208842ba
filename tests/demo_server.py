"""`sourcebook demo` in a process of its own, as a newcomer runs it."""

import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.running import COMMAND


@contextmanager
def served_demo(folder: Path) -> Iterator[tuple[str, str]]:
    """The address of a running demo whose archive is made in `folder`, and the password that it told."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = folder.with_suffix(".txt")
    with told.open("wb") as output:
        process = subprocess.Popen(
            [*COMMAND, "demo", str(folder), "--port", str(port)], stdout=output, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/", process, told)
        password = re.search(r"password: (\S+)", told.read_text())
        assert password, told.read_text()
        yield address, password[1]
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


def _wait_for(address: str, process: subprocess.Popen[bytes], told: Path) -> None:
    for _ in range(1200):
        assert process.poll() is None, told.read_text()
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(told.read_text())
