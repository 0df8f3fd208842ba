"""The tour of docs/tour.md, walked in a browser; its pictures show the desk as it is now.

Each picture holds the words of the page that it shows (headings, labels, buttons), and the walk compares them with what
it finds: a desk that says something else fails the test until `make tour` has taken the pictures anew.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import pyvips
from playwright.sync_api import Browser, Page

import sourcebook
from tests.browser.desk import served, signed_in
from tests.browser.writing import choose_deed

TAKE = bool(os.environ.get("SOURCEBOOK_TOUR"))
"""Whether the pictures are to be taken anew."""
SPOKEN = "main :is(h1, h2, h3, label, button, .button, [role=tab])"
PICTURE = "a-day-in-poznan.png"


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Page]]:
    """What an editor and a reviewer see of one new archive."""
    folder, material = tmp_path_factory.mktemp("tour") / "archive", tmp_path_factory.mktemp("material")
    (material / "years").mkdir()
    (material / "years/1956.md").write_text("")
    with served(folder, material, boris="reviewer") as port:
        address = f"http://127.0.0.1:{port}"
        editor, reviewer = signed_in(browser, address), signed_in(browser, address, name="boris")
        for page in (editor, reviewer):
            page.set_viewport_size({"width": 1280, "height": 800})
        yield editor, reviewer
        editor.context.close()
        reviewer.context.close()


def shown(page: Page, pictures: Path, name: str) -> None:
    """Compare the page with its picture, or take the picture."""
    page.wait_for_load_state("networkidle")
    said = page.locator(SPOKEN).filter(visible=True).all_inner_texts()
    words = "\n".join(filter(None, (" ".join(text.split()) for text in said)))
    file = pictures / f"{name}.png"
    if TAKE:
        pictures.mkdir(parents=True, exist_ok=True)
        taken = pyvips.Image.new_from_buffer(page.screenshot(animations="disabled"), "").resize(0.75).copy()
        taken.set_type(pyvips.GValue.gstr_type, "png-comment-0-Words", words)
        taken.write_to_file(str(file), palette=True, bitdepth=8, effort=10, compression=9)
    picture = pyvips.Image.new_from_file(str(file))
    assert (picture.width, picture.height) == (960, 600)
    kept = picture.get("png-comment-0-Words")
    assert kept == words, f"{name}: the desk has changed; run `make tour`."


def test_the_tour(desk: tuple[Page, Page], repository: Path) -> None:
    editor, reviewer = desk
    (package,) = sourcebook.__path__
    pictures = repository / "docs/tour"

    editor.goto("/admin/")
    assert editor.get_by_role("heading", name="First steps").is_visible()
    shown(editor, pictures, "1-first-steps")

    editor.get_by_role("link", name="Make a source").click()
    editor.fill("[name=title__en]", "A day in Poznań")
    editor.select_option("[name=medium]", "image")
    editor.get_by_role("tab", name="Files").click()
    picture = Path(package) / "demo_archive/sources/a-day-in-poznan" / PICTURE
    editor.locator("sb-files input[type=file]").first.set_input_files(picture)
    editor.get_by_text("has come").first.wait_for()
    shown(editor, pictures, "2-a-picture")

    choose_deed(editor, "Publish")
    editor.get_by_role("heading", name="What is to be mended").wait_for()
    shown(editor, pictures, "3-the-gate")

    editor.get_by_role("link", name=re.compile("^Mend it.*alternative text", re.DOTALL)).click()
    editor.fill(
        "[name=canvases-0-alt__en]",
        "The hours of the day on a line, the street on its left, the authorities on its right",
    )
    editor.get_by_role("tab", name="Description").click()
    editor.select_option("[name=rights_statement]", label="CC0 — Public Domain Dedication")
    editor.get_by_role("button", name="Toggle preview").click()
    frame = editor.frame_locator("#w-preview-iframe")
    frame.get_by_role("heading", name="A day in Poznań").wait_for()
    shown(editor, pictures, "4-the-preview")

    choose_deed(editor, "Submit to Review")
    reviewer.goto("/admin/")
    reviewer.get_by_role("link", name="A day in Poznań").first.click()
    reviewer.get_by_role("button", name="More actions").click()
    shown(reviewer, pictures, "5-the-review")
    with reviewer.expect_navigation():
        reviewer.get_by_role("button", name="Approve and Publish", exact=True).last.click()

    for _ in range(120):
        if reviewer.goto("/sources/a-day-in-poznan/").status == 200:  # type: ignore[union-attr]
            break
        reviewer.wait_for_timeout(500)
    assert reviewer.get_by_role("heading", name="A day in Poznań").is_visible()
    shown(reviewer, pictures, "6-the-reader")
