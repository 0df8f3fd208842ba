"""The button of an authority's form, in a real browser: rows are added, read over and saved."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live_desk import PASSWORD, LiveDesk, make_archive, served

PERSON = """---
names:
  - {text: Никита Хрущёв, language: ru, sort_as: "Хрущёв, Никита", during: from 1894}
---
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveDesk]:
    portable = tmp_path_factory.mktemp("portable")
    (portable / "people").mkdir()
    (portable / "archive.yaml").write_text("title: {en: Moments}\nlanguages: [en, ru]\n", encoding="utf-8")
    (portable / "people/khrushchev.md").write_text(PERSON, encoding="utf-8")
    with served(make_archive(tmp_path_factory.mktemp("desk") / "archive", portable), "--no-work") as desk:
        yield desk


@pytest.fixture
def page(browser: Browser, desk: LiveDesk) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{desk.port}/admin/login/")
    page.fill("[name=username]", "ada")
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.goto(f"http://127.0.0.1:{desk.port}/admin/snippets/authorities/person/")
    page.get_by_role("link", name="Хрущёв, Никита").first.click()
    yield page
    context.close()


def test_names_are_added_once_and_can_be_mended(page: Page) -> None:
    page.get_by_role("button", name="Write in Latin letters").click()
    expect(page.locator("sb-romanise [role=status]")).to_contain_text("Added: 5")
    latin = page.locator("input[name$='-text'][name^='names-']").evaluate_all(
        "all => all.map(one => one.value)"
    )
    assert {"Nikita Khrushchëv", "Nikita Khrushchev", "Nikita Chruščëv"} < set(latin)
    filed = page.locator("input[name$='-sort_as']").evaluate_all("all => all.map(one => one.value)")
    assert "Khrushchëv, Nikita" in filed
    dates = page.locator("input[name^='names-'][name$='-during__as_written']").evaluate_all(
        "all => all.map(one => one.value)"
    )
    assert dates == ["from 1894"] * len(latin)
    page.get_by_role("button", name="Write in Latin letters").click()
    expect(page.locator("sb-romanise [role=status]")).to_contain_text("nothing to add")
