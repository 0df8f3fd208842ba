"""Mirador, which libraries show their books in, searches inside a source of ours by IIIF Content Search 1.0.

The manifest is the test's own: it holds the source's canvases and the service block that belongs into every manifest.
"""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import pyvips
from playwright.sync_api import Browser, Page, expect

from sourcebook.standards.iiif import content_search_1
from sourcebook.standards.iiif.identifiers import autocomplete_uri, canvas_uri, search_uri
from tests.live_desk import make_archive, served
from tests.web.talk import free_port

expect.set_options(timeout=20_000)
MIRADOR = Path(__file__).resolve().parents[2] / ".venv/viewers/mirador/mirador.min.js"
ARCHIVE = "title: {en: Papers}\nlanguages: [en]\n"
SOURCE = """---
medium: text
title: {en: A letter on two leaves}
languages: [en]
rights: {statement: CC0-1.0}
canvases:
  - {file: one.png, label: First leaf}
  - {file: two.png, label: Second leaf}
---
"""
WORDS = """---
language: en
kind: transcription
---

{#p1 xywh=1:40,60,300,80} The committee met in a closed session.

{#p2 xywh=1:40,200,300,80} Nobody took notes of the meeting.

{#p3 xywh=2:60,300,280,90} A second session was held at night, and sessions followed.
"""
PAGE = """<!doctype html><meta charset="utf-8"><title>Mirador</title><div id="viewer"></div>
<script src="mirador.min.js"></script><script src="open.js"></script>"""
OPEN = """Mirador.viewer({id: 'viewer', windows: [{manifestId: 'manifest.json', sideBarOpen: true}],
    window: {panels: {search: true}}});"""


def manifest(base: str, identifier: str, images: str) -> dict[str, Any]:
    """Presentation 3.0, no more than Mirador needs."""
    return {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": f"{images}/manifest.json",
        "type": "Manifest",
        "label": {"en": ["A letter on two leaves"]},
        "service": [
            content_search_1.service(search_uri(base, identifier, 1), autocomplete_uri(base, identifier, 1))
        ],
        "items": [_canvas(canvas_uri(base, identifier, number), images, number) for number in (1, 2)],
    }


def _canvas(uri: str, images: str, number: int) -> dict[str, Any]:
    size = {"width": 400, "height": 500}
    image = {"id": f"{images}/{number}.png", "type": "Image", "format": "image/png", **size}
    painting = {
        "id": f"{uri}/a",
        "type": "Annotation",
        "motivation": "painting",
        "target": uri,
        "body": image,
    }
    items = [{"id": f"{uri}/p", "type": "AnnotationPage", "items": [painting]}]
    return {"id": uri, "type": "Canvas", "label": {"en": [f"Leaf {number}"]}, **size, "items": items}


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def viewer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page elsewhere that shows a source of ours in Mirador."""
    if not MIRADOR.exists():
        pytest.skip("THERE IS NO MIRADOR: make viewer fetches it.")
    portable = tmp_path_factory.mktemp("portable")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    source = portable / "sources/letter"
    source.mkdir(parents=True)
    (portable / "archive.yaml").write_text(ARCHIVE)
    (source / "source.md").write_text(SOURCE)
    (source / "en.md").write_text(WORDS)
    for number, name in enumerate(("one", "two"), 1):
        leaf = pyvips.Image.black(400, 500) + 200 + 10 * number
        leaf.cast("uchar").write_to_file(str(source / f"{name}.png"))
        (elsewhere / f"{number}.png").write_bytes((source / f"{name}.png").read_bytes())
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    archive = make_archive(tmp_path_factory.mktemp("leaves") / "archive", portable, address=base)
    (elsewhere / "mirador.min.js").symlink_to(MIRADOR)
    (elsewhere / "index.html").write_text(PAGE)
    (elsewhere / "open.js").write_text(OPEN)
    with (
        served(archive, port=port) as desk,
        ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(elsewhere))) as server,
    ):
        here = f"http://127.0.0.1:{server.server_port}"
        identifier = json.loads(desk.ask("/sources/letter/record.json").body)["id"]
        (elsewhere / "manifest.json").write_text(json.dumps(manifest(base, identifier, here)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield here
        server.shutdown()


@pytest.fixture
def mirador(browser: Browser, viewer: str) -> Iterator[Page]:
    """The viewer with its search panel open; nothing may be asked of any other machine."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    foreign: list[str] = []
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else foreign.append(asked.url)
        ),
    )
    page.goto(f"{viewer}/")
    page.get_by_role("tab", name="Search").click()
    yield page
    assert not foreign
    page.close()


def test_hits_are_shown_and_gone_through(mirador: Page) -> None:
    box = mirador.get_by_role("combobox", name="search terms")
    box.fill("session")
    box.press("Enter")
    leaves = mirador.get_by_role("complementary").get_by_role("heading", level=4)
    expect(leaves).to_have_text(["Leaf 1", "Leaf 2", "Leaf 2"])
    expect(mirador.get_by_role("strong")).to_have_text(["session", "session", "sessions"])
    expect(mirador.get_by_text("1 of 3", exact=True)).to_be_visible()
    mirador.get_by_role("button", name="Next result").click()
    expect(mirador.get_by_text("2 of 3", exact=True)).to_be_visible()
    # The leaf is turned to the hit.
    expect(mirador.get_by_text("2 of 2 • Leaf 2", exact=True)).to_be_visible()


def test_words_are_completed(mirador: Page) -> None:
    box = mirador.get_by_role("combobox", name="search terms")
    box.press_sequentially("mee")
    expect(mirador.get_by_role("option")).to_have_text(["meeting"])
    mirador.get_by_role("option").click()
    expect(mirador.get_by_role("strong")).to_have_text(["meeting"])
    expect(mirador.get_by_text("1 of 1", exact=True)).to_be_visible()
