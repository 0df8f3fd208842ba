"""Searching as a reader does: in a real browser, on the real server, with its worker behind it."""

import re
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.live_desk import LiveDesk, make_archive, run, served

expect.set_options(timeout=20_000)
DEMO = Path(__file__).resolve().parents[2] / "src/sourcebook/demo_archive"
SEARCHED = (
    "/search/",
    "/search/?q=Khrushchev+speech",
    "/ru/search/?q=Хрущёв",
    "/sources/secret-speech/?q=cult",
    "/search/?q=personalty+cult",
    "/ru/search/?q=zzzzqqq",
)
AXE = Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveDesk]:
    folder = make_archive(tmp_path_factory.mktemp("searched") / "archive", DEMO)
    with served(folder) as desk:
        yield desk


@pytest.fixture
def page(browser: Browser, desk: LiveDesk) -> Iterator[Page]:
    context = browser.new_context(
        base_url=f"http://127.0.0.1:{desk.port}", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.on("request", lambda request: _stays_here(request.url, desk))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert not faults
    context.close()


def _stays_here(address: str, desk: LiveDesk) -> None:
    assert address.startswith((f"http://127.0.0.1:{desk.port}/", "data:", "blob:")), address


def test_results_come_while_one_types_and_can_be_shared(page: Page) -> None:
    page.goto("/search/")
    page.locator("#_q").press_sequentially("Krushchev")
    expect(page.locator(".things a").first).to_have_text("Nikita Khrushchev")
    page.wait_for_url("**/search/?q=Krushchev")
    page.get_by_label("Recording").check()
    page.wait_for_url("**medium=audio**")
    expect(page.locator(".hit .about").first).to_contain_text("Recording")
    expect(page.get_by_label("Recording")).to_be_focused()
    titles = page.locator(".hit h2").all_inner_texts()
    page.reload()
    assert page.locator(".hit h2").all_inner_texts() == titles


def test_an_answer_that_comes_late_changes_nothing(page: Page) -> None:
    """The line is slow, and the answers to the first words come after those to the last."""
    page.goto("/search/")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    slow = {"offline": False, "latency": 150, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
    session.send("Network.emulateNetworkConditions", slow)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"q=Tbilisi(&|$)"), hold)
    box = page.locator("#_q")
    box.fill("Tbilisi")
    with page.expect_request(re.compile(r"/search/\?q=Tbilisi")):
        box.press("End")
    box.fill("Nagy")
    expect(page.locator(".things a").first).to_have_text("Imre Nagy")
    expect(page.get_by_role("option").first).to_contain_text("Nagy")
    shown, offered = page.locator(".hit h2").all_inner_texts(), page.get_by_role("option").all_inner_texts()
    assert len(held) == 2, "the results and the suggestions of the first word"
    for route in held:
        route.continue_()
    page.wait_for_timeout(1000)
    assert page.locator(".hit h2").all_inner_texts() == shown
    assert page.get_by_role("option").all_inner_texts() == offered
    assert page.url.endswith("/search/?q=Nagy")


def test_suggestions_are_taken_with_the_keyboard(page: Page) -> None:
    page.goto("/search/")
    box = page.get_by_role("combobox", name="Words to search for")
    box.press_sequentially("Хрущ")
    expect(page.get_by_role("option").first).to_contain_text("Nikita Khrushchev")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant")
    box.press("Enter")
    page.wait_for_url("**/people/nikita-khrushchev/")


def test_the_box_above_every_page_searches(page: Page) -> None:
    page.goto("/1956/")
    page.locator(".masthead input").fill("enemy of the people")
    page.locator(".masthead input").press("Enter")
    page.wait_for_url("**/search/?q=enemy+of+the+people")
    page.locator(".snippet .at").first.click()
    page.wait_for_url("**/sources/secret-speech/#p3")


def test_what_was_found_is_marked_in_the_page_of_its_source(page: Page) -> None:
    page.goto("/sources/secret-speech/?q=confession")
    expect(page.locator("[data-tally]")).to_contain_text("marked")
    marked = page.evaluate("[...CSS.highlights.get('found')].map((range) => range.toString().toLowerCase())")
    assert marked
    assert all(words.startswith("confession") for words in marked)
    page.get_by_role("button", name="Next").click()
    expect(page.locator("[data-tally]")).to_contain_text("1 /")


def test_a_second_of_a_recording_is_gone_to(page: Page) -> None:
    page.goto("/search/?q=cult&medium=audio")
    place = page.locator(".snippet .at").first
    address = place.get_attribute("href")
    assert address
    begins = float(address.partition("#t=")[2].split(",")[0])
    place.click()
    expect(page.locator(".row.here")).to_be_in_viewport()
    expect(page.locator("audio")).to_have_js_property("currentTime", begins)


def test_searching_needs_no_script(browser: Browser, desk: LiveDesk) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{desk.port}", java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator(".masthead input").fill("Познань 1956")
    page.locator(".masthead button").click()
    assert page.locator(".hit").count() > 0
    page.locator("input[name=medium][value=text]").check()
    page.get_by_role("button", name="Apply").click()
    assert "medium=text" in page.url
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(browser: Browser, desk: LiveDesk, width: int, scheme: str) -> None:
    context = browser.new_context(
        base_url=f"http://127.0.0.1:{desk.port}",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    for address in SEARCHED:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ), address
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
        assert not told, f"{address}: {told}"
    context.close()


@pytest.fixture(scope="module")
def still(desk: LiveDesk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A static copy behind a server that knows nothing but files."""
    folder = tmp_path_factory.mktemp("still") / "copy"
    run(desk.folder, "export", "--static", str(folder))
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    def log_message(self, *_: object) -> None: ...


@pytest.mark.parametrize("asked", ["Chruščëv", "Hruşçov", "Хрущёва", "Khrushchev", "Krushchev"])
def test_a_copy_without_a_server_finds_the_same_names(browser: Browser, still: str, asked: str) -> None:
    page = browser.new_page()
    page.goto(f"{still}/search/?{urlencode({'q': asked})}")
    hit = page.locator(".hit", has=page.locator("h2 a[href='/people/nikita-khrushchev/']"))
    expect(hit).to_be_visible()
    # The row of all his names is nothing to read; the one that was found is.
    expect(page.locator(".snippet").filter(has_text=" · ")).to_have_count(0)
    if asked not in ("Khrushchev", "Хрущёва"):
        expect(hit.locator(".reasons")).to_contain_text(f"Found through the name “{asked}”")
    page.close()


def test_a_copy_leads_to_the_passage_and_can_be_narrowed(browser: Browser, still: str) -> None:
    page = browser.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(still) else foreign.append(request.url))
    page.goto(f"{still}/ru/")
    page.locator(".masthead input").fill("враг народа")
    page.locator(".masthead button").click()
    hit = page.locator(".hit", has=page.locator("a[href='/ru/sources/secret-speech/']"))
    expect(hit.locator(".at[href='/ru/sources/secret-speech/#p3']")).to_have_text("p3")
    assert hit.locator("mark").count() > 0
    page.locator("#_q").fill("доклад")
    page.locator("input[name=kind][value=source]").check()
    page.wait_for_url("**kind=source**")
    page.goto(f"{still}/ru/search/?q=враг+народа")
    hit.locator(".at[href='/ru/sources/secret-speech/#p3']").click()
    expect(page.locator("#p3")).to_be_in_viewport()
    assert not foreign
    page.close()


def test_a_copy_shows_words_worth_reading_and_says_what_to_do(browser: Browser, still: str) -> None:
    page = browser.new_page()
    page.goto(f"{still}/ru/search/?{urlencode({'q': 'доклад'})}")
    term = page.locator(".hit", has=page.locator("a[href='/ru/glossary/closed-session/']"))
    expect(term.locator("div > p:not(.reasons)").last).to_have_text(re.compile("^Заседание без гостей"))
    edition = page.locator(".hit", has=page.locator("a[href='/ru/events/warsaw-edition/']"))
    expect(edition.locator(".about")).to_contain_text("марта 1956")
    page.goto(f"{still}/search/?{urlencode({'q': 'zzzzqq'})}")
    expect(page.locator("[data-tally]")).to_contain_text("Try fewer or other words")
    page.close()


def test_what_is_withdrawn_is_found_no_more_within_a_second(desk: LiveDesk) -> None:
    reference = "source:cyrankiewicz-broadcast"
    asked = "/api/search?q=Cyrankiewicz&kind=source&size=100"
    assert reference.encode() in desk.ask(asked).body
    run(desk.folder, "unpublish", reference, "--reason", "The rights are disputed.")
    deadline = time.monotonic() + 1
    while reference.encode() in (answer := desk.ask(asked)).body:
        assert time.monotonic() < deadline
    assert answer.status == 200
    assert b"cyrankiewicz-broadcast" not in desk.ask("/api/suggest?q=broadc").body
    assert desk.ask("/api/within?record=source:cyrankiewicz-broadcast&q=the").status == 404
