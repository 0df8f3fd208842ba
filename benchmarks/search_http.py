"""Search as readers meet it: pages of results from a real server, with facets and snippets; and how soon they are true.

    .venv/bin/python benchmarks/search.py --passages 100000 --copies 10 --folder DIR --without-fts5
    .venv/bin/python benchmarks/search_http.py --passages 100000 --index DIR

`--passages` says of how many the index was made; without `--index` one is made. An archive is made whose library
holds the same records, and `sourcebook serve` answers 200 mixed questions (those of `search.py`), one at a time and
sixteen at once. Each is asked for the first time in the life of the server and then once more, because the first
answer also reads what the second finds in memory. Processor time is that of the server's processes alone, from /proc;
on a machine that others use too, it tells more than the time that passed, and the asking takes its share of the same
cores.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import partial
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from threading import Thread, local
from urllib.parse import urlencode

import msgspec
from search import questions
from search_material import GeneratedShelf, records
from serve import free_port, processor_time

from sourcebook.archive_folder import ArchiveFolder, make_archive_folder

SINCE = "1956-02-25T00:00:00Z"
CHANGES = 10


def make_archive(folder: Path, index: Path | None, passages: int) -> ArchiveFolder:
    """A desk with nothing but the archive's own record, and behind it a library and an index of generated ones."""
    from sourcebook.web.desk import configure

    make_archive_folder(folder, address="http://127.0.0.1:8000")
    archive = configure(folder)
    from sourcebook.publishing.beginning import begin_archive
    from sourcebook.web.template_database import new_database

    new_database(archive)
    begin_archive("Measured", ("en", "ru"))
    fill_library(archive, passages)
    shutil.rmtree(archive.index)
    if index is None:
        make_index(archive, passages)
    else:
        made = index if (index / "current").is_symlink() else next(index.glob("*/current")).parent
        shutil.copytree(made, archive.index, symlinks=True, copy_function=linked)
    return archive


def linked(source: str, target: str) -> None:
    """The engine never writes into a file that is there; SQLite does."""
    (shutil.copy2 if ".sqlite3" in source else os.link)(source, target)


def make_index(archive: ArchiveFolder, passages: int) -> None:
    from sourcebook.publishing.indexing.making import indexer_of

    shelf = GeneratedShelf(passages)
    indexer_of(archive).make_anew(shelf, lambda: nullcontext(shelf))


def fill_library(archive: ArchiveFolder, passages: int) -> None:
    """As if the records stood in the log before its last line; their pages are not asked for, and not baked."""
    from sourcebook.publishing.library import LogEntry, PublishedLibrary, library_path
    from sourcebook.publishing.site import site_of
    from sourcebook.reading_room.entries import file_entries
    from sourcebook.record import encode

    with PublishedLibrary(library_path(archive.access)) as library:
        number = library.taken_up_to
        library.take(
            (
                LogEntry(number, record.reference, record.id, encode(record), SINCE)
                for record in records(passages)
            ),
            partial(file_entries, site=site_of(archive)),
        )
        library._db.execute("DELETE FROM stale")


@contextmanager
def served(archive: ArchiveFolder, port: int) -> Iterator[int]:
    command = [sys.executable, "-m", "sourcebook.cli", "--archive", str(archive.folder)]
    process = subprocess.Popen(
        [*command, "serve", "--no-work", "--port", str(port)], stdout=subprocess.DEVNULL
    )
    try:
        while not answers(port):
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(5)  # The editor's part is loaded after the first second.
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def answers(port: int) -> bool:
    try:
        return b"<h1>" in ask(port, "speech")
    except OSError:
        KEPT.connection = None
        return False


KEPT = local()


def ask(port: int, words: str, path: str = "/search/", coding: str = "identity") -> bytes:
    """On a connection that this thread keeps."""
    connection: HTTPConnection | None = getattr(KEPT, "connection", None)
    if connection is None or connection.port != port:
        connection = KEPT.connection = HTTPConnection("127.0.0.1", port, timeout=60)
    address = f"{path}?{urlencode({'q': words})}"
    try:
        connection.request("GET", address, headers={"Accept-Encoding": coding})
        response = connection.getresponse()
    except RemoteDisconnected:
        # The server shuts a connection on which nothing has been asked for long.
        connection.close()
        connection.request("GET", address, headers={"Accept-Encoding": coding})
        response = connection.getresponse()
    body = response.read()
    assert response.status == 200, (words, response.status, body[:200])
    return body


def told(name: str, milliseconds: Sequence[float], more: str = "") -> None:
    cut = statistics.quantiles(milliseconds, n=100)
    print(f"  {name:<42} p50 {cut[49]:7.1f}   p99 {cut[98]:7.1f} ms{more}", flush=True)


def through_http(pid: int, port: int, asked: Sequence[str], at_once: int, name: str) -> None:
    def one(words: str) -> float:
        start = time.perf_counter()
        ask(port, words, coding="gzip")
        return (time.perf_counter() - start) * 1000

    before, start = processor_time(pid), time.perf_counter()
    with ThreadPoolExecutor(at_once) as readers:
        taken = list(readers.map(one, asked))
    passed, spent = time.perf_counter() - start, processor_time(pid) - before
    more = f"   {len(asked) / passed:6.1f} a second   {spent / 1000 / len(asked):5.1f} ms of processor each"
    told(name, taken, more)


def in_process(archive: ArchiveFolder, asked: Sequence[str]) -> None:
    """The page itself, without HTTP: processor time of one thread and of the engine's."""
    from sourcebook.web.searching.routes import SearchRoutes

    routes = SearchRoutes(archive)
    routes.answer("/search/", "q=speech")
    for name in ("page of results, first time", "page of results, again"):
        passed, spent = [], []
        for words in asked:
            start, processor = time.perf_counter(), time.process_time()
            reply = routes.answer("/search/", urlencode({"q": words}))
            spent.append((time.process_time() - processor) * 1000)
            passed.append((time.perf_counter() - start) * 1000)
            assert reply is not None
            assert reply.status == 200
        told(name, passed)
        told(f"  … of processor (mean {statistics.mean(spent):.1f})", spent)


def visible(archive: ArchiveFolder, port: int) -> None:
    """From the call that publishes a record to a reader's finding it; by the command the interpreter starts first."""
    from sourcebook.publishing.actions import publish, withdraw
    from sourcebook.publishing.restore import restore_all

    some = next(record for record in records(10) if record.kind == "source")
    waits, goes, whole = [], [], []
    for number in range(CHANGES):
        word = f"zyxw{number}"
        record = msgspec.structs.replace(
            some,
            id=f"new{number}",
            slug=f"new-{number}",
            keywords=(word,),
            contributions=(),
            place="",
            themes=(),
        )  # type: ignore[call-arg]
        restore_all([record])
        waits.append(until(port, word, True, lambda ref=record.reference: publish([ref], workers=1)))
        goes.append(until(port, word, False, lambda ref=record.reference: withdraw([ref], reason="Tried.")))
        if number < 3:
            restore_all([msgspec.structs.replace(record, id=f"again{number}", slug=f"again-{number}")])
            command = [sys.executable, "-m", "sourcebook.cli", "--archive", str(archive.folder), "publish"]
            command += [f"source:again-{number}", "--despite", "A measurement."]
            whole.append(
                until(port, word, True, partial(subprocess.run, command, check=True, capture_output=True))
            )
    for name, times in (("published", waits), ("withdrawn", goes), ("by `sourcebook publish`", whole)):
        print(
            f"  seen by readers, {name:<25} p50 {statistics.median(times):7.0f}   most {max(times):7.0f} ms"
        )


def until(port: int, word: str, there: bool, do: object) -> float:
    """Milliseconds from the beginning of a deed to the first answer that shows it."""
    doing = Thread(target=do)  # type: ignore[arg-type]
    start = time.perf_counter()
    doing.start()
    while (msgspec.json.decode(ask(port, word, "/api/search"))["total"] > 0) != there:
        assert time.perf_counter() - start < 120
        time.sleep(0.01)
    taken = (time.perf_counter() - start) * 1000
    doing.join()
    return taken


def memory(pid: int) -> float:
    """Megabytes that a server's processes hold of their own and share with nobody but the files of the index."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    lines = [Path(f"/proc/{one}/status").read_text() for one in (pid, *children)]
    return sum(int(line.split("RssAnon:")[1].split()[0]) for line in lines) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--index", type=Path, help="a folder that search.py made with --folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.index) as name:
        folder = Path(name) / "archive"
        archive = make_archive(folder, options.index, options.passages)
        asked = [words for _, words in questions()]
        print(f"Load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
        port = free_port()
        with served(archive, port) as pid:
            through_http(pid, port, asked, 1, "through HTTP, one at a time, first time")
            through_http(pid, port, asked, 1, "through HTTP, one at a time, again")
            through_http(pid, port, asked, 16, "through HTTP, sixteen at once")
            print(f"  memory of the server {memory(pid):.0f} MB", flush=True)
            visible(archive, port)
        in_process(archive, asked)
        print(f"Load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
