"""A source's form in a browser: files dropped over a line that breaks, canvases put in order, passages side by side."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Dialog, Page, Response, expect

from tests.browser.cuttable import CuttableLine
from tests.browser.desk import served, signed_in
from tests.browser.writing import drop
from tests.record_files import png, wav

MIB = 2**20
RECORDING = wav(20 * MIB / 8000)
WORD = """<html><body><p class=MsoNormal>He spoke <i>four hours</i>.<a href="#_ftn1" name="_ftnref1">[1]</a></p>
<p class=MsoNormal>Nobody moved.</p><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a>
Or three.</p></div></body></html>"""


class Desk(NamedTuple):
    folder: Path
    line: CuttableLine
    page: Page

    def edit(self, title: str, tab: str) -> Page:
        self.page.goto("/admin/snippets/sources/source/")
        self.page.get_by_role("link", name=title).first.click()
        self.page.get_by_role("tab", name=tab, exact=True).click()
        if tab == "Texts":
            # They are read when one comes to see them.
            self.page.locator("sb-passages").scroll_into_view_if_needed()
        return self.page

    def save(self) -> None:
        # What saves itself meanwhile is no navigation.
        with self.page.expect_response(_is_form_sent, timeout=60_000):
            self.page.get_by_role("button", name="Save draft").click()
        self.page.wait_for_load_state()


def _is_form_sent(answer: Response) -> bool:
    return answer.request.method == "POST" and answer.request.is_navigation_request()


def material(folder: Path) -> Path:
    """An archive with an empty source, one of three pages, and a text with a translation that an essay cites."""
    files: dict[str, str | bytes] = {
        "archive.yaml": "title: Moments\nlanguages: [en, ru]\n",
        "years/1956.md": "",
        "subjects/speech.md": "---\ntitle: The Speech\nyear: year:1956\n---\n"
        "See [the end](source:report#p3).\n",
        "sources/empty/source.md": "---\ntitle: Nothing yet\nmedium: image\n---\n",
        "sources/album/source.md": "---\ntitle: An album\nmedium: image\n---\n",
        "sources/report/source.md": "---\ntitle: The report\nmedium: text\ntexts: [ru, en]\n---\n",
        "sources/report/ru.md": "---\nlanguage: ru\n---\n{#p1} Раз. Два.\n\n{#p2} Три.\n\n{#p3} Конец.\n",
        "sources/report/en.md": "---\nlanguage: en\nkind: translation\ntranslates: ru\n---\n{#p1} One. Two.\n",
        **{f"sources/album/page-{n}.png": png(40 + n, 30) for n in (1, 2, 3)},
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk") / "archive"
    with served(folder, material(tmp_path_factory.mktemp("material"))) as port:
        line = CuttableLine(port)
        page = signed_in(browser, f"http://127.0.0.1:{line.port}")
        yield Desk(folder, line, page)
        page.context.close()
        line.close()


def values(page: Page, pattern: str) -> list[str]:
    """The inputs of that name, in the order of their rows."""
    return [one.input_value() for one in page.locator(pattern).all()]


def test_files_are_dropped_and_a_broken_line_does_no_harm(desk: Desk) -> None:
    page = desk.edit("Nothing yet", "Files")
    before = desk.line.sent
    desk.line.cut_after(11 * MIB)
    drop(page, {"speech.wav": RECORDING, "a.png": png(60, 40), "broken.png": png(60, 40)[:-50]})
    expect(page.locator(".sb-arriving")).to_contain_text("connection is lost", timeout=20_000)
    assert desk.line.is_cut.is_set()
    desk.line.mend()
    expect(page.locator('[name$="-sha256"][value], [name$="-sha256"]')).not_to_have_count(0)
    expect(page.locator("#id_files-FORMS > div")).to_have_count(2, timeout=40_000)
    expect(page.locator(".sb-arriving [role=alert]")).to_have_text(re.compile("broken or cut off"))
    # What lay on the disk before the line broke was not sent again.
    assert desk.line.sent - before < len(RECORDING) + 9 * MIB
    sha256 = hashlib.sha256(RECORDING).hexdigest()
    assert {sha256, hashlib.sha256(png(60, 40)).hexdigest()} == set(
        values(page, '#id_files-FORMS [name$="-sha256"]')
    )
    assert sorted(values(page, '#id_canvases-FORMS [name$="-file"]')) == ["a.png", "speech.wav"]
    expect(page.locator("#id_files-FORMS img.sb-thumbnail")).to_have_count(1)

    drop(page, {"once more.png": png(60, 40)})
    expect(page.locator(".sb-arriving")).to_contain_text("stands above already, as “a.png”")
    assert page.locator("#id_files-FORMS > div").count() == 2

    # A fault elsewhere in the form loses none of it.
    page.locator("[name=slug]").evaluate("input => { input.value = 'not a slug!' }")
    desk.save()
    expect(page.locator("#id_files-FORMS > div")).to_have_count(2)
    page.locator("[name=slug]").evaluate("input => { input.value = 'empty' }")
    desk.save()
    page = desk.edit("Nothing yet", "Files")
    assert sha256 in values(page, '#id_files-FORMS [name$="-sha256"]')
    lying = desk.folder / "inbox" / sha256[:2] / sha256
    assert hashlib.sha256(lying.read_bytes()).hexdigest() == sha256


def test_canvases_are_put_in_order_with_keys_and_by_dragging_and_labelled_in_a_row(desk: Desk) -> None:
    page = desk.edit("An album", "Files")
    files = '#id_canvases-FORMS [name$="-file"]'
    expect(page.locator(".sb-sheet__status")).to_have_text("3 of 3 still lack an alternative text.")
    expect(page.locator(".sb-sheet__all img")).to_have_count(3)
    page.locator(".sb-sheet__all li").nth(2).focus()
    page.keyboard.press("Alt+ArrowLeft")
    assert values(page, files) == ["page-1.png", "page-3.png", "page-2.png"]
    page.locator(".sb-sheet__all li").nth(0).drag_to(page.locator(".sb-sheet__all li").nth(2))
    assert values(page, files) == ["page-3.png", "page-2.png", "page-1.png"]
    page.get_by_text("Write labels in a row").click()
    page.fill("[name=sb-first-label]", "f. 1r")
    page.get_by_role("button", name="Count on from there").click()
    page.get_by_role("button", name="Go to the next one without").click()
    page.keyboard.type("A street")
    desk.save()
    page = desk.edit("An album", "Files")
    assert values(page, files) == ["page-3.png", "page-2.png", "page-1.png"]
    assert values(page, '#id_canvases-FORMS [name$="-label"]') == ["f. 1r", "f. 1v", "f. 2r"]
    assert values(page, '#id_canvases-FORMS [name$="-alt__en"]')[0] == "A street"


def cell(page: Page, key: str, column: int) -> Any:
    return page.locator(f'.sb-par__row[data-key="{key}"] .sb-par__cell').nth(column)


def paste(page: Page, html: str) -> None:
    page.evaluate(
        """html => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/html', html);
            clipboardData.setData('text/plain', 'plain');
            const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(paste);
        }""",
        html,
    )


def test_passages_are_split_translated_and_pasted_side_by_side_and_cited_keys_stay(desk: Desk) -> None:
    page = desk.edit("The report", "Texts")
    expect(page.locator(".sb-par__row")).to_have_count(3)
    russian = cell(page, "p1", 0).locator("textarea")
    russian.click()
    russian.evaluate("area => area.setSelectionRange(5, 5)")
    page.keyboard.press("Control+Enter")
    expect(cell(page, "p1", 0).locator("textarea")).to_have_value("Раз.")
    expect(cell(page, "p1b", 0).locator("textarea")).to_have_value("Два.")
    # The second part of the translation stands beside the second part of the original.
    english = cell(page, "p1", 1).locator("textarea")
    english.click()
    english.evaluate("area => area.setSelectionRange(5, 5)")
    page.get_by_role("button", name="Split here").click()
    expect(cell(page, "p1b", 1).locator("textarea")).to_have_value("Two.")

    # A key that is cited goes only when one says so, and one is told who cites it.
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", refuse)
    cell(page, "p2", 0).locator("textarea").click()
    page.get_by_role("button", name="Join with the next").click()
    expect(cell(page, "p3", 0).locator("textarea")).to_have_value("Конец.")
    assert "p3 is cited by: The Speech" in asked[0]

    cell(page, "p2", 1).get_by_role("button").click()
    paste(page, WORD)
    expect(cell(page, "p2", 1).locator("textarea")).to_have_value("He spoke *four hours*.[^1]")
    expect(cell(page, "p3", 1).locator("textarea")).to_have_value("Nobody moved.")
    expect(page.locator('.sb-par__notes [data-note="1"]')).to_have_value("Or three.")

    page.get_by_role("button", name="Show as plain text").click()
    expect(page.locator("[name=texts-0-body]")).to_have_value(
        "{#p1} Раз.\n\n{#p1b} Два.\n\n{#p2} Три.\n\n{#p3} Конец.\n"
    )
    wanted = "{#p1} One.\n\n{#p1b} Two.\n\n{#p2} He spoke *four hours*.[^1]\n\n{#p3} Nobody moved.\n\n[^1]: Or three.\n"
    expect(page.locator("[name=texts-1-body]")).to_have_value(wanted)
    page.get_by_role("button", name="Show side by side").click()
    cell(page, "p2", 1).locator("textarea").fill("He spoke long.")
    desk.save()
    page = desk.edit("The report", "Texts")
    saved = page.locator("[name=texts-1-body]").input_value()
    assert saved == wanted.replace("He spoke *four hours*.[^1]", "He spoke long.")


def test_a_form_opened_and_left_has_nothing_to_save(desk: Desk) -> None:
    page = desk.edit("The report", "Texts")
    expect(page.locator(".sb-par__row")).not_to_have_count(0)
    told = page.evaluate(
        "() => JSON.stringify([...new FormData(document.querySelector('[data-edit-form]'))].map(([name]) => name))"
    )
    assert not [name for name in json.loads(told) if name.endswith("__passages")]
