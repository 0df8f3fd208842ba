"""From a page to a picture: Chromium sets it, libvips reduces it to a palette."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyvips
from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--disable-gpu", "--no-first-run", "--font-render-hinting=none", "--force-color-profile=srgb"]


@contextmanager
def press() -> Iterator[Browser]:
    """A browser of this machine: the one that CHROMIUM names, or else Playwright's own."""
    with sync_playwright() as playwright:
        # Without a sandbox only because the pages are our own and Chromium refuses to run as root otherwise.
        flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=flags)
        yield browser
        browser.close()


def print_page(browser: Browser, html: str, width: int, height: int, target: Path, quality: int = 85) -> None:
    """Write one PNG of `width` by `height` pixels."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(source.as_uri())
        page.evaluate("document.fonts.ready")
        raw = page.screenshot(type="png")
        page.close()
    image = pyvips.Image.new_from_buffer(raw, "")
    target.parent.mkdir(parents=True, exist_ok=True)
    image.pngsave(str(target), palette=True, Q=quality, dither=0.0, effort=10, compression=9, keep="none")
