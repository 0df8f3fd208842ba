"""A real browser, and the sample archive served to it as the live server serves one: with its security policy."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sourcebook.reading_room import makers
from sourcebook.reading_room.baking import bake
from sourcebook.web.headers import PUBLISHED
from sourcebook.web.media_types import media_type
from tests.reading_room.library import MemoryLibrary
from tests.reading_room.sample import make_files, records, sample_site


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sample archive is served."""
    folder = tmp_path_factory.mktemp("access")
    make_files(folder)
    pages: dict[str, bytes | Path] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            content = pages.get(path)
            body = content.read_bytes() if isinstance(content, Path) else content or b""
            self.send_response(200 if content is not None else 404)
            for name, value in PUBLISHED:
                self.send_header(name, value)
            self.send_header("content-type", media_type(path if not path.endswith("/") else "index.html"))
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    base = f"http://127.0.0.1:{server.server_port}"
    library = MemoryLibrary(sample_site(folder, base))
    for record in records():
        library.publish(record)
    for page in bake(library, library.addresses(), makers(library.site)):
        if "" in page.files:
            pages[page.address] = page.files[""]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield base
    server.shutdown()
    server.server_close()
