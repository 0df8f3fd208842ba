"""From the gate's list to the field: the tab is opened, the place is marked, an input has the cursor."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.desk import served, signed_in

FILES = {
    "archive.yaml": "title: Moments\nlanguages: [en]\n",
    "sources/report/source.md": "---\ntitle: The report\nmedium: text\ntexts: [en]\n---\n",
    "sources/report/en.md": "---\nlanguage: en\n---\n{#p1} One.\n\n{#p2} So he said.[^7]\n\n[^8]: Why.\n",
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("gate")
    for name, words in FILES.items():
        path = folder / "material" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    with served(folder / "archive", folder / "material") as port:
        yield signed_in(browser, f"http://127.0.0.1:{port}")


def test_whoever_is_stopped_sees_the_list_and_mends_it(page: Page) -> None:
    page.goto("/admin/snippets/sources/source/")
    page.get_by_role("link", name="The report").first.click()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="What is to be mended")).to_be_visible()
    expect(page.locator("main")).to_contain_text("saved as a draft")
    expect(page.locator(".sb-gate__fault")).to_have_count(3)
    assert not barriers(page)

    listed = page.url
    page.get_by_role("link", name="Footnote 7 is called").click()
    expect(page.get_by_role("tab", name="Texts", exact=True)).to_have_attribute("aria-selected", "true")
    expect(page.locator(".sb-to-mend")).to_contain_text("So he said.", timeout=20_000)
    page.goto(listed)

    page.get_by_role("link", name="Nothing says what readers may do").click()
    expect(page.locator("[name=rights_statement]")).to_be_focused()


def test_the_states_report_has_no_barrier(page: Page) -> None:
    page.goto("/admin/reports/state/")
    expect(page.locator("main")).to_contain_text("No rights statement")
    assert not barriers(page)
