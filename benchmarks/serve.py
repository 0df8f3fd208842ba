"""How fast published pages are served, and at what cost in processor time, beside nginx with the same files.

    .venv/bin/python benchmarks/serve.py [--seconds 4] [--rounds 3] [--workers 2]

Both servers run on the loopback address with the same number of workers; wrk asks, on the same machine, so that
pages per second are what two cores give to server and asker together. Processor time is read from /proc for all
processes of a server. Rounds alternate between the servers, and the medians are shown, so that what else runs on
the machine weighs on both alike. Needs wrk and nginx (both Debian packages) and Linux.
"""

import argparse
import gzip
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import brotli

PAGE_BYTES = 30 * 1024
PAGES = 2000
CONNECTIONS = 32
TICK_MICROSECONDS = 1_000_000 / os.sysconf("SC_CLK_TCK")


class Case(NamedTuple):
    """What wrk asks for."""

    name: str
    headers: tuple[str, ...]
    script: str = ""


class Measured(NamedTuple):
    """One run: answers a second, and microseconds of the server's processor time for each."""

    rate: float
    cost: float


def make_pages(public: Path) -> None:
    """Pages of 30 KB of words that compress about as prose does, each with its sidecars."""
    words = random.Random(1956)  # noqa: S311 (nothing is kept secret by these words)
    stock = ["".join(words.choices("etaoinshrdlu", k=words.randint(2, 9))) for _ in range(900)]
    page = "<!doctype html><title>A page</title>\n"
    while len(page) < PAGE_BYTES:
        page += f"<p>{' '.join(words.choices(stock, k=60))}</p>\n"
    body = page[:PAGE_BYTES].encode()
    files = {"": body, ".gz": gzip.compress(body, 6), ".br": brotli.compress(body, quality=5)}
    for number in range(PAGES):
        folder = public / f"p{number}"
        folder.mkdir(parents=True)
        for suffix, data in files.items():
            (folder / f"index.html{suffix}").write_bytes(data)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(command: list[str], port: int) -> Iterator[int]:
    """Start a server, wait until it answers, give its process, and stop it at the end."""
    process = subprocess.Popen(command)
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                connection = HTTPConnection("127.0.0.1", port, timeout=5)
                connection.request("GET", "/p0/")
                assert connection.getresponse().status == 200
                break
            except OSError:
                time.sleep(0.05)
            finally:
                connection.close()
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def nginx_command(folder: Path, port: int, workers: int) -> list[str]:
    """nginx as Debian sets it up, with precompressed pages."""
    user = "user root;" if os.geteuid() == 0 else ""
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; worker_processes {workers}; pid {folder}/pid; error_log {folder}/error.log;"
        "events { worker_connections 768; } http { include /etc/nginx/mime.types; access_log off;"
        f"sendfile on; tcp_nopush on; gzip_static on; gzip_vary on; keepalive_requests 1000000; {temporary}"
        f"server {{ listen 127.0.0.1:{port}; root {folder}/public; index index.html; }} }}"
    )
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def sourcebook_command(folder: Path, port: int, workers: int) -> list[str]:
    program = (
        "import sys; from pathlib import Path; from sourcebook.web.server import serve;"
        "serve(Path(sys.argv[1]), port=int(sys.argv[2]), workers=int(sys.argv[3]))"
    )
    return [sys.executable, "-c", program, str(folder), str(port), str(workers)]


def processor_time(process: int) -> float:
    """Microseconds that a process and its children have used, in user and in kernel mode."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    used = (int(fields[11]) + int(fields[12])) * TICK_MICROSECONDS
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return used + sum(processor_time(int(child)) for child in children)


def measure(process: int, port: int, case: Case, seconds: int, folder: Path) -> Measured:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://127.0.0.1:{port}/p0/"]
    for header in case.headers:
        command += ["-H", header]
    if case.script:
        (folder / "ask.lua").write_text(case.script)
        command += ["-s", str(folder / "ask.lua")]
    before = processor_time(process)
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    used = processor_time(process) - before
    lines = [line.split() for line in said.splitlines()]
    answers = next(int(words[0]) for words in lines if words[1:3] == ["requests", "in"])
    rate = next(float(words[1]) for words in lines if words[:1] == ["Requests/sec:"])
    assert "Non-2xx" not in said, said
    return Measured(rate, used / answers)


def tag_of(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/p0/", headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        return response.headers["ETag"]
    finally:
        connection.close()


def cases(port: int) -> list[Case]:
    walk = (
        f"local n = 0\nrequest = function() n = (n + 7) % {PAGES}\n"
        'return wrk.format("GET", "/p" .. n .. "/") end'
    )
    return [
        Case("30 KB page, as it is", ("Accept-Encoding: identity",)),
        Case("30 KB page, gzip", ("Accept-Encoding: gzip",)),
        Case("30 KB page, known (304)", ("Accept-Encoding: gzip", f"If-None-Match: {tag_of(port)}")),
        Case(f"{PAGES:,} pages in turn, gzip", ("Accept-Encoding: gzip",), walk),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=4, help="length of one run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2, help="of each server")
    options = parser.parse_args()
    for tool in ("wrk", "nginx"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool.upper()} IS ABSENT, so nothing was measured: install Debian's package {tool}.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_pages(folder / "public")
        compare(folder, options.seconds, options.rounds, options.workers)


def compare(folder: Path, seconds: int, rounds: int, workers: int) -> None:
    ports = {"nginx": free_port(), "Sourcebook": free_port()}
    runs: dict[tuple[str, str], list[Measured]] = {}
    with (
        started(nginx_command(folder, ports["nginx"], workers), ports["nginx"]) as nginx,
        started(sourcebook_command(folder, ports["Sourcebook"], workers), ports["Sourcebook"]) as ours,
    ):
        time.sleep(1)
        for _ in range(rounds):
            for server, process in (("nginx", nginx), ("Sourcebook", ours)):
                for case in cases(ports[server]):
                    run = measure(process, ports[server], case, seconds, folder)
                    runs.setdefault((case.name, server), []).append(run)
    print(f"{workers} workers each, {CONNECTIONS} connections, {rounds} rounds of {seconds} s, medians\n")
    print(f"{'':28}{'Sourcebook':>20}{'nginx':>20}{'time, ratio':>13}")
    for name in dict.fromkeys(name for name, _ in runs):
        rate, cost, their_rate, their_cost = (
            statistics.median(getattr(run, field) for run in runs[name, server])
            for server in ("Sourcebook", "nginx")
            for field in ("rate", "cost")
        )
        print(
            f"{name:28}{rate:>9,.0f}/s {cost:>6.1f} µs{their_rate:>9,.0f}/s {their_cost:>6.1f} µs"
            f"{cost / their_cost:>12.1f}×"
        )


if __name__ == "__main__":
    main()
