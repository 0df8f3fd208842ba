"""Two people at one thing, each in a browser of their own: each is told of the other, and nobody's words are lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import PASSWORD, served, signed_in
from tests.record_files import png

SOURCE = "---\ntitle: The report\nmedium: text\n---\n"


@pytest.fixture(scope="module")
def both(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Page]]:
    """What Anna and Boris see of one desk."""
    folder, material = tmp_path_factory.mktemp("two") / "archive", tmp_path_factory.mktemp("material")
    (material / "sources/report").mkdir(parents=True)
    (material / "sources/report/source.md").write_text(SOURCE)
    with served(folder, material, boris="editor") as port:
        address = f"http://127.0.0.1:{port}"
        anna, boris = signed_in(browser, address), signed_in(browser, address, name="boris")
        yield anna, boris
        anna.context.close()
        boris.context.close()


def open_report(page: Page) -> None:
    page.goto("/admin/snippets/sources/source/")
    page.get_by_role("link", name="The report").first.click()
    expect(page.locator("[name=title__en]")).to_have_value(re.compile("report"))


def test_both_are_warned_and_the_first_words_stay(both: tuple[Page, Page]) -> None:
    anna, boris = both
    open_report(anna)
    open_report(boris)
    # Who comes second sees at once who is there; who was first, some seconds later.
    for page, other in ((boris, "anna"), (anna, "boris")):
        sign = page.locator(".w-editing-sessions__list li button")
        expect(sign).to_have_count(1, timeout=20_000)
        sign.hover()
        expect(page.get_by_role("tooltip")).to_contain_text(other)
        expect(page.get_by_role("tooltip")).to_contain_text("Currently viewing")
        page.mouse.move(600, 600)

    anna.fill("[name=title__en]", "The report, by Anna")
    with anna.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url):
        anna.locator("[name=title__en]").press("Tab")
    told = boris.get_by_role("button", name="anna saved a new version")
    expect(told).to_be_visible(timeout=20_000)

    # Boris, who writes all the same, is asked before his form takes the place of what she wrote.
    boris.fill("[name=title__en]", "The report, by Boris")
    boris.get_by_role("button", name="Save draft").click()
    asked = boris.get_by_role("dialog").filter(has_text="anna saved a new version")
    expect(asked).to_be_visible(timeout=20_000)
    expect(asked).to_contain_text("overwrite the changes made by anna")
    boris.keyboard.press("Escape")
    anna.reload()
    expect(anna.locator("[name=title__en]")).to_have_value("The report, by Anna")


def test_who_is_signed_out_keeps_what_is_written_and_saves_it_when_signed_in_again(
    both: tuple[Page, Page],
) -> None:
    anna, _boris = both
    open_report(anna)
    anna.context.clear_cookies(name="sessionid")
    anna.fill("[name=title__en]", "The report, hours later")
    anna.get_by_role("button", name="Save draft").click()
    told = anna.get_by_role("alert").filter(has_text="signed out")
    expect(told).to_be_visible(timeout=20_000)
    expect(anna.locator("[name=title__en]")).to_have_value("The report, hours later")
    # A file that is dropped meanwhile waits for it too.
    anna.get_by_role("tab", name="Files").click()
    anna.locator(".sb-drop__input").set_input_files(
        {"name": "scan.png", "mimeType": "image/png", "buffer": png(3, 2)}
    )
    waits = anna.locator(".sb-arriving__file", has_text="scan.png")
    expect(waits).to_contain_text("You have been signed out", timeout=20_000)
    with anna.expect_popup() as opened:
        told.get_by_role("link", name="Sign in").click()
    window = opened.value
    window.fill("[name=username]", "anna")
    window.fill("[name=password]", PASSWORD)
    window.click("[type=submit]")
    expect(window.locator("main")).to_contain_text("You are signed in")
    window.close()
    anna.bring_to_front()
    waits.get_by_role("button", name="Go on").click()
    expect(anna.locator("[name=files-0-name]")).to_have_value(re.compile("scan"), timeout=20_000)
    save = anna.get_by_role("button", name="Save draft")
    expect(save).to_be_enabled()
    save.click()
    expect(anna.locator(".messages")).to_contain_text("updated", timeout=20_000)
    expect(told).to_have_count(0)
    anna.reload()
    expect(anna.locator("[name=title__en]")).to_have_value("The report, hours later")
