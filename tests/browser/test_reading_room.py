"""Each type of page in Chromium: accessible in light and dark, on a phone and a desk, silent, still and narrow."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, ViewportSize

PAGES = [
    "/", "/ru/", "/1956/", "/1956/secret-speech/", "/ru/1956/secret-speech/", "/1956/secret-speech/texts/",
    "/1956/secret-speech/images/", "/themes/", "/themes/copies/", "/sources/", "/sources/telegram/",
    "/ru/sources/telegram/", "/sources/telegram/texts/ru/", "/sources/map/", "/sources/reading/", "/sources/newsreel/",
    "/sources/hebrew-letter/", "/sources/typewriter/", "/sources/volume/", "/people/", "/people/nikita-khrushchev/",
    "/organisations/cpsu/", "/places/budapest/", "/events/", "/events/closed-session/", "/glossary/first-secretary/",
    "/404.html",
]  # fmt: skip

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast", "link-in-text-block"]
"""What a change of colours can change."""
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)
NARROWEST = ViewportSize(width=320, height=640)


@pytest.fixture(scope="session")
def axe(repository: Path) -> str:
    script = repository / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        pytest.skip("THE FRONT END IS NOT SET UP: run make setup.")
    return script.read_text(encoding="utf-8")


def violations(found: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for violation in found["violations"]
        for node in violation["nodes"][:3]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_asks_for_nothing_elsewhere(
    browser: Browser, address: str, axe: str, path: str
) -> None:
    said: list[str] = []
    asked: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        said.append(f"{message.type}: {message.text}")

    def look(request: Request) -> None:
        asked.append(request.url)

    page = browser.new_page(viewport=NARROWEST)
    page.on("console", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", look)
    page.goto(address + path, wait_until="load")
    page.evaluate("document.fonts.ready")
    width = page.evaluate("document.documentElement.scrollWidth")
    page.evaluate(axe)
    found: list[str] = []
    for viewport in (PHONE, DESK):
        page.set_viewport_size(viewport)
        for scheme, rules in (("light", RULES), ("dark", CONTRAST)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            answer = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
            found += [f"{viewport['width']} {scheme} {line}" for line in violations(answer)]
    page.close()
    assert not found
    assert not said
    assert all(url.startswith((address, "data:")) for url in asked)
    assert width <= NARROWEST["width"]


def test_a_region_of_an_image_is_really_shown(browser: Browser, address: str) -> None:
    """The cut is made of the image's own pixels: its frame has the region's shape, and the picture fills it."""
    page = browser.new_page(viewport=DESK)
    page.goto(f"{address}/1956/secret-speech/", wait_until="load")
    box = page.locator(".essay svg.region").bounding_box()
    image = page.locator(".essay svg.region image").bounding_box()
    page.close()
    assert box is not None
    assert image is not None
    assert box["width"] / box["height"] == pytest.approx(420 / 300, rel=0.01)
    scale = box["width"] / 420
    assert image["width"] == pytest.approx(1200 * scale, rel=0.01)
    assert box["x"] - image["x"] == pytest.approx(100 * scale, abs=1)
    assert box["y"] - image["y"] == pytest.approx(60 * scale, abs=1)


def test_the_keyboard_reaches_the_text_first(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(f"{address}/sources/telegram/", wait_until="load")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    page.close()


def test_captions_can_be_loaded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/sources/reading/", wait_until="load")
    cues = page.evaluate(
        """async () => {
            const track = document.querySelector("track").track;
            track.mode = "showing";
            for (let wait = 0; wait < 50 && !(track.cues && track.cues.length); wait++)
                await new Promise(done => setTimeout(done, 50));
            return [...track.cues].map(cue => cue.text);
        }"""
    )
    page.close()
    assert len(cues) == 2
    assert "First words." in cues[0]
