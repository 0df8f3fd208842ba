"""Long lists in a browser: sought as one types, a filter kept, ticked sources changed together, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.desk import served, signed_in

PATIENCE = 30_000
"""Milliseconds; a list answers sooner, a test machine at work on other things may not."""
SOURCES = "/admin/snippets/sources/source/"


def material(folder: Path) -> Path:
    """An archive with four posters and a speech with a Russian title."""
    files = {
        "archive.yaml": "title: Moments\nlanguages: [en, ru]\n",
        "sources/speech/source.md": "---\ntitle: {en: The Speech, ru: О культе личности}\nmedium: text\n---\n",
    }
    for number in range(4):
        files[f"sources/poster-{number}/source.md"] = f"---\ntitle: Poster {number}\nmedium: image\n---\n"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("lists")
    with served(folder / "archive", material(folder / "material")) as port:
        yield signed_in(browser, f"http://127.0.0.1:{port}")


def test_a_list_answers_as_one_types_and_keeps_what_was_asked(page: Page) -> None:
    page.goto(SOURCES)
    page.locator("#id_q").fill("культ")
    results = page.locator("#listing-results")
    expect(results.get_by_role("link", name="The Speech")).to_be_visible(timeout=PATIENCE)
    expect(results.get_by_role("link", name="Poster 1")).to_have_count(0, timeout=PATIENCE)
    page.get_by_role("button", name="Saved filters").click()
    page.get_by_role("link", name="Save this filter").click()
    page.get_by_label("Name").fill("The cult")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(results.get_by_role("link", name="The Speech")).to_be_visible(timeout=PATIENCE)
    page.goto(SOURCES)
    page.get_by_role("button", name="Saved filters").click()
    page.get_by_role("link", name="The cult").click()
    expect(results.get_by_role("link", name="Poster 1")).to_have_count(0, timeout=PATIENCE)


def test_ticked_sources_are_changed_together_and_put_back(page: Page) -> None:
    page.goto(f"{SOURCES}?q=poster")
    for number in (1, 2):
        page.get_by_role("row").filter(has_text=f"Poster {number}").get_by_role("checkbox").check()
    page.get_by_role("link", name="Change the chosen sources").click()
    page.get_by_label("What is to be changed").select_option("replace")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Find").fill("Poster")
    page.get_by_label("Replace by").fill("Placard")
    page.get_by_role("button", name="Show what it does").click()
    expect(page.get_by_text("2 of 2 change")).to_be_visible(timeout=PATIENCE)
    assert not barriers(page)
    page.get_by_role("button", name="Change these 2 sources").click()
    page.get_by_role("link", name="See what was changed").click(timeout=2 * PATIENCE)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("2 sources are as they were before.").first).to_be_visible(timeout=2 * PATIENCE)
    page.goto(f"{SOURCES}?q=placard")
    expect(page.get_by_text("Nothing here is like this")).to_be_visible(timeout=PATIENCE)
