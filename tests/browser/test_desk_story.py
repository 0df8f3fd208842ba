"""The story of the desk: a newcomer is stopped at the gate, mends it, is reviewed, read, taken down and put back."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.desk import signed_in
from tests.browser.writing import add_block, choose_deed, choose_source, comes_to_read, drop, window
from tests.live_desk import LiveDesk, make_archive, served, wait_until
from tests.record_files import png, wav

expect.set_options(timeout=20_000)
WORDS = "At dawn Nagy said that Soviet troops had attacked the capital."
REASON = "At the wish of the photographer’s heirs."
SOURCE = "/sources/a-walk-through-the-city/"
SUBJECT = "/1956/a-city-in-november/"


class People(NamedTuple):
    desk: LiveDesk
    editor: Page
    reviewer: Page
    reader: Page


@pytest.fixture(scope="module")
def people(browser: Browser, tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[People]:
    """A newcomer who writes, one who reviews, and one who only reads a small archive."""
    folder = make_archive(
        tmp_path_factory.mktemp("story") / "archive",
        repository / "tests/archive",
        nina="editor",
        boris="reviewer",
    )
    with served(folder) as desk:
        address = f"http://127.0.0.1:{desk.port}"
        editor, reviewer = (signed_in(browser, address, name=name) for name in ("nina", "boris"))
        reader = browser.new_context(base_url=address).new_page()
        yield People(desk, editor, reviewer, reader)
        for page in (editor, reviewer, reader):
            page.context.close()


def test_the_story_of_a_subject(people: People) -> None:
    a_source_with_a_picture_and_a_recording(people.editor)
    a_subject_with_an_essay(people)
    stopped_mended_and_sent_to_review(people.editor)
    reviewed_and_published(people.reviewer)
    read(people.reader)
    a_draft_that_no_reader_sees(people)
    taken_down_and_put_back(people)


def a_source_with_a_picture_and_a_recording(editor: Page) -> None:
    editor.goto("/admin/snippets/sources/source/add/")
    editor.fill("[name=title__en]", "A walk through the city")
    editor.select_option("[name=medium]", "audio")
    editor.get_by_role("tab", name="Files").click()
    drop(editor, {"square.png": png(600, 400), "voice.wav": wav(2)})
    expect(editor.locator("#id_files-FORMS > div")).to_have_count(2)
    choose_deed(editor, "Save draft")


def a_subject_with_an_essay(people: People) -> None:
    editor = people.editor
    with sqlite3.connect(people.desk.folder / "desk.sqlite3") as desk:
        (year,) = desk.execute("SELECT id FROM wagtailcore_page WHERE slug = '1956'").fetchone()
    editor.goto(f"/admin/pages/add/subjects/subjectpage/{year}/")
    editor.fill("[name=titles__en]", "A city in November")
    editor.get_by_role("tab", name="Essay").click()
    editor.get_by_role("button", name="Add essay").click()
    editor.fill("[name=essays-0-language]", "en")
    editor.locator(".sb-essay .public-DraftEditor-content").first.click()
    editor.keyboard.type("Nobody slept that night.")
    quotation = add_block(editor, "Quotation")
    quotation.get_by_role("button", name="Choose the words").click()
    choose_source(editor, "speech radio")
    window(editor).locator("input[value=p1]").first.check()
    window(editor).get_by_role("button", name="Take these passages").click()
    window(editor).get_by_role("button", name="Take all of it").click()
    window(editor).get_by_role("button", name="Quote these words").click()
    expect(quotation.locator("blockquote")).to_have_text(WORDS)
    editor.get_by_role("tab", name="Sources").click()
    editor.get_by_role("button", name="Add source").click()
    editor.locator("#id_selections-FORMS").get_by_role("button", name="Choose").first.click()
    editor.get_by_role("dialog").get_by_role("link", name="A walk through the city").click()
    expect(editor.locator("#id_selections-FORMS")).to_contain_text("A walk through the city")
    choose_deed(editor, "Submit to Review")


def stopped_mended_and_sent_to_review(editor: Page) -> None:
    open_source(editor)
    choose_deed(editor, "Check what is missing")
    faults = editor.locator(".sb-gate__fault")
    expect(faults).to_have_count(3)
    gate = editor.url

    editor.get_by_role("link", name=re.compile("^Mend it.*alternative text", re.DOTALL)).click()
    expect(editor.locator("[name$=-alt__en]:focus")).to_have_count(1)
    editor.keyboard.type("People between two tramcars")
    choose_deed(editor, "Save draft")

    editor.goto(gate)
    expect(faults).to_have_count(2)
    editor.get_by_role("link", name=re.compile("^Mend it.*can be heard but not read", re.DOTALL)).click()
    expect(editor.get_by_role("button", name="Add text version")).to_be_focused()
    editor.keyboard.press("Enter")
    editor.fill("[name=texts-0-key]", "en")
    editor.fill("[name=texts-0-language]", "en")
    editor.get_by_role("button", name="Write the first passage").click()
    editor.locator(".sb-par__cell textarea").first.fill("Nothing is heard but steps.")
    choose_deed(editor, "Save draft")

    editor.goto(gate)
    editor.get_by_role("link", name=re.compile("^Mend it.*what readers may do", re.DOTALL)).click()
    expect(editor.locator("[name=rights_statement]")).to_be_focused()
    editor.select_option("[name=rights_statement]", label="CC0 — Public Domain Dedication")
    choose_deed(editor, "Save draft")
    editor.goto(gate)
    expect(editor.get_by_text("Nothing stands in the way of publishing.")).to_be_visible()
    open_source(editor)
    choose_deed(editor, "Submit to Review")


def open_source(page: Page) -> None:
    page.goto("/admin/snippets/sources/source/")
    page.get_by_role("link", name="A walk through the city").first.click()


def approve(reviewer: Page, title: str) -> None:
    reviewer.goto("/admin/")
    reviewer.get_by_role("link", name=title).first.click()
    reviewer.get_by_role("button", name="More actions").click()
    with reviewer.expect_navigation():
        reviewer.get_by_role("button", name="Approve and Publish", exact=True).last.click()


def reviewed_and_published(reviewer: Page) -> None:
    """Not the subject before the source that it shows."""
    approve(reviewer, "A city in November")
    expect(reviewer.get_by_role("heading", name="What is to be mended")).to_be_visible()
    expect(reviewer.locator(".sb-gate__fault")).to_have_count(1)
    approve(reviewer, "A walk through the city")
    approve(reviewer, "A city in November")


def read(reader: Page) -> None:
    comes_to_read(reader, SUBJECT)
    expect(reader.locator(".essay")).to_contain_text("Nobody slept that night.")
    expect(reader.locator(".essay blockquote")).to_have_text(WORDS)
    reader.get_by_role("link", name="A walk through the city").first.click()
    expect(reader.locator("audio")).to_have_count(1)
    expect(reader.get_by_role("img", name="People between two tramcars")).to_be_visible()
    decoded = "image => { image.loading = 'eager'; return image.decode().then(() => image.naturalWidth) }"
    assert reader.get_by_role("img", name="People between two tramcars").evaluate(decoded) > 100
    seconds = (
        "audio => new Promise(done => { audio.ondurationchange = () => done(audio.duration); audio.load() })"
    )
    assert reader.locator("audio").evaluate(seconds) == pytest.approx(2, abs=0.2)


def a_draft_that_no_reader_sees(people: People) -> None:
    editor, reviewer, desk = people.editor, people.reviewer, people.desk
    before = desk.ask(SUBJECT).body
    editor.goto("/admin/pages/?q=city+in+November")
    editor.get_by_role("link", name="A city in November").first.click()
    editor.get_by_role("tab", name="Subject", exact=True).click()
    editor.fill("[name=titles__en]", "A city awake in November")
    choose_deed(editor, "Submit to Review")
    compared(reviewer)
    assert desk.ask(SUBJECT).body == before
    assert b"awake" not in before


def compared(reviewer: Page) -> None:
    """What the draft would change in what readers see."""
    reviewer.goto("/admin/")
    row = reviewer.get_by_role("row").filter(has_text="A city awake in November")
    row.first.get_by_role("button", name="Actions").click()
    with reviewer.expect_navigation():
        reviewer.get_by_role("link", name="Compare with live version").click()
    expect(reviewer.locator("main")).to_contain_text("awake")


def taken_down_and_put_back(people: People) -> None:
    reviewer, reader, desk = people.reviewer, people.reader, people.desk
    addresses = [SOURCE + one for one in ("", "record.json", "square.png.480.webp", "voice.wav")]

    def statuses() -> set[int]:
        return {desk.ask(one).status for one in addresses}

    assert statuses() == {200}
    open_source(reviewer)
    reviewer.get_by_role("button", name="More actions").click()
    reviewer.get_by_role("link", name="Withdraw …").click()
    reviewer.get_by_label("Reason").fill(REASON)
    with reviewer.expect_navigation():
        reviewer.get_by_role("button", name="Withdraw it").click()
    assert statuses() == {410}
    reader.goto(SOURCE)
    expect(reader.get_by_role("heading", level=1)).to_have_text("A walk through the city")
    expect(reader.locator("main")).to_contain_text(REASON)
    expect(reader.locator("main time")).to_have_count(1)
    reviewer.goto("/admin/withdrawn/")
    reviewer.get_by_role("button", name="Put back").click()
    comes_to_read(reader, SOURCE)
    wait_until(lambda: statuses() == {200})


def test_a_new_thing_is_made_once_though_the_draft_saves_itself(people: People) -> None:
    """The server is slow to answer “Save”, and meanwhile the time comes at which the form would save itself."""
    editor, sent = people.editor, []

    def slowly(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.is_navigation_request())
            editor.wait_for_timeout(4000)
        route.continue_()

    editor.route("**/source/add/", slowly)
    editor.goto("/admin/snippets/sources/source/add/")
    editor.fill("[name=title__en]", "A letter")
    editor.select_option("[name=medium]", "text")
    editor.wait_for_timeout(1500)
    editor.get_by_role("button", name="Save draft").click(no_wait_after=True)
    editor.wait_for_url("**/edit/**")
    assert sent == [True]
