"""From the gate's list to the field: the tab is opened, the place is marked, an input has the cursor."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.desk import served, signed_in

FILES = {
    "archive.yaml": "title: Moments\nlanguages: [en]\n",
    "sources/report/source.md": "---\ntitle: The report\nmedium: text\ntexts: [en]\n"
    "provenance:\n- type: created\n  date: some day or other\n---\n",
    "sources/report/source.de.md": "Ein Bericht.[^9]\n",
    "sources/report/en.md": "---\nlanguage: en\n---\n"
    + "".join(f"{{#p{n}}} Passage {n}.\n\n" for n in range(1, 60))
    + "{#p60} So he said.[^7]\n\n[^8]: Why.\n",
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
    expect(page.locator(".sb-gate__fault")).to_have_count(5)
    assert not barriers(page)

    listed = page.url
    page.get_by_role("link", name="Footnote 7 is called").click()
    expect(page.get_by_role("tab", name="Texts", exact=True)).to_have_attribute("aria-selected", "true")
    passage = page.locator('.sb-par__row[data-key="p60"] textarea')
    expect(passage).to_be_focused(timeout=20_000)
    expect(passage).to_have_class(re.compile("sb-to-mend"))
    expect(passage).to_be_in_viewport()
    assert passage.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == "[^7]"
    page.goto(listed)

    page.get_by_role("link", name="Nothing says what readers may do").click()
    expect(page.locator("[name=rights_statement]")).to_be_focused()


FOLD = "addEventListener('load', () => document.querySelectorAll('[data-panel-toggle]').forEach(one => one.click()))"


def test_the_field_is_found_behind_tabs_folded_panels_and_further_languages(page: Page) -> None:
    page.goto("/admin/gate/?of=source:report")
    listed = page.url
    page.context.add_init_script(FOLD)
    for words, tab, field in (
        ("Footnote 8", "Texts", page.locator('[data-note="8"]')),
        (
            "some day or other",
            "Holdings and provenance",
            page.locator("[name=provenance-0-date__as_written]"),
        ),
        ("Footnote 9", "Description", page.locator("[name=description__de]")),
    ):
        page.goto(listed)
        page.get_by_role("link", name=words).click()
        expect(page.get_by_role("tab", name=tab, exact=True)).to_have_attribute("aria-selected", "true")
        expect(field).to_be_focused(timeout=20_000)
        # It stays there when all else has been drawn.
        page.wait_for_timeout(1500)
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport()


def test_the_states_report_has_no_barrier(page: Page) -> None:
    page.goto("/admin/reports/state/")
    expect(page.locator("main")).to_contain_text("No rights statement")
    assert not barriers(page)
