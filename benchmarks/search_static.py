"""Search in a static copy: how long the first result takes, and how much is transferred for it.

    .venv/bin/python benchmarks/search_static.py [RECORDS]

The copy is served by Python's plain file server, without compression, to Chromium with an empty cache. “Search” counts
what Pagefind asks for; “page” is all, fonts and styles included.
"""

import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

from material import records
from playwright.sync_api import sync_playwright

QUESTIONS = ("embassy", "telegram from the ambassador", "revolution", "railway strike", "person 7")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Plain(SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    def log_message(self, *_: object) -> None: ...


def make_copy(folder: Path, size: int) -> Path:
    """An archive of so many records, published and copied."""
    from sourcebook.archive_folder import make_archive_folder
    from sourcebook.web.desk import configure
    from sourcebook.web.template_database import new_database

    archive = make_archive_folder(folder / "archive", address="http://127.0.0.1:8000")
    configure(archive.folder)
    new_database(archive)
    from sourcebook.publishing.actions import publish
    from sourcebook.publishing.restore import restore_all
    from sourcebook.publishing.static_copy import write_static_copy

    start = time.perf_counter()
    restore_all(records(size))
    publish()
    print(f"published in {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    files = write_static_copy(archive, folder / "copy")
    index = [file for file in (folder / "copy/pagefind").rglob("*") if file.is_file()]
    print(
        f"{files} files copied in {time.perf_counter() - start:.1f} s; the index has {len(index)} files, "
        f"{sum(file.stat().st_size for file in index) / 2**20:.1f} MiB"
    )
    return folder / "copy"


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3300
    with tempfile.TemporaryDirectory() as folder:
        # One person comes with 20 sources, one subject with 50.
        copy = make_copy(Path(folder), round(size / 1.07))
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(copy))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
                print(f"{'question':<32} {'first result':>12}  {'search':>8}  {'page':>8}")
                for question in QUESTIONS:
                    measure(browser, f"http://127.0.0.1:{server.server_port}", question)
                browser.close()
            server.shutdown()


def measure(browser: object, base: str, question: str) -> None:
    """One question in a new browser context; bytes until the first results stand there."""
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    sizes: dict[str, int] = {}
    page.on(
        "response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))})
    )
    page.goto(f"{base}/search/")
    start = time.perf_counter()
    page.goto(f"{base}/search/?{urlencode({'q': question})}")
    page.locator(".hit").first.wait_for()
    seconds = time.perf_counter() - start
    search = sum(size for address, size in sizes.items() if "/pagefind/" in address)
    print(
        f"{question:<32} {seconds:>10.2f} s  {search / 1000:>5.0f} KB  {sum(sizes.values()) / 1000:>5.0f} KB"
    )
    page.context.close()


if __name__ == "__main__":
    main()
