"""A whole archive served for real: `sourcebook serve` with its worker, and an editor who is signed in."""

import fcntl
import http.cookiejar
import json
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tests.cli.running import COMMAND
from tests.desk_forms import fields_of
from tests.web.talk import Answer, Site, free_port

T = TypeVar("T")
PASSWORD = "a long pass phrase"


def run(folder: Path, *words: str, inputs: str = "") -> str:
    """One command on an archive, which must succeed."""
    done = subprocess.run(
        [*COMMAND, "--archive", str(folder), *words],
        input=inputs,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def wait_until(what: Callable[[], T | None], seconds: float = 60) -> T:
    """Ask again and again until the answer is true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := what():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"Not within {seconds} s: {what}")


@dataclass
class LiveDesk:
    """The server, its archive, and a browser without a face that an editor has signed in with."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    opener: urllib.request.OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)

    @property
    def site(self) -> Site:
        return Site(self.folder / "public", self.port)

    def ask(self, path: str) -> Answer:
        """What a reader gets."""
        return self.site.ask(path)

    def get(self, path: str) -> bytes:
        """What the editor gets."""
        with self.opener.open(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
            page: bytes = answer.read()
            return page

    def post(self, path: str, page: bytes | None = None, **fields: Any) -> bytes:
        """Send the form of a page with some inputs changed; the answer is the page that it led to."""
        page = self.get(path) if page is None else page
        values: dict[str, Any] = fields_of(page) | {name: [value] for name, value in fields.items()}
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if token:
            values["csrfmiddlewaretoken"] = [token[1].decode()]
        data = urllib.parse.urlencode(values, doseq=True).encode()
        address = f"http://127.0.0.1:{self.port}{path}"
        with self.opener.open(
            urllib.request.Request(address, data, {"Referer": address}), timeout=60
        ) as answer:
            told: bytes = answer.read()
            return told

    def sign_in(self, name: str) -> None:
        self.post("/admin/login/", username=name, password=PASSWORD)
        assert b"logout" in self.get("/admin/")

    def figures(self, number: int) -> dict[str, Any]:
        """What the page of a piece of work tells."""
        told: dict[str, Any] = json.loads(self.get(f"/admin/work/{number}/figures/"))
        return told

    def latest_work(self) -> int:
        """The number of the piece of publishing that was asked for last; the index is seen to by itself."""
        work = self.get("/admin/work/")
        numbers = re.findall(rb'href="/admin/work/(\d+)/">(?:Publishing|Withdrawing):', work)
        return int(numbers[0])

    def worker(self) -> int | None:
        """The process of the worker, once it is at work."""
        at_work = list((self.folder / "access/workers").glob("[!.]*"))
        told = subprocess.run(
            ["pgrep", "-P", str(self.process.pid), "-f", "sourcebook.web.worker"],
            capture_output=True,
            text=True,
        )
        return int(told.stdout.split()[0]) if at_work and told.stdout.strip() else None


_MAKE = """
import json, sys
from pathlib import Path
from sourcebook.cli.archives import _make
archive = _make(Path(sys.argv[1]), address=sys.argv[3])
from sourcebook.ingest.formats import read_arrival
from sourcebook.ingest.settle import settle
from sourcebook.publishing.actions import publish
from sourcebook.web.editors import create_editor
report = settle(read_arrival([Path(one) for one in sys.argv[5:]]))
assert not report.refused, report.as_text()
publish()
for name, role in json.loads(sys.argv[4]).items():
    create_editor(name, sys.argv[2], role)
"""


def make_archive(
    folder: Path, *portable: Path, address: str = "http://127.0.0.1:8000", **others: str
) -> Path:
    """What these folders hold, published, with an administrator called `ada` and others in roles that are named.

    All of it in one process, to be quick.
    """
    accounts = json.dumps({"ada": "administrator", **others})
    made = subprocess.run(
        [sys.executable, "-c", _MAKE, str(folder), PASSWORD, address, accounts, *map(str, portable)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert made.returncode == 0, made.stderr
    return folder


@contextmanager
def publishing_held_up(folder: Path) -> Iterator[None]:
    """Publish by another hand, as long as the block lasts: the worker waits before it lets the outlets follow."""
    with (folder / "access/publishing.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def served(folder: Path, *words: str, name: str = "ada", port: int = 0) -> Iterator[LiveDesk]:
    """Serve an archive until the end of the block; whoever kills the server within it has done the ending."""
    port = port or free_port()
    with (folder / "server.log").open("ab") as told:
        process = subprocess.Popen(
            [*COMMAND, "--archive", str(folder), "serve", "--port", str(port), *words],
            stdout=told,
            stderr=told,
        )
    desk = LiveDesk(folder, port, process)
    try:
        wait_until(lambda: _answers(desk))
        desk.sign_in(name)
        yield desk
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) == 0, (folder / "server.log").read_text()


def _answers(desk: LiveDesk) -> bool:
    assert desk.process.poll() is None, (desk.folder / "server.log").read_text()
    try:
        return desk.ask("/healthz").status == 200
    except OSError:
        return False


def is_alive(pid: int) -> bool:
    """Whether a process runs, and is no mere entry that nobody has asked about."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
