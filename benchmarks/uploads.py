"""How much memory the server needs while a large file arrives in pieces, and how fast it comes.

    .venv/bin/python benchmarks/uploads.py [--gib 2]

A new archive is made, the command serves it, and a file is sent as a browser sends it: pieces of 8 MiB with
their checksums. Printed are the resident memory of all server processes before and at its highest, the time of the
transfer, and that of the last step, in which the whole file is read and moved into the inbox.
"""

import argparse
import base64
import hashlib
import http.client
import http.cookies
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

COMMAND = [sys.executable, "-m", "sourcebook.cli"]
PIECE = 8 * 2**20
PORT = 8794


def children(pid: int) -> list[int]:
    found = [pid]
    for task in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = task.read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += children(int(task.parent.name))
    return found


def resident(pid: int) -> int:
    """Bytes in memory of a process and all below it, without pages of files."""
    total = 0
    for one in children(pid):
        try:
            status = Path(f"/proc/{one}/status").read_text()
        except OSError:
            continue
        total += sum(int(kib) for kib in re.findall(r"RssAnon:\s+(\d+) kB", status)) * 1024
    return total


class Browser:
    """As much of one as is needed to sign in and send."""

    def __init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=600)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        named |= {"X-CSRFToken": self.cookies.get("csrftoken", ""), "Tus-Resumable": "1.0.0"}
        self.connection.request(method, path, body, named)
        answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        self.text = answer.read()
        return answer

    def sign_in(self) -> None:
        self.ask("GET", "/admin/login/")
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', self.text)
        assert token
        form = {
            "username": "anna",
            "password": "a long pass phrase",
            "csrfmiddlewaretoken": token[1].decode(),
        }
        answer = self.ask(
            "POST",
            "/admin/login/",
            urlencode(form).encode(),
            Content_Type="application/x-www-form-urlencoded",
        )
        assert answer.status == 302, self.text[:300]


def header(length: int) -> bytes:
    """Of a WAV recording of so many bytes."""
    rate = 48_000
    size = length - 44
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", (size + 36) % 2**32, b"WAVE", b"fmt ", 16, 1, 1, rate, rate, 1, 8, b"data", size % 2**32,
    )  # fmt: skip


def send(browser: Browser, length: int) -> tuple[float, float]:
    name = base64.b64encode(b"large.wav").decode()
    begun = browser.ask(
        "POST", "/admin/uploads/", Upload_Length=str(length), Upload_Metadata=f"filename {name}"
    )
    assert begun.status == 201, browser.text
    place = begun.headers["Location"]
    noise = os.urandom(PIECE)
    started = time.perf_counter()
    offset = 0
    while offset < length:
        piece = (header(length) + noise if not offset else noise)[: min(PIECE, length - offset)]
        digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        answer = browser.ask(
            "PATCH",
            place,
            piece,
            Upload_Offset=str(offset),
            Upload_Checksum=f"sha256 {digest}",
            Content_Type="application/offset+octet-stream",
        )
        assert answer.status == 204, browser.text
        offset = int(answer.headers["Upload-Offset"])
    arrived = time.perf_counter()
    answer = browser.ask("POST", f"{place}/file")
    assert answer.status == 200, browser.text
    return arrived - started, time.perf_counter() - arrived


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gib", type=float, default=2.0)
    length = int(parser.parse_args().gib * 2**30)
    with tempfile.TemporaryDirectory(prefix="sourcebook-uploads-", dir=os.environ.get("TMPDIR")) as place:
        archive = str(Path(place) / "archive")
        subprocess.run([*COMMAND, "new", archive], check=True, stdout=subprocess.DEVNULL)
        user = ["user", "add", "anna", "--password", "a long pass phrase"]
        subprocess.run([*COMMAND, "--archive", archive, *user], check=True, stdout=subprocess.DEVNULL)
        serve = [*COMMAND, "--archive", archive, "serve", "--port", str(PORT)]
        with subprocess.Popen(serve, stdout=subprocess.DEVNULL, start_new_session=True) as server:
            try:
                measure(server.pid, length)
            finally:
                os.killpg(server.pid, signal.SIGTERM)


def measure(pid: int, length: int) -> None:
    browser = Browser()
    for _ in range(120):
        try:
            browser.sign_in()
            break
        except OSError:
            browser = Browser()
            time.sleep(0.5)
    before = resident(pid)
    highest = before
    done = threading.Event()

    def watch() -> None:
        nonlocal highest
        while not done.wait(0.1):
            highest = max(highest, resident(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    transfer, reading = send(browser, length)
    done.set()
    watcher.join()
    mib = 2**20
    print(f"file                     {length / mib:10.0f} MiB")
    print(f"memory before            {before / mib:10.0f} MiB")
    print(f"memory at its highest    {highest / mib:10.0f} MiB   (+{(highest - before) / mib:.0f})")
    print(f"transfer                 {transfer:10.1f} s     ({length / mib / transfer:.0f} MiB/s)")
    print(f"reading and moving in    {reading:10.1f} s")


if __name__ == "__main__":
    main()
