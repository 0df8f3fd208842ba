"""What is done with the hand at the desk: regions drawn, times taken while a recording plays, uploads held up and taken
up again, canvases and selections dragged into another order."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.cuttable import CuttableLine
from tests.browser.desk import served, signed_in
from tests.live_desk import wait_until
from tests.record_files import png, wav

MIB = 2**20
FILES: dict[str, str | bytes] = {
    "archive.yaml": "title: Moments\nlanguages: [en]\n",
    "years/1956.md": "",
    "subjects/speech.md": "---\ntitle: The Speech\nyear: year:1956\nselections:\n"
    "- source: source:letter\n- source: source:broadcast\n- source: source:empty\n---\nWords.\n",
    "sources/empty/source.md": "---\ntitle: Nothing yet\nmedium: image\n---\n",
    "sources/letter/source.md": "---\ntitle: A letter\nmedium: image\ntexts: [en]\n---\n",
    "sources/letter/en.md": "---\nlanguage: en\n---\n{#p1} Dear friend.\n\n{#p2} Yours.\n",
    "sources/letter/page-1.png": png(800, 600),
    "sources/letter/page-2.png": png(400, 1200),
    "sources/letter/page-3.png": png(300, 300),
    "sources/broadcast/source.md": "---\ntitle: A broadcast\nmedium: audio\ntexts: [en]\n---\n",
    "sources/broadcast/en.md": "---\nlanguage: en\n---\n{#p1} Attention.\n\n{#p2} Here is Budapest.\n",
    "sources/broadcast/recording.wav": wav(12),
}


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CuttableLine]:
    """The way to a desk with a letter of three pages, a broadcast, and a subject that has both."""
    folder, material = tmp_path_factory.mktemp("hands") / "archive", tmp_path_factory.mktemp("material")
    for name, content in FILES.items():
        path = material / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with served(folder, material) as port:
        line = CuttableLine(port)
        yield line
        line.close()


@pytest.fixture(scope="module")
def editor(browser: Browser, line: CuttableLine) -> Iterator[Page]:
    page = signed_in(browser, f"http://127.0.0.1:{line.port}")
    yield page
    page.context.close()


@pytest.fixture
def page(editor: Page) -> Iterator[Page]:
    """The editor's window, in which no script fails."""
    said: list[str] = []
    editor.on("pageerror", lambda error: said.append(str(error)))
    yield editor
    assert not said


def open_source(page: Page, title: str, tab: str) -> None:
    page.goto("/admin/snippets/sources/source/")
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("tab", name=tab, exact=True).click()


def save(page: Page) -> None:
    with page.expect_response(lambda answer: answer.request.is_navigation_request()):
        page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state()


def passage(page: Page, key: str) -> Locator:
    page.locator("sb-passages").scroll_into_view_if_needed()
    return page.locator(f'.sb-par__row[data-key="{key}"]')


def draw(page: Page, picture: Locator, corners: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """A frame between two corners, in parts of the picture's width and height."""
    expect(picture).to_have_js_property("complete", True)
    box = picture.bounding_box()
    assert box
    (left, top), (right, bottom) = corners
    page.mouse.move(box["x"] + left * box["width"], box["y"] + top * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + right * box["width"], box["y"] + bottom * box["height"], steps=5)
    page.mouse.up()


def test_the_region_of_a_passage_is_drawn_on_its_picture(page: Page) -> None:
    open_source(page, "A letter", "Texts")
    passage(page, "p1").locator("textarea").click()
    page.get_by_role("button", name="Region on the page").click()
    window = page.get_by_role("dialog")
    window.get_by_role("combobox").select_option("2")
    draw(page, window.locator("img"), ((0.75, 0.5), (0.25, 0.25)))
    number, *box = map(int, re.split("[:,]", window.get_by_role("textbox").input_value()))
    assert number == 2
    assert box == pytest.approx([100, 300, 200, 300], abs=4)
    # A click beside it, without drawing, changes nothing.
    window.locator("img").click(position={"x": 5, "y": 5})
    window.get_by_role("button", name="Take this region").click()
    expect(window).to_have_count(0)
    drawn = passage(page, "p1").get_by_label("region, as in").input_value()
    assert drawn == f"{number}:{','.join(map(str, box))}"
    save(page)
    open_source(page, "A letter", "Texts")
    expect(passage(page, "p1").get_by_label("region, as in")).to_have_value(drawn)


def test_a_passage_begins_where_the_recording_stands(page: Page) -> None:
    open_source(page, "A broadcast", "Texts")
    passage(page, "p2").locator("textarea").click()
    player = page.locator("sb-passages audio")
    player.evaluate("player => new Promise(done => { player.onseeked = done; player.currentTime = 3.25 })")
    page.get_by_role("button", name="Begins now").click()
    expect(passage(page, "p2").get_by_label("from, as in")).to_have_value("0:03.25")
    player.evaluate("player => new Promise(done => { player.onseeked = done; player.currentTime = 9 })")
    page.get_by_role("button", name="Ends now").click()
    expect(passage(page, "p2").get_by_label("to, as in")).to_have_value("0:09")
    # It plays from there, and the passage that is heard is marked.
    page.get_by_role("button", name="Play", exact=True).click()
    expect(passage(page, "p2")).to_have_class(re.compile("--now"))
    assert 3 < player.evaluate("player => { player.pause(); return player.currentTime }") < 9
    save(page)
    open_source(page, "A broadcast", "Texts")
    expect(passage(page, "p2").get_by_label("from, as in")).to_have_value("0:03.25")
    expect(passage(page, "p2").get_by_label("to, as in")).to_have_value("0:09")


def slowed(page: Page, megabytes: float) -> None:
    """Send no more than so much a second; 0 for all that the line bears."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    speed = megabytes * MIB if megabytes else -1
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": speed},
    )


def test_an_upload_is_held_up_and_goes_on_after_the_page_was_left(
    page: Page, line: CuttableLine, tmp_path: Path
) -> None:
    recording = tmp_path / "speech.wav"
    recording.write_bytes(wav(24 * MIB / 8000))
    open_source(page, "Nothing yet", "Files")
    choose = page.locator("sb-files input[type=file]").first
    arriving = page.locator(".sb-arriving")
    before = line.sent
    slowed(page, 8)
    choose.set_input_files(recording)
    wait_until(lambda: line.sent > before + 9 * MIB)
    arriving.get_by_role("button", name="Pause").click()
    expect(arriving).to_contain_text("Paused")
    page.wait_for_timeout(300)
    held = line.sent
    page.wait_for_timeout(700)
    assert line.sent == held
    arriving.get_by_role("button", name="Go on").click()
    wait_until(lambda: line.sent > before + 18 * MIB)

    # Whoever leaves is warned; and who comes back is told what is wanting, and need not begin anew.
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.get_by_role("tab", name="Files", exact=True).click()
    expect(arriving).to_contain_text(re.compile("speech.wav.*choose it again", re.S))
    slowed(page, 0)
    choose.set_input_files(recording)
    expect(page.locator("#id_files-FORMS > div")).to_have_count(1, timeout=20_000)
    assert line.sent - before < recording.stat().st_size + 9 * MIB
    sha256 = hashlib.sha256(recording.read_bytes()).hexdigest()
    expect(page.locator('#id_files-FORMS [name$="-sha256"]')).to_have_value(sha256)
    save(page)


def drag(page: Page, grip: Locator, target: Locator) -> None:
    """Take hold, carry, and let go, as a hand does: not at one stroke."""
    grip.scroll_into_view_if_needed()
    grip.hover()
    page.mouse.down()
    held, box = grip.bounding_box(), target.bounding_box()
    assert held
    assert box
    for part in (0.2, 0.5, 0.8) if held["y"] < box["y"] else (0.8, 0.5, 0.2):
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + part * box["height"], steps=6)
    page.mouse.up()


def told(page: Page, inputs: str) -> list[str]:
    """What stands in these inputs, in the order of their rows."""
    return [one.input_value() for one in page.locator(inputs).all()]


def test_canvases_are_dragged_by_their_rows_too(page: Page) -> None:
    open_source(page, "A letter", "Files")
    rows = page.locator("#id_canvases-FORMS > [data-inline-panel-child]")
    drag(page, rows.nth(0).locator("[data-inline-panel-child-drag]"), rows.nth(1))
    order = ["page-2.png", "page-1.png", "page-3.png"]
    assert told(page, '#id_canvases-FORMS [name$="-file"]') == order
    expect(page.locator(".sb-sheet__label").first).to_contain_text("page-2.png")
    save(page)
    open_source(page, "A letter", "Files")
    assert told(page, '#id_canvases-FORMS [name$="-file"]') == order


def test_selections_are_dragged_into_another_order(page: Page) -> None:
    page.goto("/admin/pages/?q=speech")
    page.get_by_role("link", name="The Speech").first.click()
    page.get_by_role("tab", name="Sources", exact=True).click()
    rows = page.locator("#id_selections-FORMS > [data-inline-panel-child]")
    chosen = '#id_selections-FORMS [name$="-source"]'
    letter, broadcast, empty = told(page, chosen)
    # Long rows are folded before they are carried, and say what they are.
    for row in rows.all():
        row.get_by_role("button", name="Toggle section").first.click()
    assert rows.locator(".sb-row-title").all_inner_texts() == ["A letter", "A broadcast", "Nothing yet"]
    drag(page, rows.nth(2).locator("[data-inline-panel-child-drag]").first, rows.nth(0))
    assert told(page, chosen) == [empty, letter, broadcast]
    save(page)
    page.get_by_role("tab", name="Sources", exact=True).click()
    assert told(page, chosen) == [empty, letter, broadcast]
