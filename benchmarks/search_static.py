"""Search in a static copy: how long the first result takes, and how much is transferred for it.

    .venv/bin/python benchmarks/search_static.py [RECORDS] [FOLDER]

With a folder the copy is kept there, and measured again without being made anew. It is served to Chromium, whose cache
is empty, with text compressed by gzip as nginx does with `gzip on` and the types that our guide names. “Search” counts
what Pagefind asks for; “page” is all, fonts and styles included; “plain” is all without compression.
"""

import gzip
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

from material import records
from playwright.sync_api import Browser, sync_playwright

QUESTIONS = ("embassy", "telegram from the ambassador", "revolution", "railway strike", "person 7")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


COMPRESSED = (".html", ".js", ".css", ".json", ".svg", "/")


class Compressing(SimpleHTTPRequestHandler):
    """Sends text by gzip, and says nothing of what it serves."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or not self.path.partition("?")[0].endswith(COMPRESSED):
            return super().do_GET()
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


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
    if len(sys.argv) > 2:
        return measure_copy(Path(sys.argv[2]), size)
    with tempfile.TemporaryDirectory() as folder:
        measure_copy(Path(folder), size)


def measure_copy(folder: Path, size: int) -> None:
    """Every question, of the copy in a folder, which is made where there is none."""
    copy = folder / "copy"
    if not copy.is_dir():
        # One person comes with 20 sources, one subject with 50.
        make_copy(folder, round(size / 1.07))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(copy))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
            print(f"{'question':<32} {'first result':>12}  {'search':>8}  {'page':>8}  {'plain':>8}")
            for question in QUESTIONS:
                measure(browser, f"http://127.0.0.1:{server.server_port}", question)
            browser.close()
        server.shutdown()


WATCH = """new MutationObserver((_, watch) => {
  if (!document.querySelector('.hit')) return;
  watch.disconnect();
  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  window.first = {
    seconds: performance.now() / 1000,
    page: all.reduce((sum, one) => sum + one.transferSize, 0),
    plain: all.reduce((sum, one) => sum + one.decodedBodySize, 0),
    search: all.filter((one) => one.name.includes('/pagefind/')).reduce((sum, one) => sum + one.transferSize, 0),
  };
}).observe(document, { childList: true, subtree: true })"""


def measure(browser: Browser, base: str, question: str) -> None:
    """One question in a new browser context: time and bytes, headers too, until the first result stands there."""
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(f"{base}/search/?{urlencode({'q': question})}")
    first = page.wait_for_function("window.first").json_value()
    page.context.close()
    sizes = "".join(f"  {first[name] / 1000:>5.0f} KB" for name in ("search", "page", "plain"))
    print(f"{question:<32} {first['seconds']:>10.2f} s{sizes}")


if __name__ == "__main__":
    main()
